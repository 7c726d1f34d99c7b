"""A review: what was decided, one event after the other; schema ``minutes-nlp/review/1``.

What holds now follows from the events alone: of those on one thing the last counts, and an undo
drops the last event.  Nothing says who decided, and nothing is counted about anyone.
"""

from __future__ import annotations

import datetime as dt
import unicodedata
from hashlib import sha256
from typing import Annotated, Final, Literal, Self

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field, model_validator

from minutes_nlp.model.labels import SectionLabel
from minutes_nlp.reviewing.errors import nothing_to_undo

REVIEW_SCHEMA: Final = "minutes-nlp/review/1"
LONGEST_REASON: Final = 2000
"""Code points of a reason."""

MOST_EVENTS: Final = 20_000

Verdict = Literal["accept", "correct", "reject"]
"""Of a finding: it is right; it is there but should be worded as the reason says; it is wrong."""

CheckVerdict = Literal["accept", "reject"]
"""Of an undecided check: the auditor found the fault; the auditor found that there is none."""


def _in_utc(time: dt.datetime) -> dt.datetime:
    return time.astimezone(dt.UTC)


def _one_line(reason: str | None) -> str | None:
    return (" ".join(reason.split()) or None) if reason else None


def _writable(name: str) -> str:
    return name.encode(errors="replace").decode()  # bytes of a name that are no text


Time = Annotated[AwareDatetime, AfterValidator(_in_utc)]
Reason = Annotated[
    Annotated[str, Field(max_length=LONGEST_REASON)] | None, AfterValidator(_one_line)
]
Digest = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class FindingDecision(_Part):
    """What was decided about a finding; to ``correct`` is to give the right words as reason."""

    kind: Literal["finding"] = "finding"
    at: Time
    fingerprint: str = Field(min_length=1, max_length=64)
    code: str = Field(min_length=1, max_length=16)
    verdict: Verdict
    reason: Reason = None

    @model_validator(mode="after")
    def _words_given(self) -> Self:
        if self.verdict == "correct" and self.reason is None:
            raise ValueError("to correct a finding takes the corrected words as reason")
        return self

    @property
    def subject(self) -> tuple[str, ...]:
        """What the event is about; the last event on a subject counts."""
        return self.kind, self.code, self.fingerprint


class CheckDecision(_Part):
    """What was decided about a check that the program left undecided."""

    kind: Literal["check"] = "check"
    at: Time
    code: str = Field(min_length=1, max_length=16)
    verdict: CheckVerdict
    reason: Reason = None

    @property
    def subject(self) -> tuple[str, ...]:
        """What the event is about; the last event on a subject counts."""
        return self.kind, self.code


class SectionCorrection(_Part):
    """The right section of a paragraph; ``digest`` is that of its text, so of no other words.

    ``before`` is the section that the program gave; when ``after`` is the same, an earlier
    correction is taken back.
    """

    kind: Literal["section"] = "section"
    at: Time
    paragraph: int = Field(ge=0)
    before: SectionLabel
    after: SectionLabel
    digest: Digest

    @property
    def subject(self) -> tuple[str, ...]:
        """What the event is about; the last event on a subject counts."""
        return self.kind, str(self.paragraph), self.digest


Event = Annotated[FindingDecision | CheckDecision | SectionCorrection, Field(discriminator="kind")]


class ReviewSource(_Part):
    """The file that was reviewed."""

    name: Annotated[str, AfterValidator(_writable)]
    sha256: Digest


class Review(_Part):
    """All decisions about one document.

    ``earlier`` are the texts of the document whose decisions were carried over; the first
    ``carried`` events are of them, the rest of ``source``.
    """

    schema_name: Literal["minutes-nlp/review/1"] = Field(default=REVIEW_SCHEMA, alias="schema")
    source: ReviewSource
    earlier: tuple[ReviewSource, ...] = ()
    carried: int = Field(default=0, ge=0)
    events: tuple[Event, ...] = Field(default=(), max_length=MOST_EVENTS)

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    @model_validator(mode="after")
    def _carried_are_there(self) -> Self:
        if self.carried > len(self.events):
            raise ValueError("more events are called carried over than there are")
        return self

    def decided(self, event: Event) -> Review:
        """Return the review with one event more."""
        return self._with((*self.events, event))

    def undone(self) -> Review:
        """Return the review without its last event.

        Raises:
            NothingToUndoError: there is none on this text; carried ones are not taken back.
        """
        if self.carried == len(self.events):
            raise nothing_to_undo()
        return self._with(self.events[:-1])

    def carried_to(self, source: ReviewSource) -> Review:
        """Return the review for another text of the document, with every decision so far."""
        if source.sha256 == self.source.sha256:
            return self
        return Review(
            source=source,
            earlier=(*self.earlier, self.source),
            carried=len(self.events),
            events=self.events,
        )

    def holding(self) -> dict[tuple[str, ...], tuple[Event, bool]]:
        """Return the last event on each subject, and whether it is of an earlier text."""
        last: dict[tuple[str, ...], tuple[Event, bool]] = {}
        for place, event in enumerate(self.events):
            last.pop(event.subject, None)  # so that the order is that of the last events
            last[event.subject] = (event, place < self.carried)
        return last

    def _with(self, events: tuple[Event, ...]) -> Review:
        return Review(source=self.source, earlier=self.earlier, carried=self.carried, events=events)


def new_review(source: ReviewSource) -> Review:
    """Return a review in which nothing is decided."""
    return Review(source=source)


def text_digest(text: str) -> str:
    """Return what a paragraph's exact text is known by: SHA-256 of its NFC form, in hexadecimal."""
    return sha256(unicodedata.normalize("NFC", text).encode(errors="replace")).hexdigest()


def now() -> dt.datetime:
    """Return the time of a decision, to the second."""
    return dt.datetime.now(dt.UTC).replace(microsecond=0)
