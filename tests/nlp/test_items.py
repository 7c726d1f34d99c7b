"""Agenda items: presented, discussed, concluded, voted, assigned."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from minutes_nlp.model.labels import SectionLabel
from minutes_nlp.model.minutes import Concluded, Item, Paragraph
from minutes_nlp.nlp.items import find_items
from minutes_nlp.nlp.tasks import find_tasks
from minutes_nlp.nlp.votes import find_votes
from tests.nlp.marking import marked


def items(*lines: str) -> tuple[Item, ...]:
    paragraphs = marked(*lines)
    return find_items(paragraphs, find_votes(paragraphs), find_tasks(paragraphs))


def test_each_matter_with_its_own_conclusion_is_an_item() -> None:
    found = items(
        "formalities | BIÊN BẢN",
        "contributions | Việc 1: cầu Xẻo Lá.",
        "contributions:member | Ông Ba: đề nghị thay ván mặt cầu trước mùa nước.",
        "conclusions:chair | Giao anh Đực mua ván, xong trước 20/7.",
        "contributions | Việc 2: đèn đường tổ 4.",
        "contributions:member | Cô Hạnh: nên dùng đèn năng lượng.",
        "conclusions:chair | Làm 20 bóng đèn năng lượng, chi đoàn lắp.",
    )
    assert [item.concluded for item in found] == [Concluded.OWN, Concluded.OWN]
    assert all(item.discussed for item in found)
    assert [len(item.assigned) for item in found] == [1, 1]


def test_one_conclusion_at_the_end_covers_what_was_discussed_before() -> None:
    found = items(
        "news | Tình hình trong nước: giá xăng tăng.",
        "task_review | Gieo được 40 mẫu, chậm một tuần.",
        "contributions:member | Bà Tẹo: mương cấp hai tắc, đề nghị vét.",
        "next_tasks | Chăm lúa đợt một.",
        "conclusions:chair | Kết luận: giao tổ thủy nông vét mương trước ngày 15.",
    )
    discussed = [item for item in found if item.discussed]
    assert discussed
    assert all(item.concluded is not None for item in discussed)


def test_a_conclusion_confined_to_another_matter_covers_nothing_else() -> None:
    found = items(
        "contributions | A. CHUYÊN ĐỀ TIẾT KIỆM VẢI",
        "contributions:member | Tổ cắt trải tám mươi lớp nên hao vải nhiều.",
        "contributions | B. VIỆC KHÁC",
        "contributions:member | Nên đặt hòm ủng hộ ở cổng ba ngày.",
        "conclusions:chair | Hòm ủng hộ đặt ở cổng, Thơm kiểm đếm.",
    )
    assert [item.concluded for item in found if item.discussed] == [None, Concluded.OWN]


def test_hollow_agreement_of_nobody_and_the_chair_are_no_discussion() -> None:
    found = items(
        "task_review | Khám 1.240 lượt người bệnh.",
        "contributions:chair | Mời các đồng chí thảo luận.",
        "contributions | 100% nhất trí với báo cáo.",
    )
    assert not any(item.discussed for item in found)


def test_formalities_are_no_items() -> None:
    assert items("formalities | Vào họp 14 giờ.", "formalities | Bế mạc 16 giờ.") == ()


def test_titles_are_short() -> None:
    long = "Đánh giá " + "kết quả rất dài " * 20
    (item,) = items(f"task_review | {long}.")
    assert len(item.title) <= 90


@given(st.lists(st.sampled_from(SectionLabel), max_size=12))
def test_items_never_overlap(sections: list[SectionLabel]) -> None:
    paragraphs = tuple(
        Paragraph(index=index, text="Đề nghị vét mương.", section=section)
        for index, section in enumerate(sections)
    )
    found = find_items(paragraphs, (), ())
    covered = [index for item in found for index in range(item.first, item.end)]
    assert len(covered) == len(set(covered))
    assert all(0 <= item.first < item.end <= len(paragraphs) for item in found)


def test_a_numbered_conclusion_after_criticism_closes_the_meeting() -> None:
    found = items(
        "task_review | II. Đánh giá tháng 8",
        "task_review | Tuần tra 11/12 lượt.",
        "contributions:member | Đ/c Thức: đề nghị chia lịch tuần tra theo tuần.",
        "criticism | III. Tự phê bình và phê bình",
        "criticism:member | Đ/c Thức tự nhận để tin báo đến sáng mới đi.",
        "conclusions | IV. Kết luận của chủ trì",
        "conclusions:chair | Giao đồng chí Thức lập lịch trước ngày 10/9.",
    )
    assert [item.concluded for item in found] == [
        Concluded.FINAL,
        Concluded.FINAL,
        Concluded.OWN,
    ]
    assert found[-1].title == "Kết luận của chủ trì"


def test_other_business_is_a_matter_of_its_own() -> None:
    found = items(
        "thematic | II. Chuyên đề",
        "thematic | Đồng chí Hà Quang Vinh trình bày: Bác dùng lại phong bì.",
        "contributions | III. VIỆC KHÁC",
        "contributions:member | Đ/c Lan đề nghị đỡ đầu hộ nghèo ở xóm Ngọn.",
    )
    assert [item.discussed for item in found] == [False, True]


def test_a_numbered_discussion_belongs_to_what_was_presented() -> None:
    (item,) = items(
        "thematic | II. Chuyên đề",
        "thematic | Đồng chí Hà Quang Vinh trình bày: Bác dùng lại phong bì.",
        "contributions | III. Thảo luận",
        "contributions:member | Đ/c Lan: phòng tôi in quá nhiều giấy.",
    )
    assert item.discussed
