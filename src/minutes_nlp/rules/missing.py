"""Bases of the checks that look for a section or for certain words and do not find them."""

from __future__ import annotations

import re
from abc import ABC
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import ClassVar

from minutes_nlp.model.labels import SectionLabel
from minutes_nlp.model.language import Text
from minutes_nlp.model.minutes import CueKind, Minutes, Paragraph
from minutes_nlp.rules.base import Rule
from minutes_nlp.rules.claims import Claim
from minutes_nlp.rules.evidence import (
    after_bare_heading,
    bare_headings,
    might_be,
    might_show,
    nearest_to,
    perhaps,
    weak_cue,
    with_cue,
)
from minutes_nlp.rules.thresholds import Thresholds
from minutes_nlp.rules.verdicts import Verdict

_TOLD = tuple(label for label in SectionLabel if label is not SectionLabel.FORMALITIES)
WHOLE_TEXT = Text("toàn bộ biên bản", "the whole of the minutes")


class MissingSection(Rule, ABC):
    """A section of the minutes has nothing beyond a heading."""

    claim = Claim.MISSING
    section: ClassVar[SectionLabel]
    message: ClassVar[Text]
    traces: ClassVar[re.Pattern[str]]
    """Words that tell of it under another head: they clear nothing, but forbid "missing"."""

    def check(self, minutes: Minutes, thresholds: Thresholds) -> Iterator[Verdict]:
        """Yield a finding when no paragraph belongs, nor might belong, to the section."""
        if minutes.section(self.section):
            return
        doubtful = section_doubt(minutes, thresholds, self.section) or self._trace(minutes)
        if doubtful:
            yield self.undecided(might_be(doubtful, self.section))
            return
        headings = bare_headings(minutes, self.section)
        nearest = chain(headings, nearest_to(minutes, self.section))
        yield self.missing(self.message, WHOLE_TEXT, nearest)

    def _trace(self, minutes: Minutes) -> Paragraph | None:
        told = minutes.section(*_TOLD)
        return next((p for p in told if self.traces.search(p.text.casefold())), None)


def section_doubt(
    minutes: Minutes, thresholds: Thresholds, label: SectionLabel
) -> Paragraph | None:
    """Return a paragraph that might belong to a section in which nothing was found."""
    likely = perhaps(minutes, thresholds, label)
    return likely[0] if likely else after_bare_heading(minutes, label)


class MissingCue(Rule, ABC):
    """No words anywhere in the minutes show what should be recorded."""

    claim = Claim.MISSING
    cues: ClassVar[tuple[CueKind, ...]]
    message: ClassVar[Text]
    what: ClassVar[Text]
    """Completes "Có đoạn … có thể …": what weak signs might be."""

    def check(self, minutes: Minutes, thresholds: Thresholds) -> Iterator[Verdict]:
        """Yield a finding when not even weak signs are there."""
        if with_cue(self.places(minutes), *self.cues):
            return
        doubtful = weak_cue(self.region(minutes), *self.cues) or self.doubt(minutes)
        if doubtful:
            yield self.undecided(might_show(doubtful, self.what))
        else:
            yield self.missing(self.message, WHOLE_TEXT, self.nearest(minutes))

    def places(self, minutes: Minutes) -> Sequence[Paragraph]:
        """Return the paragraphs in which clear signs count; by default all."""
        return minutes.paragraphs

    def region(self, minutes: Minutes) -> Sequence[Paragraph]:
        """Return the paragraphs in which weak signs count; by default where clear ones do."""
        return self.places(minutes)

    def doubt(self, minutes: Minutes) -> Paragraph | None:
        """Return a paragraph that might show it in other words; by default none."""
        return None

    def nearest(self, minutes: Minutes) -> Iterator[tuple[Paragraph, Text]]:
        """Yield what came closest, each with why it does not count; by default nothing."""
        return iter(())
