"""Cues of form: title, blanks, signature blocks, adoption."""

from __future__ import annotations

from minutes_nlp.model.minutes import CueKind
from tests.nlp.marking import marked


def kinds(*lines: str) -> list[set[CueKind]]:
    return [{cue.kind for cue in paragraph.cues} for paragraph in marked(*lines)]


def test_signatures_stand_in_the_block_at_the_end() -> None:
    found = kinds(
        "formalities | ĐẢNG CỘNG SẢN VIỆT NAM",
        "formalities | Chủ trì: đ/c Lan. Thư ký: đ/c Hoa.",
        "conclusions:chair | Giao đ/c Hoa làm sổ.",
        "formalities | Biên bản được đọc lại và thông qua. Kết thúc 16 giờ.",
        "formalities | NGƯỜI GHI BIÊN BẢN",
        "formalities | Nguyễn Thị Hoa",
        "formalities | CHỦ TRÌ HỘI NGHỊ",
        "formalities | Trần Thị Lan",
    )
    assert CueKind.PARTY_TITLE in found[0]
    assert not found[1] & {CueKind.SIGNATURE_CHAIR, CueKind.SIGNATURE_SECRETARY}
    assert CueKind.MINUTES_ADOPTION in found[3]
    assert CueKind.SIGNATURE_SECRETARY in found[4]
    assert CueKind.SIGNATURE_CHAIR in found[6]


def test_both_signatures_may_share_a_line() -> None:
    found = kinds("task_review | Thu quỹ.", "formalities | THƯ KÝ | T/M CHI BỘ")
    assert {CueKind.SIGNATURE_CHAIR, CueKind.SIGNATURE_SECRETARY} <= found[1]


def test_leaders_of_the_signature_block_are_no_blanks() -> None:
    found = kinds(
        "task_review | Kết quả: …………………",
        "formalities | Kết thúc lúc 16 giờ.",
        "formalities | THƯ KÝ: ………………",
    )
    assert CueKind.BLANK in found[0]
    assert CueKind.BLANK not in found[2]


def test_a_day_left_out_is_a_blank_though_its_spaces_were_joined() -> None:
    found = kinds(
        "formalities | Khe Lếch, ngày tháng 4 năm 2026",
        "formalities | Họp hằng tháng, ghi rõ ngày tháng năm.",
        "formalities | Khe Lếch, ngày 5 tháng 4 năm 2026",
        "task_review | Thu quỹ được 2 triệu đồng.",
        "formalities | Kết thúc lúc 16 giờ.",
    )
    assert CueKind.BLANK in found[0]
    assert CueKind.BLANK not in found[1]
    assert CueKind.BLANK not in found[2]
