"""What is annotated of a source, carried over to a text in which paragraphs and letters changed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from minutes_nlp.corpus.records import CorpusParagraph
from minutes_nlp.model.labels import SPOKEN_SECTIONS, SectionLabel

_WORD: Final = re.compile(r"\S+\s?|\s")
_SHARE: Final = 0.5
"""A source paragraph of which so much lies in another's text is named in ``also``."""
_NEAR: Final = 3
"""Characters by which a boundary may be off."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """Characters of a source and of a copy that answer to each other.

    ``pairs`` holds offsets (in the source, in the copy), both rising, of equal characters and of
    those that stand for each other; ``errors`` counts characters put in, left out or replaced.
    """

    source: str
    copy: str
    pairs: tuple[tuple[int, int], ...]
    errors: int


def align(source: str, copy: str) -> Alignment:
    """Align two texts, word by word and inside changed stretches letter by letter."""
    pairs: list[tuple[int, int]] = []
    errors = 0
    ours, theirs = _words(source), _words(copy)
    # A space more or less makes no other word: paragraphs end elsewhere in the copy.
    for kind, a, b, c, d in _operations(
        [w.strip() for w, _ in ours], [w.strip() for w, _ in theirs]
    ):
        start, other = _offset(ours, a, source), _offset(theirs, c, copy)
        end, other_end = _offset(ours, b, source), _offset(theirs, d, copy)
        if kind == "equal":
            for i, j in zip(range(a, b), range(c, d), strict=True):
                length = min(len(ours[i][0]), len(theirs[j][0]))
                pairs += [(ours[i][1] + k, theirs[j][1] + k) for k in range(length)]
            continue
        inner, wrong = _align_letters(source[start:end], copy[other:other_end])
        pairs += [(start + x, other + y) for x, y in inner]
        errors += wrong
    return Alignment(source, copy, tuple(pairs), errors)


def _words(text: str) -> list[tuple[str, int]]:
    return [(match[0], match.start()) for match in _WORD.finditer(text)]


def _offset(words: Sequence[tuple[str, int]], index: int, text: str) -> int:
    return words[index][1] if index < len(words) else len(text)


def _operations(ours: Sequence[str], theirs: Sequence[str]) -> list[tuple[str, int, int, int, int]]:
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    return [(kind, a, b, c, d) for kind, a, b, c, d in matcher.get_opcodes()]


def _align_letters(source: str, copy: str) -> tuple[list[tuple[int, int]], int]:
    pairs: list[tuple[int, int]] = []
    errors = 0
    for kind, a, b, c, d in _operations(source, copy):
        if kind == "equal" or (kind == "replace" and b - a == d - c):
            pairs += zip(range(a, b), range(c, d), strict=True)
        if kind != "equal":
            errors += max(b - a, d - c)
    return pairs, errors


def carry_over(source: Sequence[CorpusParagraph], texts: Sequence[str]) -> list[CorpusParagraph]:
    """Return ``texts`` as paragraphs with the labels of the source that they cover most of.

    A text that answers to nothing in the source keeps the label before it.
    """
    owners = _owners([paragraph.text for paragraph in source])
    places = _owners(texts)
    aligned = align("\n".join(p.text for p in source), "\n".join(texts))
    covered: list[Counter[int]] = [Counter() for _ in texts]
    for ours, theirs in aligned.pairs:
        if places[theirs] >= 0 and owners[ours] >= 0:
            covered[places[theirs]][owners[ours]] += 1
    result: list[CorpusParagraph] = []
    for text, counts in zip(texts, covered, strict=True):
        before = result[-1] if result else source[0]
        result.append(_labelled(text, counts, source, before))
    return result


def _owners(texts: Sequence[str]) -> list[int]:
    """Return for every character of the texts, joined by line ends, which text it is of."""
    owners: list[int] = []
    for index, text in enumerate(texts):
        owners += [index] * len(text) + [-1]
    return owners[:-1]


def _labelled(
    text: str, counts: Counter[int], source: Sequence[CorpusParagraph], before: CorpusParagraph
) -> CorpusParagraph:
    if not counts:
        return CorpusParagraph(text=text, section=before.section)
    by_section: Counter[SectionLabel | None] = Counter()
    for index, count in counts.items():
        by_section[source[index].section] += count
    section = max(by_section, key=lambda label: by_section[label])
    main = [index for index, _ in counts.most_common() if source[index].section is section]
    role = next((source[index].role for index in main if source[index].role), None)
    within = [i for i in sorted(counts) if counts[i] >= _SHARE * len(source[i].text)]
    labels = [
        label
        for i in dict.fromkeys([*main[:1], *within])
        for label in (source[i].section, *source[i].also)
        if label and label is not section
    ]
    return CorpusParagraph(
        text=text,
        section=section,
        role=role if section in SPOKEN_SECTIONS else None,
        also=tuple(dict.fromkeys(labels)),
    )


@dataclass(frozen=True, slots=True)
class BoundaryCounts:
    """Beginnings of paragraphs, the first of a document apart."""

    true: int
    found: int
    given: int


def boundaries(source: Sequence[str], texts: Sequence[str]) -> BoundaryCounts:
    """Count how many beginnings of source paragraphs begin a paragraph of the copy."""
    aligned = align("\n".join(source), "\n".join(texts))
    there = dict(aligned.pairs)
    starts = list(_starts(texts))
    found = sum(
        any(
            abs(place - start) <= _NEAR
            for start in starts
            if (place := _place(there, origin)) is not None
        )
        for origin in _starts(source)
    )
    return BoundaryCounts(true=len(source) - 1, found=found, given=len(starts))


def _starts(texts: Sequence[str]) -> Iterator[int]:
    position = 0
    for text in texts[:-1]:
        position += len(text) + 1
        yield position


def _place(there: dict[int, int], origin: int) -> int | None:
    return next((there[i] - (i - origin) for i in range(origin, origin + 6) if i in there), None)
