"""Read minutes once more in another form: mistyped words put right, long paragraphs broken up."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from minutes_nlp.model.labels import SectionLabel
from minutes_nlp.model.language import Text
from minutes_nlp.model.minutes import Minutes, Paragraph
from minutes_nlp.model.second_reading import Repair, SecondReading
from minutes_nlp.nlp.resegmentation import pieces_of
from minutes_nlp.nlp.spelling import find_repairs, with_repairs
from minutes_nlp.nlp.text import fold

Read = Callable[[Sequence[str]], Minutes]
"""The same pipeline as for the first reading, over texts of paragraphs."""

_FEWEST_REPAIRS: Final = 3
"""Fewer, outside the formal parts, are no reason to read all of it again."""
_EXAMPLES: Final = 3
_LONG: Final = 40
"""Words from which on a paragraph may hold more than one thing."""
_VERY_LONG: Final = 60
"""The same for a formal one: the opening is often one paragraph."""
_FEWEST_BREAKS: Final = 3
_OPENS_PART: Final = re.compile(r"(?<!\w)(?:kết luận|kl|chốt|ý kiến|thảo luận|phê bình|tpb)(?!\w)")
_OPENING: Final = 40
"""Characters in which a piece says that it opens another part."""


def second_readings(minutes: Minutes, read: Read) -> Iterator[SecondReading]:
    """Yield the other forms in which minutes are worth reading, the likelier to matter first."""
    texts = [paragraph.text for paragraph in minutes.paragraphs]
    yield from _respelt(minutes, texts, read)
    yield from _resegmented(minutes, texts, read)


def _respelt(minutes: Minutes, texts: Sequence[str], read: Read) -> Iterator[SecondReading]:
    repairs = find_repairs(texts)
    headers = find_repairs(minutes.letterhead)
    formal = any(
        minutes.paragraphs[repair.paragraph].section is SectionLabel.FORMALITIES
        and not repair.typed.istitle()  # a rare name, more often than an error
        for repair in repairs
    )
    if not (formal or headers or len(repairs) >= _FEWEST_REPAIRS):
        return

    def reading() -> Minutes:
        letterhead = tuple(with_repairs(minutes.letterhead, headers))
        return replace(read(with_repairs(texts, repairs)), letterhead=letterhead)

    yield SecondReading(reading, _mistyped(repairs or headers))


def _mistyped(repairs: Sequence[Repair]) -> Text:
    shown = repairs[:_EXAMPLES]
    vi = "; ".join(f"đoạn {r.paragraph + 1}: “{r.typed}” → “{r.meant}”" for r in shown)
    en = "; ".join(f"paragraph {r.paragraph + 1}: “{r.typed}” → “{r.meant}”" for r in shown)
    return Text(
        f"Biên bản có chữ gõ sai ({vi}). Thử sửa các chữ ấy rồi đọc lại thì không còn thấy thiếu; "
        "cần người xem.",
        f"Words are mistyped ({en}). With them put right nothing seems to be missing; a person "
        "must look.",
    )


def _resegmented(minutes: Minutes, texts: Sequence[str], read: Read) -> Iterator[SecondReading]:
    broken = {
        paragraph.index: pieces
        for paragraph in minutes.paragraphs
        if paragraph.words >= _least_words(paragraph)
        if len(pieces := pieces_of(paragraph.text)) > 1
    }
    if _may_hide_a_part(broken.values()):
        parts = [piece for i, text in enumerate(texts) for piece in broken.get(i, [text])]
        yield SecondReading(partial(read, parts), _mixed(min(broken)), of_sections=True)


def _least_words(paragraph: Paragraph) -> int:
    return _VERY_LONG if paragraph.section is SectionLabel.FORMALITIES else _LONG


def _may_hide_a_part(broken: Iterable[Sequence[str]]) -> bool:
    """Whether breaking up is worth a reading: many breaks, or one where another part begins."""
    opened = [piece for pieces in broken for piece in pieces[1:]]
    return len(opened) >= _FEWEST_BREAKS or any(
        _OPENS_PART.search(fold(piece[:_OPENING])) for piece in opened
    )


def _mixed(index: int) -> Text:
    return Text(
        f"Có đoạn dài gộp nhiều nội dung (đoạn {index + 1}). Thử tách ra từng ý rồi đọc lại thì "
        "không còn thấy thiếu; cần người xem.",
        f"Long paragraphs hold several things (paragraph {index + 1}). Broken up and read again, "
        "nothing seems to be missing; a person must look.",
    )
