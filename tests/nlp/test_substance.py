"""Substance: hollow and own words, counts and bare headings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_nlp.model.labels import SectionLabel
from minutes_nlp.model.minutes import Paragraph, Substance
from minutes_nlp.nlp.substance import mark_substance
from tests.nlp.marking import paragraph

CASES = [
    (Substance.HOLLOW, "contributions", "member", "Đ/c Hà: Nhất trí."),
    (
        Substance.HOLLOW,
        "contributions",
        "member",
        "Đồng chí Bình: hoàn toàn nhất trí với báo cáo của chi ủy, không có ý kiến gì thêm.",
    ),
    (
        Substance.HOLLOW,
        "contributions",
        "member",
        "Các đồng chí cơ bản thống nhất với nội dung bí thư đã trình bày.",
    ),
    (
        Substance.HOLLOW,
        "contributions",
        "member",
        "Ông Ba Lượm nói báo cáo đầy đủ rồi, tui đồng ý hết.",
    ),
    (Substance.HOLLOW, "contributions", "member", "Cô Hạnh: như các anh đã nói, tôi đồng tình."),
    (
        Substance.HOLLOW,
        "contributions",
        "member",
        "Bạn Ngọc: em thống nhất với ý kiến các đồng chí ạ.",
    ),
    (Substance.HOLLOW, "contributions", "member", "100% các đồng chí nhất trí với dự thảo."),
    (Substance.HOLLOW, "contributions", "member", "Tổ cơ điện: thống nhất."),
    (
        Substance.HOLLOW,
        "contributions",
        "member",
        "Thầy Hùng: đồng ý với báo cáo, đánh giá sát thực tế.",
    ),
    (Substance.HOLLOW, "contributions", "member", "Cụ Lâm tán thành, không có gì phải bàn."),
    (
        Substance.HOLLOW,
        "contributions",
        "member",
        "Các đồng chí phát biểu đều nhất trí cao với báo cáo và phương hướng.",
    ),
    (Substance.HOLLOW, "contributions", "member", "Máy hai Tuấn: OK, đồng ý."),
    (Substance.HOLLOW, "contributions", "member", "Đ/c Năm cũng vậy."),
    (Substance.HOLLOW, "contributions", "member", "Chị Mơ nhất trí, xin về sớm vì con ốm ở nhà."),
    (
        Substance.HOLLOW,
        "conclusions",
        "chair",
        "Đồng chí Bí thư kết luận: đề nghị các đồng chí phát huy tinh thần trách nhiệm, đoàn kết, "
        "quyết tâm thực hiện thắng lợi nhiệm vụ năm 2026.",
    ),
    (
        Substance.SUBSTANTIVE,
        "conclusions",
        "chair",
        "Đồng chí Bí thư kết luận: đề nghị các đồng chí phát huy tinh thần trách nhiệm, hoàn thành "
        "việc nạo 300 mét kênh xóm Đông trước ngày 20/7.",
    ),
    (Substance.COUNT, "contributions", "member", "Có 08 ý kiến phát biểu."),
    (Substance.COUNT, "contributions", "member", "Đã có 5 lượt ý kiến đóng góp vào báo cáo."),
    (Substance.COUNT, "contributions", "member", "Có 6 đồng chí tham gia ý kiến."),
    (Substance.COUNT, "contributions", "member", "(07 đ/c phát biểu)"),
    (
        Substance.COUNT,
        "contributions",
        "member",
        "Thảo luận: có 12 lượt ý kiến tham gia thảo luận sôi nổi.",
    ),
    (
        Substance.SUBSTANTIVE,
        "contributions",
        "member",
        "Đ/c Hà: đề nghị thay máy bơm số 2 vì đã hỏng ba lần.",
    ),
    (
        Substance.SUBSTANTIVE,
        "contributions",
        "member",
        "Ông Ba: nhất trí với báo cáo, nhưng đề nghị thêm việc sửa cầu Xẻo Lá trước mùa nước.",
    ),
    (
        Substance.SUBSTANTIVE,
        "contributions",
        "member",
        "Tổ khoan: xin cấp thêm 20 cần khoan cho ca 3.",
    ),
    (Substance.SUBSTANTIVE, "contributions", "member", "Hỏi: bao giờ có tiền hỗ trợ giống?"),
    (
        Substance.SUBSTANTIVE,
        "contributions",
        "member",
        "Cô Mai: nên dời giờ trực thư viện sang tối.",
    ),
    (
        Substance.HOLLOW,
        "conclusions",
        "chair",
        "Đồng chí Bí thư kết luận hội nghị và tuyên bố bế mạc.",
    ),
    (Substance.HOLLOW, "conclusions", "chair", "Đ/c chủ trì thống nhất các nội dung trên."),
    (
        Substance.HOLLOW,
        "conclusions",
        "chair",
        "Chủ trì cảm ơn các đồng chí đã đóng góp ý kiến và kết thúc buổi họp.",
    ),
    (
        Substance.HOLLOW,
        "conclusions",
        "chair",
        "Bí thư tiếp thu các ý kiến đóng góp, kết luận: thống nhất các nội dung trên.",
    ),
    (
        Substance.HOLLOW,
        "conclusions",
        "chair",
        "Bí thư kết luận: đề nghị các đồng chí thực hiện tốt các nội dung trên.",
    ),
    (Substance.SUBSTANTIVE, "conclusions", "chair", "Chốt: thay máy bơm, đ/c Hà mua trước 20/6."),
    (
        Substance.SUBSTANTIVE,
        "conclusions",
        "chair",
        "Bí thư kết luận: chọn phương án thu theo đầu xe.",
    ),
    (Substance.SUBSTANTIVE, "conclusions", "chair", "Anh Tư chốt: không đốn bần."),
    (
        Substance.SUBSTANTIVE,
        "conclusions",
        "chair",
        "Tháng 6 đạt 4/5 việc, việc còn lại chuyển tháng 7.",
    ),
    (Substance.SUBSTANTIVE, "conclusions", "chair", "Giao tổ cơ điện kiểm tra quạt gió."),
    (Substance.HEADING, "conclusions", "chair", "Đồng chí Bí thư kết luận như sau:"),
    (Substance.HEADING, "conclusions", "chair", "V. KẾT LUẬN CỦA ĐỒNG CHÍ BÍ THƯ"),
    (Substance.HEADING, "conclusions", "chair", "Kết luận"),
    (Substance.HEADING, "conclusions", "chair", "* Chủ trì kết luận:"),
    (Substance.HEADING, "contributions", None, "III. Thảo luận"),
    (Substance.HEADING, "contributions", None, "* Các ý kiến tham gia:"),
    (Substance.HEADING, "contributions", None, "B. PHẦN THẢO LUẬN"),
    (Substance.HEADING, "contributions", None, "4. Ý kiến của đảng viên"),
    (Substance.HEADING, "contributions", None, "Phần hai: thảo luận, đóng góp ý kiến"),
    (Substance.HOLLOW, "criticism", None, "Chi bộ thực hiện nghiêm túc tự phê bình và phê bình."),
    (Substance.HOLLOW, "criticism", None, "Không có ý kiến phê bình."),
    (
        Substance.HOLLOW,
        "criticism",
        None,
        "Các đồng chí nghiêm túc tự phê bình và phê bình, không có ai vi phạm.",
    ),
    (Substance.HOLLOW, "criticism", None, "Tự phê bình và phê bình: chi bộ tiến hành nghiêm túc."),
    (
        Substance.HOLLOW,
        "criticism",
        None,
        "Các đảng viên tự liên hệ kiểm điểm, không ai có khuyết điểm.",
    ),
    (
        Substance.SUBSTANTIVE,
        "criticism",
        "member",
        "Đ/c Hải nhận thiếu sót: để quên sổ trực ca 3 ngày 12/6, làm tổ sau không nắm khí.",
    ),
    (
        Substance.SUBSTANTIVE,
        "criticism",
        "member",
        "Còn đồng chí hút thuốc trong kho vải, nhắc hai lần chưa bỏ.",
    ),
    (Substance.SUBSTANTIVE, "criticism", "member", "Tôi đi muộn 3 buổi họp, xin nhận khuyết điểm."),
    (
        Substance.HOLLOW,
        "policy_dissemination",
        None,
        "Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị về đột phá khoa học.",
    ),
    (Substance.HOLLOW, "policy_dissemination", None, "Phổ biến Chỉ thị 50-CT/TW."),
    (
        Substance.HOLLOW,
        "policy_dissemination",
        None,
        "Đồng chí Bí thư quán triệt các văn bản của cấp trên.",
    ),
    (
        Substance.HOLLOW,
        "policy_dissemination",
        None,
        "- Kế hoạch số 15-KH/ĐU của Đảng ủy phường về tổ chức kỷ niệm ngày 30/4.",
    ),
    (
        Substance.HOLLOW,
        "policy_dissemination",
        None,
        "Đ/c Hoa triển khai Quy định 144-QĐ/TW về chuẩn mực đạo đức cách mạng.",
    ),
    (
        Substance.HOLLOW,
        "policy_dissemination",
        None,
        "Chi bộ được nghe phổ biến Luật Đất đai 2024.",
    ),
    (
        Substance.SUBSTANTIVE,
        "policy_dissemination",
        None,
        "Chỉ thị 50-CT/TW yêu cầu sinh hoạt tối thiểu 90 phút, vắng phải xin phép.",
    ),
    (
        Substance.SUBSTANTIVE,
        "policy_dissemination",
        None,
        "Công văn 212 của Đảng ủy xã: không cá độ bóng đá, ai vi phạm bị kiểm điểm trước chi bộ.",
    ),
    (
        Substance.SUBSTANTIVE,
        "policy_dissemination",
        None,
        "Luật mới quy định giấy phép lái xe có 12 điểm, bị trừ hết thì thi lại.",
    ),
]


@pytest.mark.parametrize(("expected", "section", "role", "text"), CASES)
def test_substance(expected: Substance, section: str, role: str | None, text: str) -> None:
    (found,) = mark_substance((paragraph(text, section, role),))
    assert found.substance is expected


@given(text=st.text(max_size=120), section=st.sampled_from(SectionLabel))
def test_any_text_is_judged(text: str, section: SectionLabel) -> None:
    (found,) = mark_substance((Paragraph(index=0, text=text, section=section),))
    assert found.text == text
    assert isinstance(found.substance, Substance)
