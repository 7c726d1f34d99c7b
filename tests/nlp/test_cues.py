"""What words show: each cue in wordings of many units, north and south, and what is no cue."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_nlp.model.labels import SectionLabel
from minutes_nlp.model.minutes import CueKind, Paragraph
from minutes_nlp.nlp.cues import mark_cues
from tests.nlp.marking import paragraph

SHOWN = [
    (CueKind.SHORTCOMING, "task_review", "Hộ ông Bảy còn chần chừ, chưa chịu dời chuồng heo."),
    (CueKind.SHORTCOMING, "task_review", "Sản lượng tháng 6 hụt 1.200 tấn so với kế hoạch."),
    (
        CueKind.SHORTCOMING,
        "task_review",
        "Bà con mình làm ăn cà rịch cà tang, tới giờ mương còn lầy nhầy.",
    ),
    (CueKind.SHORTCOMING, "task_review", "Tỷ lệ nợ nhóm 2 tăng lên 1,8%."),
    (CueKind.SHORTCOMING, "task_review", "Có 03 đồng chí nộp bài thu hoạch không đúng hạn."),
    (CueKind.SHORTCOMING, "task_review", "Công tác phát triển đảng viên gặp nhiều vướng mắc."),
    (CueKind.SHORTCOMING, "task_review", "Máy chính số 2 bị tụt áp dầu, phải dừng 4 giờ."),
    (CueKind.SHORTCOMING, "task_review", "Lớp 4B có 5 em đọc chậm."),
    (CueKind.SHORTCOMING, "task_review", "Một số đoàn viên ít tham gia phong trào."),
    (CueKind.SHORTCOMING, "task_review", "Việc thu quỹ ì ạch, hai tháng mới được phân nửa."),
    (CueKind.SHORTCOMING, "task_review", "Mấy bữa mưa dầm làm sập bờ kinh."),
    (CueKind.SHORTCOMING, "task_review", "Tiến độ đổ sàn tầng 5 trễ 6 ngày."),
    (CueKind.SHORTCOMING, "task_review", "Tỷ lệ chuyên cần giảm còn 91%."),
    (CueKind.SHORTCOMING, "task_review", "Nhà trường thiếu 2 giáo viên tiếng Anh."),
    (CueKind.SHORTCOMING, "task_review", "Tồn tại: chưa có.. nhưng sổ sách ghi không kịp thời."),
    (CueKind.SHORTCOMING, "task_review", "Phát triển đảng: tháng này chưa kết nạp được ai."),
    (
        CueKind.SHORTCOMING,
        "task_review",
        "Việc học tập nghị quyết của một số đảng viên còn mang tính đối phó.",
    ),
    (CueKind.SHORTCOMING, "task_review", "Có hiện tượng đảng viên đi họp muộn."),
    (CueKind.SHORTCOMING, "task_review", "Tình trạng đổ trộm phế thải tái diễn ở đầu ngõ 27."),
    (CueKind.SHORTCOMING, "task_review", "Hồ sơ nghiệm thu đợt 3 bị chủ đầu tư trả về hai lần."),
    (
        CueKind.PREVIOUS_RESOLUTION,
        "task_review",
        "Thực hiện nghị quyết tháng 5 của chi bộ, kết quả như sau:",
    ),
    (CueKind.PREVIOUS_RESOLUTION, "task_review", "Những việc chi bộ giao kỳ trước đã làm xong cả."),
    (CueKind.PREVIOUS_RESOLUTION, "task_review", "Đối chiếu với kết luận buổi sinh hoạt tháng 7."),
    (CueKind.PREVIOUS_RESOLUTION, "task_review", "Hôm họp trước có chốt ba việc, nay xong hai."),
    (
        CueKind.PREVIOUS_RESOLUTION,
        "task_review",
        "Nhiệm vụ được giao tại kỳ họp tháng 4: đã hoàn thành.",
    ),
    (CueKind.PREVIOUS_RESOLUTION, "task_review", "4/5 chỉ tiêu nghị quyết đề ra đều đạt."),
    (
        CueKind.PREVIOUS_RESOLUTION,
        "task_review",
        "Việc tháng rồi giao cho anh Bảy lợp lại mái trường đã xong.",
    ),
    (CueKind.PREVIOUS_RESOLUTION, "task_review", "Rà lại action list tháng 6: 5/7 việc done."),
    (
        CueKind.PREVIOUS_RESOLUTION,
        "task_review",
        "Theo phân công tháng trước, đ/c Hải đã liên hệ phường.",
    ),
    (CueKind.MEMBERS_THINKING, "task_review", "Anh em thủy thủ nhớ nhà, có người xin về sớm."),
    (CueKind.MEMBERS_THINKING, "task_review", "Đảng viên trong chi bộ yên tâm công tác."),
    (CueKind.MEMBERS_THINKING, "task_review", "Bà con phấn khởi vì được mùa."),
    (CueKind.MEMBERS_THINKING, "task_review", "Dư luận ở chung cư xôn xao chuyện phí gửi xe."),
    (CueKind.MEMBERS_THINKING, "task_review", "Nội bộ đoàn kết, tư tưởng thông suốt."),
    (CueKind.MEMBERS_THINKING, "task_review", "CBCNV tin tưởng vào lãnh đạo công ty."),
    (CueKind.MEMBERS_THINKING, "task_review", "Sinh viên lo chuyện tăng học phí."),
    (CueKind.PRAISE, "task_review", "Tuyên dương bạn Minh Thư đạt giải Ba NCKH."),
    (CueKind.PRAISE, "task_review", "Đề nghị khen tổ may 4 vượt năng suất."),
    (CueKind.PRAISE, "task_review", "Ghi nhận sự cố gắng của các đồng chí tổ khoan."),
    (CueKind.PRAISE, "task_review", "Chi bộ hoan nghênh việc làm của bà Tám."),
    (CueKind.PRAISE, "task_review", "Nêu gương đồng chí Hòa cứu người đuối nước."),
    (CueKind.REMINDER, "conclusions", "Nhắc anh em giữ gìn vệ sinh buồng ở."),
    (CueKind.REMINDER, "conclusions", "Nhắc nhở đồng chí Tuấn đi họp đúng giờ."),
    (CueKind.REMINDER, "conclusions", "Lưu ý các đồng chí không uống rượu trước ca."),
    (CueKind.REMINDER, "conclusions", "Chi bộ nghiêm khắc rút kinh nghiệm đ/c Bình."),
    (
        CueKind.DISAGREEMENT,
        "contributions",
        "Tôi không tán thành mức thu 300 nghìn vì nhiều nhà neo người.",
    ),
    (CueKind.DISAGREEMENT, "contributions", "Ông Sáu cãi: làm vậy dân chịu sao nổi."),
    (CueKind.DISAGREEMENT, "contributions", "Đ/c Hùng có ý kiến khác: nên khoan dự phòng trước."),
    (CueKind.DISAGREEMENT, "contributions", "Cô Lan chưa đồng tình với cách chia tổ."),
    (CueKind.DISAGREEMENT, "contributions", "Em thấy phương án này không ổn vì trùng lịch thi."),
    (CueKind.DISAGREEMENT, "contributions", "Theo tôi tính vậy là sai, phải tính theo đầu xe."),
    (
        CueKind.DISAGREEMENT,
        "contributions",
        "Đồng chí phó phòng phản biện rằng lãi suất như vậy không cạnh tranh được.",
    ),
    (CueKind.SELF_CRITICISM, "criticism", "Đ/c Hải nhận thiếu sót vì để quên sổ trực."),
    (CueKind.SELF_CRITICISM, "criticism", "Tui thấy mình dở, hứa với bà con mà làm hổng tới."),
    (CueKind.SELF_CRITICISM, "criticism", "Bản thân em chưa tích cực tham gia học nhóm."),
    (
        CueKind.SELF_CRITICISM,
        "criticism",
        "Với vai trò thuyền trưởng, tôi nhận lỗi đã không kiểm tra dây buộc.",
    ),
    (CueKind.SELF_CRITICISM, "criticism", "Tôi xin tự phê bình trước chi bộ về việc đi họp trễ."),
    (
        CueKind.SELF_CRITICISM,
        "criticism",
        "Đồng chí Lan thẳng thắn nhìn nhận việc chậm nộp báo cáo là do mình chủ quan.",
    ),
    (CueKind.SELF_CRITICISM, "criticism", "Lỗi này do tôi đôn đốc không tới nơi."),
    (
        CueKind.SELF_CRITICISM,
        "criticism",
        "Cụ Bình tự trách đã nóng nảy khi cãi nhau với ban quản trị.",
    ),
    (CueKind.NAMED_CRITICISM, "criticism", "Đ/c Lan phê bình đ/c Hải đi họp muộn ba buổi liền."),
    (
        CueKind.NAMED_CRITICISM,
        "criticism",
        "Ông Tư nói thẳng với ông bí thư là tháng rồi hổng thấy ổng xuống tổ.",
    ),
    (CueKind.NAMED_CRITICISM, "criticism", "Góp ý cho chi ủy: họp hành còn dài dòng."),
    (CueKind.NAMED_CRITICISM, "criticism", "Bạn Khoa góp ý bạn Trâm hay bỏ trực ban."),
    (
        CueKind.NAMED_CRITICISM,
        "criticism",
        "Đồng chí máy trưởng nhắc đồng chí Quân ngủ gật khi trực ca 0-4.",
    ),
    (CueKind.NAMED_CRITICISM, "criticism", "Về phía chi ủy, còn chậm triển khai nghị quyết."),
    (
        CueKind.NAMED_CRITICISM,
        "criticism",
        "Đ/c Quản đốc cần rút kinh nghiệm việc bố trí ca 3 thiếu thợ điện.",
    ),
    (
        CueKind.NAMED_CRITICISM,
        "criticism",
        "Các cụ chê tổ trưởng tổ dân phố thu tiền rác không ghi biên lai.",
    ),
    (CueKind.MINUTES_ADOPTION, "formalities", "Thư ký thông qua biên bản, 100% nhất trí."),
    (
        CueKind.MINUTES_ADOPTION,
        "formalities",
        "Biên bản được đọc cho toàn thể chi bộ nghe và thống nhất.",
    ),
    (CueKind.MINUTES_ADOPTION, "formalities", "Biên bản đã được thông qua trước chi bộ."),
    (CueKind.MINUTES_ADOPTION, "formalities", "BB đọc lại, không ai sửa."),
    (
        CueKind.MINUTES_ADOPTION,
        "formalities",
        "Đ/c Hoa trình bày dự thảo biên bản, các đ/c không bổ sung.",
    ),
    (CueKind.MINUTES_ADOPTION, "formalities", "Nội dung biên bản được các đồng chí nhất trí."),
    (
        CueKind.GUIDANCE,
        "conclusions",
        "Nhắc đảng viên trẻ khi dùng mạng xã hội phải kiểm chứng tin trước khi chia sẻ.",
    ),
    (
        CueKind.GUIDANCE,
        "conclusions",
        "Bí thư động viên các đồng chí dự bị phấn đấu học tiếng Anh.",
    ),
    (CueKind.GUIDANCE, "conclusions", "Mỗi đảng viên phải gương mẫu phân loại rác trước."),
    (
        CueKind.APPLIED_TO_CELL,
        "policy_dissemination",
        "Liên hệ với tàu ta: mọi thuyền viên phải khai báo y tế.",
    ),
    (
        CueKind.APPLIED_TO_CELL,
        "policy_dissemination",
        "Đối với chi nhánh mình, quy định này ảnh hưởng tới 12 khách hàng.",
    ),
    (
        CueKind.APPLIED_TO_CELL,
        "policy_dissemination",
        "Như vậy chi bộ sinh viên cần đăng ký mô hình trước tháng 9.",
    ),
    (
        CueKind.APPLIED_TO_CELL,
        "policy_dissemination",
        "Đơn vị thi công như mình phải lắp camera công trường.",
    ),
    (
        CueKind.FOLLOW_UP,
        "criticism",
        "Đồng chí Nam bị phê bình tháng trước, nay đã sửa, đi họp đủ.",
    ),
    (
        CueKind.FOLLOW_UP,
        "criticism",
        "Chi bộ xem xét kỷ luật đồng chí Tuấn bằng hình thức khiển trách.",
    ),
    (
        CueKind.FOLLOW_UP,
        "criticism",
        "Khuyết điểm nêu ở kỳ họp trước về sổ trực đến nay vẫn chưa khắc phục.",
    ),
    (CueKind.CAUSE, "task_review", "Nguyên nhân chủ yếu do thiếu vốn."),
    (CueKind.CAUSE, "task_review", "Tại cái máy nó cũ quá."),
    (CueKind.PARTY_FEE, "formalities", "Thu đảng phí tháng 6: đủ 21/21."),
    (CueKind.BLANK, "task_review", "Kết quả: ………………"),
    (CueKind.BLANK, "task_review", "Số tiền: ........ đồng"),
    (CueKind.BLANK, "task_review", "[không đề cập]"),
    (CueKind.BLANK, "task_review", "Ngày ___/___"),
    (CueKind.COMMITMENT, "contributions", "Tôi cam kết mỗi tuần dạy kèm 2 buổi cho học sinh yếu."),
    (CueKind.COMMITMENT, "contributions", "Em xin hứa đọc mỗi tháng một cuốn sách."),
    (CueKind.UNIT_WORK, "task_review", "Tàu xếp 24.500 tấn clinker tại Cẩm Phả."),
    (CueKind.UNIT_WORK, "task_review", "Dư nợ đạt 412 tỷ đồng."),
    (CueKind.UNIT_WORK, "task_review", "Khám cho 1.240 lượt người."),
    (CueKind.UNIT_WORK, "task_review", "Thu hoạch xong 40 mẫu lúa."),
    (CueKind.UNIT_WORK, "task_review", "Phân xưởng đào được 86 mét lò."),
    (CueKind.UNIT_WORK, "task_review", "Bạn đọc đến thư viện 2.100 lượt."),
    (CueKind.UNIT_WORK, "task_review", "Giảng dạy đúng chương trình, coi thi cuối kỳ."),
    (CueKind.UNIT_WORK, "task_review", "Ra rác đúng giờ, thang máy số 2 sửa xong."),
    (CueKind.UNIT_WORK, "task_review", "Đổ xong bê tông trụ T5."),
]
NOT_SHOWN = [
    (CueKind.SHORTCOMING, "task_review", "Trong tháng không có đảng viên vi phạm kỷ luật."),
    (CueKind.SHORTCOMING, "task_review", "Không xảy ra tai nạn lao động, cháy nổ."),
    (CueKind.SHORTCOMING, "task_review", "Hoàn thành 100% kế hoạch được giao."),
    (CueKind.SHORTCOMING, "task_review", "Chi bộ chấp hành tốt các quy định."),
    (CueKind.SHORTCOMING, "task_review", "Hạn chế: không."),
    (CueKind.SHORTCOMING, "task_review", "Khai thác 42.000 tấn, vượt 3% kế hoạch tháng."),
    (CueKind.SHORTCOMING, "task_review", "Không để xảy ra mất an toàn trong ca sản xuất."),
    (CueKind.SHORTCOMING, "task_review", "Không có đơn thư khiếu nại, tố cáo."),
    (CueKind.SHORTCOMING, "task_review", "Đã trồng xong 12 ha ngô đông, đạt 100%."),
    (CueKind.SHORTCOMING, "task_review", "Biểu dương tổ cơ điện đã sửa xong băng tải trong đêm."),
    (CueKind.SHORTCOMING, "task_review", "Thăm hỏi 3 gia đình khó khăn trong khu phố."),
    (CueKind.SHORTCOMING, "task_review", "Không phát sinh nợ xấu mới."),
    (CueKind.SHORTCOMING, "task_review", "Tổ chức tốt công tác phòng cháy chữa cháy."),
    (CueKind.SHORTCOMING, "task_review", "Chậm nhất ngày 15 hằng tháng các tổ gửi báo cáo đầy đủ."),
    (CueKind.PREVIOUS_RESOLUTION, "task_review", "Học tập Nghị quyết số 57-NQ/TW."),
    (CueKind.PREVIOUS_RESOLUTION, "task_review", "Sản xuất 11.200 sản phẩm."),
    (CueKind.PREVIOUS_RESOLUTION, "task_review", "Công đoàn thăm 3 người ốm."),
    (CueKind.MEMBERS_THINKING, "task_review", "Học tập tư tưởng, đạo đức, phong cách Hồ Chí Minh."),
    (CueKind.PRAISE, "task_review", "Không có đồng chí nào được khen."),
    (CueKind.PRAISE, "task_review", "Công tác thi đua, khen thưởng làm đúng quy định."),
    (CueKind.REMINDER, "conclusions", "Không có đồng chí nào bị nhắc nhở, phê bình."),
    (CueKind.DISAGREEMENT, "contributions", "Tôi nhất trí với ý kiến trên."),
    (CueKind.DISAGREEMENT, "contributions", "Không ai có ý kiến khác."),
    (CueKind.SELF_CRITICISM, "criticism", "Chi bộ thực hiện nghiêm túc tự phê bình và phê bình."),
    (CueKind.NAMED_CRITICISM, "criticism", "Phê bình 02 hộ chậm nộp quỹ."),
    (CueKind.NAMED_CRITICISM, "criticism", "Không có ý kiến phê bình."),
    (CueKind.MINUTES_ADOPTION, "formalities", "Đồng chí Hoa ghi biên bản."),
    (CueKind.MINUTES_ADOPTION, "formalities", "BIÊN BẢN SINH HOẠT CHI BỘ"),
    (CueKind.GUIDANCE, "conclusions", "Giao đ/c Hải sửa máy bơm."),
    (
        CueKind.APPLIED_TO_CELL,
        "policy_dissemination",
        "Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị.",
    ),
    (CueKind.APPLIED_TO_CELL, "policy_dissemination", "Đọc bản tin tháng 6."),
    (CueKind.FOLLOW_UP, "criticism", "Không có đảng viên bị kỷ luật."),
    (CueKind.BLANK, "task_review", "v.v…"),
    (CueKind.BLANK, "task_review", "Và rồi..."),
    (CueKind.BLANK, "task_review", "(…)"),
    (CueKind.UNIT_WORK, "task_review", "Chi bộ phân công giúp đỡ quần chúng ưu tú."),
    (CueKind.UNIT_WORK, "task_review", "Nộp hồ sơ kết nạp đảng."),
]


@pytest.mark.parametrize(("kind", "section", "text"), SHOWN)
def test_words_show_their_cue(kind: CueKind, section: str, text: str) -> None:
    (found,) = mark_cues((paragraph(text, section),))
    assert found.has(kind)


@pytest.mark.parametrize(("kind", "section", "text"), NOT_SHOWN)
def test_lookalikes_show_nothing(kind: CueKind, section: str, text: str) -> None:
    (found,) = mark_cues((paragraph(text, section),))
    assert [span.text for span in found.spans(kind)] == []


def test_a_word_inside_a_document_name_is_no_cue() -> None:
    text = "Thông báo Kết luận số 18-KL/TW và Nghị quyết số 57-NQ/TW."
    (found,) = mark_cues((paragraph(text, "task_review"),))
    names = [span.text for span in found.spans(CueKind.DOCUMENT_NAME)]
    assert "Nghị quyết số 57-NQ/TW" in names
    assert not found.has(CueKind.PREVIOUS_RESOLUTION)


def test_a_perhaps_is_weaker_than_a_cue() -> None:
    (found,) = mark_cues((paragraph("Số lượt khám giảm 12% so cùng kỳ.", "task_review"),))
    assert not found.has(CueKind.SHORTCOMING)
    assert found.has(CueKind.SHORTCOMING, at_least=0.3)


@given(text=st.text(max_size=200), section=st.sampled_from(SectionLabel))
def test_marking_keeps_the_text_and_cuts_inside_it(text: str, section: SectionLabel) -> None:
    before = Paragraph(index=3, text=text, section=section)
    (after,) = mark_cues((before,))
    assert (after.index, after.text, after.section) == (3, text, section)
    assert all(0 <= cue.start < cue.end <= len(text) for cue in after.cues)
    assert all(0 < cue.strength <= 1 for cue in after.cues)
