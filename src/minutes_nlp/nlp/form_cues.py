"""Cues of form that depend on place: blanks, party title, signature blocks, adoption."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from minutes_nlp.model.labels import SectionLabel
from minutes_nlp.model.minutes import Cue, CueKind, Paragraph
from minutes_nlp.nlp.text import fold, without_tones

_BLANK: Final = re.compile(
    r"…{2,}|\.{4,}|_{3,}|(?:\. ){4,}|…\.{2,}"
    r"|\[\s{0,3}(?:…|không đề cập|chưa|điền|bổ sung|ghi|trống|x|…+|\.+)[^\]\n]{0,40}\]|\[\s{0,3}\]"
    # A date whose day or month was left out: "ngày    /02/2026", "ngày … tháng 4".
    r"|(?<!\w)(?:ngày|tháng)(?: {2,12}| ?(?:…|\.{3}) ?)(?=/|tháng(?!\w)|năm(?!\w))"
    # The same where a reader has joined the spaces: "ngày tháng 4 năm 2026".
    r"|(?<!\w)ngày (?=tháng \d{1,2} năm \d{4}(?!\d))"
)
_PARTY_TITLE: Final = re.compile(
    r"dang\s{1,3}(?:cong\s{1,3}san|cs)(?:\s{1,3}viet\s{1,3}nam|\s{1,3}vn)?"
)
_PARTY_NAME: Final = "đảng cộng sản việt nam"
_SECRETARY: Final = re.compile(
    r"(?<!\w)(?:(?:người )?(?:ghi|viết|lập) (?:biên (?:bản|bảng)|bb|chép)"
    r"|người ghi|thư ký|tm\.? ?thư ký)(?!\w)"
)
_CHAIR: Final = re.compile(
    r"(?<!\w)(?:(?:người )?chủ (?:trì|tọa)|điều hành|chủ tịch hội nghị|người điều khiển"
    r"|(?:tm|t/m|k/t|kt|thay mặt)\.? ?(?:chi bộ|chi ủy|bí thư|ban chi ủy)|(?:phó )?bí thư)(?!\w)"
)
_HEAD, _TAIL, _BLOCK_WORDS, _TITLE_WORDS = 15, 14, 14, 20
_ASIDE: Final = re.compile(r"\([^()]{0,60}\)")
_AFTER_BLOCK: Final = re.compile(
    r"[\W_]*(?:nơi nhận|nơi gửi|như trên|lưu|ghi chú|biên bản (?:này )?(?:gồm|lập|được lập|có \d))"
)
_SIGNERS: Final = (
    (CueKind.SIGNATURE_SECRETARY, _SECRETARY),
    (CueKind.SIGNATURE_CHAIR, _CHAIR),
)
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
        if max(len(paragraphs) - _TAIL, len(paragraphs) // 2) <= position < block:
            found += _perhaps_signatures(paragraph)
        if found:
            cues[paragraph.index] = found
    return cues


def _title(paragraph: Paragraph) -> Iterator[Cue]:
    folded = fold(paragraph.text)
    for match in _PARTY_TITLE.finditer(without_tones(folded)):
        printed = paragraph.text[match.start() : match.end()].isupper()
        is_exact = " ".join(folded[match.start() : match.end()].split()) == _PARTY_NAME
        # A letterhead table is one long row: capitals tell the title from the party's name.
        is_title = is_exact and (paragraph.words <= _TITLE_WORDS or printed)
        if is_title or paragraph.section is SectionLabel.FORMALITIES:
            yield Cue(CueKind.PARTY_TITLE, *match.span(), 1.0 if is_title else 0.4)


def _blanks(paragraph: Paragraph) -> Iterator[Cue]:
    for match in _BLANK.finditer(fold(paragraph.text)):
        yield Cue(CueKind.BLANK, *match.span())


def _signatures(paragraph: Paragraph) -> Iterator[Cue]:
    folded = fold(paragraph.text)
    for kind, pattern in _SIGNERS:
        match = pattern.search(folded)
        if match:
            yield Cue(kind, *match.span())


def _perhaps_signatures(paragraph: Paragraph) -> Iterator[Cue]:
    """Yield titles of signatures in lines near the end that are no clear block."""
    folded = fold(paragraph.text)
    start = 0
    for cell in folded.split(" | "):
        for kind, pattern in _SIGNERS:
            match = pattern.match(cell)
            if match:
                yield Cue(kind, start + match.start(), start + match.end(), 0.4)
        start += len(cell) + 3


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
    folded = _ASIDE.sub(" ", fold(paragraph.text))
    is_form = paragraph.section is SectionLabel.FORMALITIES
    if is_form and _AFTER_BLOCK.match(folded):
        return True
    cells = [cell.strip() for cell in folded.split(" | ")]
    # Titles side by side with tabs between them are one line for two.
    pair = len(cells) == 1 and all(pattern.search(cells[0]) for _, pattern in _SIGNERS)
    most = 2 * _BLOCK_WORDS if pair and _opens_signature(cells[0]) else _BLOCK_WORDS
    if any(len(cell.split()) > most or _CLOSING.search(cell) for cell in cells):
        return False
    return is_form or all(_opens_signature(cell) for cell in cells)


def _opens_signature(cell: str) -> bool:
    return any(pattern.match(cell) for _, pattern in _SIGNERS)
