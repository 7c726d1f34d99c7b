"""Cues of form that depend on place: blanks, party title, signature blocks, adoption."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from minutes_nlp.model.labels import SectionLabel
from minutes_nlp.model.minutes import Cue, CueKind, Paragraph
from minutes_nlp.nlp.text import fold

_BLANK: Final = re.compile(
    r"…{2,}|\.{4,}|_{3,}|(?:\. ){4,}|…\.{2,}"
    r"|\[\s{0,3}(?:…|không đề cập|chưa|điền|bổ sung|ghi|trống|x|…+|\.+)[^\]\n]{0,40}\]|\[\s{0,3}\]"
)
_PARTY_TITLE: Final = re.compile(r"đảng cộng sản việt nam")
_SECRETARY: Final = re.compile(
    r"(?<!\w)(?:(?:người )?(?:ghi|viết|lập) (?:biên (?:bản|bảng)|bb|chép)"
    r"|người ghi|thư ký|tm\.? ?thư ký)(?!\w)"
)
_CHAIR: Final = re.compile(
    r"(?<!\w)(?:(?:người )?chủ (?:trì|tọa)|điều hành|chủ tịch hội nghị|người điều khiển"
    r"|(?:tm|t/m|k/t|kt|thay mặt)\.? ?(?:chi bộ|chi ủy|bí thư|ban chi ủy)|(?:phó )?bí thư)(?!\w)"
)
_HEAD, _TAIL, _BLOCK_WORDS = 15, 14, 14
_CLOSING: Final = re.compile(
    r"(?:kết thúc|bế mạc|họp xong|xong lúc|hết giờ|nghỉ lúc|giải tán|tan họp|cùng ngày"
    r"|thông qua|đọc lại|đọc biên bản)"
)


def form_cues(paragraphs: tuple[Paragraph, ...]) -> dict[int, list[Cue]]:
    """Return cues of form by paragraph index."""
    block = _signature_block(paragraphs)
    cues: dict[int, list[Cue]] = {}
    for position, paragraph in enumerate(paragraphs):
        found = list(_title(paragraph)) if position < _HEAD else []
        found += _signatures(paragraph) if position >= block else _blanks(paragraph)
        if found:
            cues[paragraph.index] = found
    return cues


def _title(paragraph: Paragraph) -> Iterator[Cue]:
    if paragraph.words <= 20:
        for match in _PARTY_TITLE.finditer(fold(paragraph.text)):
            yield Cue(CueKind.PARTY_TITLE, *match.span())


def _blanks(paragraph: Paragraph) -> Iterator[Cue]:
    for match in _BLANK.finditer(fold(paragraph.text)):
        yield Cue(CueKind.BLANK, *match.span())


def _signatures(paragraph: Paragraph) -> Iterator[Cue]:
    folded = fold(paragraph.text)
    for kind, pattern in (
        (CueKind.SIGNATURE_SECRETARY, _SECRETARY),
        (CueKind.SIGNATURE_CHAIR, _CHAIR),
    ):
        match = pattern.search(folded)
        if match:
            yield Cue(kind, *match.span())


def _signature_block(paragraphs: tuple[Paragraph, ...]) -> int:
    """Return the position at which the signature block begins.

    It is the run of short lines of form at the very end.
    """
    position = len(paragraphs)
    floor = max(len(paragraphs) - _TAIL, 0)
    while position > floor and _is_block_line(paragraphs[position - 1]):
        position -= 1
    return position


def _is_block_line(paragraph: Paragraph) -> bool:
    # A table of signatures without lines is one row: each cell counts on its own.
    cells = [cell.strip() for cell in fold(paragraph.text).split(" | ")]
    if any(len(cell.split()) > _BLOCK_WORDS or _CLOSING.search(cell) for cell in cells):
        return False
    is_form = paragraph.section is SectionLabel.FORMALITIES
    signs = (_SECRETARY.match(cell) or _CHAIR.match(cell) for cell in cells)
    return is_form or all(signs)
