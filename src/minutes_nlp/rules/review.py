"""Base of the checks on what the review of last period's tasks says."""

from __future__ import annotations

from abc import ABC
from collections.abc import Iterator
from typing import ClassVar

from minutes_nlp.model.labels import SectionLabel
from minutes_nlp.model.language import Text
from minutes_nlp.model.minutes import CueKind, Minutes, Paragraph
from minutes_nlp.rules.base import WITH_REGULAR_PART, Rule
from minutes_nlp.rules.evidence import might_be, might_show, perhaps, weak_cue, with_cue
from minutes_nlp.rules.missing import section_doubt
from minutes_nlp.rules.thresholds import Thresholds
from minutes_nlp.rules.verdicts import Verdict

_REVIEW = SectionLabel.TASK_REVIEW
_SEARCHED = Text("phần đánh giá thực hiện nhiệm vụ", "the review of tasks")


class ReviewWithoutCue(Rule, ABC):
    """There is a review, and no words in it show what should be there."""

    kinds = WITH_REGULAR_PART
    cues: ClassVar[tuple[CueKind, ...]]
    message: ClassVar[Text]
    what: ClassVar[Text]
    not_review: ClassVar[Text]
    """Why the same words outside the review do not count."""

    def check(self, minutes: Minutes, thresholds: Thresholds) -> Iterator[Verdict]:
        """Yield a finding when the review, and what might be review, has no such words."""
        review = minutes.section(_REVIEW, headings=True)
        if not minutes.section(_REVIEW):
            doubtful = section_doubt(minutes, thresholds, _REVIEW)
            if doubtful:
                yield self.undecided(might_be(doubtful, _REVIEW))
            return
        if with_cue(review, *self.cues):
            return
        maybe_review = with_cue(perhaps(minutes, thresholds, _REVIEW), *self.cues)
        doubtful = weak_cue(review, *self.cues) or next(iter(maybe_review), None)
        if doubtful:
            yield self.undecided(might_show(doubtful, self.what))
        else:
            yield self.missing(self.message, _SEARCHED, self._elsewhere(minutes))

    def _elsewhere(self, minutes: Minutes) -> Iterator[tuple[Paragraph, Text]]:
        for paragraph in with_cue(minutes.paragraphs, *self.cues):
            yield paragraph, self.not_review
