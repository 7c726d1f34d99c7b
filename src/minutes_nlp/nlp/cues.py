"""Cues: what some words of a paragraph show.

Sets ``Paragraph.cues``; needs ``section``.  The word lists are data (``data/cues_*.toml``);
cues that depend on place or on a target are read in :mod:`criticism_cues` and
:mod:`form_cues`.  Words inside a document's name show nothing but ``DOCUMENT_NAME``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from minutes_nlp.model.minutes import Cue, CueKind, Paragraph, Substance
from minutes_nlp.nlp.criticism_cues import criticism_cues
from minutes_nlp.nlp.cue_lexicon import entries_for
from minutes_nlp.nlp.document_names import document_names, mask_document_names
from minutes_nlp.nlp.form_cues import form_cues
from minutes_nlp.nlp.owners import mentions, roster
from minutes_nlp.nlp.sentences import sentences
from minutes_nlp.nlp.work_cues import perhaps_work, shortfalls

_OPENING: Final = 0.4
"""Share of the paragraphs in which nothing adopts the minutes."""


def mark_cues(paragraphs: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """Return the paragraphs with every cue of :class:`CueKind`, in reading order.

    Strength under 0.5 means "perhaps": enough to doubt a finding, too little to clear it.
    """
    formal = form_cues(paragraphs)
    opening = len(paragraphs) * _OPENING - 1
    known = roster(paragraph.text for paragraph in paragraphs)
    marked = []
    for position, paragraph in enumerate(paragraphs):
        found = [*_lexical_cues(paragraph), *_name_cues(paragraph)]
        found += [*criticism_cues(paragraph), *perhaps_work(paragraph)]
        found += shortfalls(paragraph)
        found += formal.get(paragraph.index, ())
        out_of_place = _out_of_place(paragraph, known, is_opening=position < opening)
        kept = (cue for cue in found if cue.kind not in out_of_place)
        marked.append(replace(paragraph, cues=_strongest(kept)))
    return tuple(marked)


def _out_of_place(
    paragraph: Paragraph, known: frozenset[str], *, is_opening: bool
) -> frozenset[CueKind]:
    """Kinds that the paragraph cannot show, whatever its words."""
    kinds = set()
    if is_opening:  # the agenda may announce the adoption of the minutes
        kinds.add(CueKind.MINUTES_ADOPTION)
    if paragraph.substance in (Substance.HOLLOW, Substance.HEADING):
        kinds.add(CueKind.DECISION)
    if not mentions(paragraph.text, known):  # "chi bộ được nghe trình bày": by whom?
        kinds.add(CueKind.PRESENTER)
    return frozenset(kinds)


def _lexical_cues(paragraph: Paragraph) -> Iterator[Cue]:
    masked = mask_document_names(paragraph.text)
    for start, end in sentences(paragraph.text):
        for entry, phrases in entries_for(masked, start, end):
            if not entry.sections or paragraph.section in entry.sections:
                yield from entry.find(masked, start, end, phrases)


def _name_cues(paragraph: Paragraph) -> Iterator[Cue]:
    for start, end in document_names(paragraph.text):
        yield Cue(CueKind.DOCUMENT_NAME, start, end)


def _strongest(cues: Iterable[Cue]) -> tuple[Cue, ...]:
    """Of overlapping cues of one kind keep the strongest, then the longest."""
    kept: list[Cue] = []
    for cue in sorted(cues, key=lambda cue: (-cue.strength, cue.start - cue.end, cue.start)):
        if not any(other.kind is cue.kind and _overlap(cue, other) for other in kept):
            kept.append(cue)
    return tuple(sorted(kept, key=lambda cue: (cue.start, cue.end, cue.kind)))


def _overlap(one: Cue, other: Cue) -> bool:
    return one.start < other.end and other.start < one.end
