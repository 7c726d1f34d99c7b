"""What a guest goes on to say stays his, whatever it was tagged as."""

from __future__ import annotations

import pytest

from minutes_nlp.model.labels import Role, SectionLabel
from minutes_nlp.model.minutes import Paragraph, Speaker
from minutes_nlp.nlp.guest_turns import with_guest_turns

GUEST, CHAIR = ("Hạnh", Role.GUEST), ("Thịnh", Role.CHAIR)


def _line(index: int, tagged: str, text: str, who: tuple[str, Role] | None = None) -> Paragraph:
    label = SectionLabel(tagged)
    spare = SectionLabel.NEWS if label is not SectionLabel.NEWS else SectionLabel.THEMATIC
    at = text.find(who[0]) if who else 0
    speaker = Speaker(who[1], (who[0],), None, 0, at + len(who[0])) if who else None
    return Paragraph(
        index, text, label, 0.7, probabilities=((label, 0.7), (spare, 0.3)), speaker=speaker
    )


def _read(*lines: tuple[str, str, tuple[str, Role] | None]) -> tuple[Paragraph, ...]:
    tagged = [_line(index, *line) for index, line in enumerate(lines)]
    return with_guest_turns(tagged)


def _is_guests(paragraph: Paragraph) -> bool:
    role = paragraph.speaker.role if paragraph.speaker else None
    return paragraph.section is SectionLabel.CONTRIBUTIONS and role is Role.GUEST


@pytest.mark.parametrize(
    "items",
    [
        ("Một là sổ sách phải ghi đủ.", "Hai là giao chi bộ rà cử tri.", "Ba là nộp trước 15/4."),
        ("- Sổ sách phải ghi đủ.", "- Giao chi bộ rà cử tri.", "- Nộp trước 15/4."),
        ("1. Sổ sách phải ghi đủ.", "2. Giao chi bộ rà cử tri.", "3. Nộp trước 15/4."),
        ("a) Sổ sách phải ghi đủ.", "b) Giao chi bộ rà cử tri.", "c) Nộp trước 15/4."),
        ("Thứ nhất, sổ sách.", "Thứ hai, giao chi bộ rà cử tri.", "Thứ ba, nộp trước 15/4."),
        ("Chị dặn ghi sổ cho đủ.", "Về cử tri, chị yêu cầu rà lại.", "Chị còn nhắc hạn 15/4."),
    ],
)
def test_a_guests_list_is_what_the_guest_says(items: tuple[str, str, str]) -> None:
    read = _read(
        ("contributions", "Chị Hạnh thay mặt Đảng ủy yêu cầu mấy việc:", GUEST),
        ("next_tasks", items[0], None),
        ("conclusions", items[1], None),
        ("resolution", items[2], None),
        ("conclusions", "Anh Thịnh kết luận: giao anh Bảy lập danh sách.", CHAIR),
        ("conclusions", "- Xong trước 20/4.", None),
    )
    assert [_is_guests(paragraph) for paragraph in read] == [True] * 4 + [False] * 2
    assert [p.section for p in read[4:]] == [SectionLabel.CONCLUSIONS] * 2
    assert all(sum(share for _, share in p.probabilities) == pytest.approx(1.0) for p in read)
    assert all(p.confidence > 0.5 for p in read[1:4])


@pytest.mark.parametrize(
    "after",
    [
        "Giao anh Bảy lập danh sách cử tri trước 15/4.",  # no mark: perhaps no longer the guest
        "2. Kết luận",  # counts on from nothing
        "Hai là giao anh Bảy.",  # there was no first
    ],
)
def test_what_does_not_go_on_with_the_list_stands(after: str) -> None:
    read = _read(
        ("contributions", "Chị Hạnh thay mặt Đảng ủy phát biểu.", GUEST),
        ("conclusions", after, None),
    )
    assert read[1].section is SectionLabel.CONCLUSIONS


def test_a_list_in_which_the_guest_is_one_item_is_not_the_guests() -> None:
    read = _read(
        ("contributions", "- Chị Hạnh: chi bộ làm tốt.", GUEST),
        ("conclusions", "- Giao anh Bảy lập danh sách.", None),
    )
    assert read[1].section is SectionLabel.CONCLUSIONS


def test_an_ordinal_is_taken_up_again_after_a_remark() -> None:
    read = _read(
        ("contributions", "Chị Hạnh có ba ý. Thứ nhất, sổ sách.", GUEST),
        ("formalities", "(Điện chập chờn.)", None),
        ("conclusions", "Thứ hai, giao chi bộ rà cử tri.", None),
    )
    assert [_is_guests(paragraph) for paragraph in read] == [True, False, True]


def test_sections_that_were_given_stand() -> None:
    given = [
        _line(0, "contributions", "Chị Hạnh yêu cầu mấy việc:", GUEST),
        Paragraph(1, "- Giao chi bộ rà cử tri.", SectionLabel.CONCLUSIONS),
    ]
    assert with_guest_turns(given)[1] == given[1]
