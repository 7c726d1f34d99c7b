"""Paragraphs joined, or broken up at sentence ends."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import Final

from minutes_nlp.corpus.records import CorpusParagraph, CorpusRecord
from minutes_nlp.corpus.validation import is_heading
from minutes_nlp.learning.damage.base import generator, with_paragraphs
from minutes_nlp.model.labels import SPOKEN_SECTIONS, SectionLabel
from minutes_nlp.nlp.sentences import sentences

_LARGEST: Final = 120
_SMALLEST_TARGET: Final = 30
_END: Final = tuple(".!?;:,…")


def merged(record: CorpusRecord) -> CorpusRecord:
    """Return the record with neighbours joined to paragraphs of up to about 120 words.

    Rows of tables, letterhead and signatures stay on their own.
    """
    random = generator("merged_paragraphs", record)
    groups: list[list[CorpusParagraph]] = []
    room = 0
    for paragraph, alone in zip(record.paragraphs, _stand_alone(record.paragraphs), strict=True):
        words = len(paragraph.text.split())
        if groups and not alone and words <= room:
            groups[-1].append(paragraph)
            room -= words
        else:
            groups.append([paragraph])
            room = 0 if alone else random.randint(_SMALLEST_TARGET, _LARGEST) - words
    return with_paragraphs(record, [joined(group) for group in groups])


def _stand_alone(paragraphs: Sequence[CorpusParagraph]) -> list[bool]:
    ends = [p.section in {SectionLabel.FORMALITIES, None} and len(p.text.split()) < 12
            for p in paragraphs]  # fmt: skip
    start = ends.index(False) if False in ends else len(ends)
    stop = len(ends) - (ends[::-1].index(False) if False in ends else 0)
    return [
        not start <= index < stop or " | " in paragraph.text
        for index, paragraph in enumerate(paragraphs)
    ]


def joined(parts: Sequence[CorpusParagraph]) -> CorpusParagraph:
    """Return one paragraph of ``parts``: the label with most words, the others in ``also``.

    The role is that of the longest part of the winning section that has one.
    """
    words: dict[SectionLabel | None, int] = {}
    for part in parts:
        words[part.section] = words.get(part.section, 0) + len(part.text.split())
    section = max(words, key=lambda label: words[label])
    own = sorted((p for p in parts if p.section is section), key=lambda p: -len(p.text.split()))
    role = next((part.role for part in own if part.role), None)
    labels = [label for part in parts for label in (part.section, *part.also) if label]
    return CorpusParagraph(
        text=_joined_text([part.text for part in parts]),
        section=section,
        role=role if section in SPOKEN_SECTIONS else None,
        also=tuple(label for label in dict.fromkeys(labels) if label is not section),
    )


def _joined_text(texts: Sequence[str]) -> str:
    pieces: list[str] = []
    for text in texts[:-1]:
        opens = is_heading(CorpusParagraph(text=text)) and not text.rstrip().endswith(_END)
        pieces.append(text.rstrip() + (":" if opens else ""))
    return " ".join([*pieces, texts[-1]])


def split(record: CorpusRecord) -> CorpusRecord:
    """Return the record with its paragraphs broken into lines of one or two sentences."""
    random = generator("split_paragraphs", record)
    return with_paragraphs(
        record, [piece for paragraph in record.paragraphs for piece in _pieces(paragraph, random)]
    )


def _pieces(paragraph: CorpusParagraph, random: Random) -> list[CorpusParagraph]:
    ranges = sentences(paragraph.text)
    if len(ranges) < 2 or " | " in paragraph.text:
        return [paragraph]
    lines: list[str] = []
    first = 0
    while first < len(ranges):
        last = min(first + random.randint(1, 2), len(ranges)) - 1
        lines.append(paragraph.text[ranges[first][0] : ranges[last][1]])
        first = last + 1
    return [paragraph.model_copy(update={"text": line}) for line in lines]
