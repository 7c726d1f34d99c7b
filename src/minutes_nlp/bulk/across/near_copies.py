"""HT006: which documents copy another cell's or another month's text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from minutes_nlp.bulk.across.candidates import candidate_pairs
from minutes_nlp.bulk.across.documents import Held, Line
from minutes_nlp.bulk.across.shingles import Hashes, shared, shingles
from minutes_nlp.bulk.across.template import template_shingles, without
from minutes_nlp.model.labels import SectionLabel
from minutes_nlp.model.language import Text

COPIED: Final = 0.5
"""Share of the shorter document's own text from which it is a copy."""
DOUBTFUL: Final = 0.25
"""Below this the two are different; of 494 minutes of the corpus no two share more than 0.1."""
_LEAST: Final = 0.15
"""What the samples must share for a pair to be verified."""
_FEWEST: Final = 40
"""Shingles of its own that a document needs to be compared."""
_WORTH_TELLING: Final = 100
_OWN: Final = 0.15
_LEFT_OUT: Final = frozenset(
    {SectionLabel.FORMALITIES, SectionLabel.NEWS, SectionLabel.POLICY_DISSEMINATION}
)
"""Sections that follow a form, or that superiors hand down to every cell in the same words."""


@dataclass(frozen=True, slots=True)
class Copy:
    """Two documents of which one holds much of the other.

    Attributes:
        first: the earlier document.
        second: the later one.
        share: of the shorter one's own text that the other one holds, 0..1.
        jaccard: shared own text of all own text of both, 0..1.
        doubt: why it is undecided; ``None`` when it is a finding.
    """

    first: Held
    second: Held
    share: float
    jaccard: float
    doubt: Text | None = None


@dataclass(frozen=True, slots=True)
class NothingOwn:
    """A document nearly all of whose text many cells have; ``share``: of its text, 0..1."""

    held: Held
    share: float


def own_text(lines: Sequence[Line]) -> Hashes:
    """Return the shingles of what a cell says itself."""
    return shingles(line.text for line in lines if line.section not in _LEFT_OUT)


def near_copies(
    documents: Sequence[Held], texts: Sequence[Hashes]
) -> tuple[list[Copy], list[NothingOwn]]:
    """Compare every document with every other.

    Args:
        documents: what is known of each.
        texts: :func:`own_text` of each.

    Returns:
        Pairs of copies, the most alike first, and documents that cannot be compared because
        nearly all of their text is found in many cells.
    """
    template = template_shingles(texts, _numbers(documents))
    own = [without(text, template) for text in texts]
    enough = [number for number, text in enumerate(own) if text.size >= _FEWEST]
    pairs = [
        copy
        for a, b in candidate_pairs([own[number] for number in enough], _LEAST)
        if (copy := _compare(documents, own, enough[a], enough[b])) is not None
    ]
    pairs.sort(key=lambda pair: (-pair.share, pair.first.path, pair.second.path))
    return pairs, list(_without_own(documents, texts, own))


def _numbers(documents: Sequence[Held]) -> list[int]:
    """Number the cells; a document of an unknown cell counts as a cell of its own."""
    known: dict[str, int] = {}
    return [known.setdefault(held.unit or f"\0{held.path}", len(known)) for held in documents]


def _compare(documents: Sequence[Held], own: Sequence[Hashes], one: int, other: int) -> Copy | None:
    first, second = sorted(
        (documents[one], documents[other]), key=lambda held: (held.month or "9", held.path)
    )
    if first.unit and first.unit == second.unit and first.month and first.month == second.month:
        return None  # two papers of one meeting, such as a draft and the fair copy
    common, sizes = shared(own[one], own[other]), (own[one].size, own[other].size)
    share, jaccard = common / min(sizes), common / (sum(sizes) - common)
    if share < DOUBTFUL:
        return None
    return Copy(first, second, share, jaccard, _doubt(first, second, share))


def _doubt(first: Held, second: Held, share: float) -> Text | None:
    other_cell = first.unit and second.unit and first.unit != second.unit
    other_month = first.month and second.month and first.month != second.month
    if not other_cell and not other_month:
        return _SAME_MEETING
    return None if share >= COPIED else _PARTLY


_SAME_MEETING: Final = Text(
    "Chưa rõ chi bộ hoặc tháng, có thể là hai bản của cùng một buổi họp.",
    "The cell or the month is not known; these may be two papers of one meeting.",
)
_PARTLY: Final = Text(
    "Chỉ trùng một phần; cần người so hai bản.", "Only partly alike; a person must compare them."
)


def _without_own(
    documents: Sequence[Held], texts: Sequence[Hashes], own: Sequence[Hashes]
) -> Iterator[NothingOwn]:
    for held, text, rest in zip(documents, texts, own, strict=True):
        if text.size >= _WORTH_TELLING and rest.size < _OWN * text.size:
            yield NothingOwn(held, 1 - rest.size / text.size)
