"""The finished reading of one set of minutes: plain, frozen, picklable values.

Rules and renderers see nothing but these.  Offsets count code points of a paragraph's NFC
text, end excluded; wherever a ``text`` stands beside offsets it repeats what they cut out.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from minutes_nlp.model.labels import (
    Characteristic,
    DocumentKind,
    Level,
    Role,
    SectionLabel,
)
from minutes_nlp.model.recognition import Recognition


class CueKind(StrEnum):
    """What some words of a paragraph show; rules ask for cues instead of searching text."""

    AGREEMENT = "agreement"  # the cell votes or agrees: "100% nhất trí", "chi bộ thống nhất"
    APPLIED_TO_CELL = "applied_to_cell"  # what a document or news item means for this cell
    BLANK = "blank"  # "…………", "[không đề cập]"
    CAUSE = "cause"  # why a shortcoming came about
    COMMITMENT = "commitment"  # a member undertakes something, liên hệ bản thân
    CRITICISM_FORMULA = "criticism_formula"  # "nghiêm túc tự phê bình và phê bình"
    DECISION = "decision"  # the chair or the cell decides, assigns, requires
    DISAGREEMENT = "disagreement"  # an argued different opinion
    DOCUMENT_CONTENT = "document_content"  # what a document says, beyond its title
    DOCUMENT_NAME = "document_name"  # "Kết luận số 18-KL/TW": a name, never a function
    FOLLOW_UP = "follow_up"  # an earlier shortcoming or violation is taken up again
    GUIDANCE = "guidance"  # members are reminded, guided, encouraged with content
    LESSON = "lesson"  # a lesson is drawn
    MEMBERS_THINKING = "members_thinking"  # tình hình tư tưởng, dư luận, tâm tư
    MINUTES_ADOPTION = "minutes_adoption"  # the minutes are read out or adopted
    NAMED_CRITICISM = "named_criticism"  # a person, the committee or the cell is criticised
    PARTY_FEE = "party_fee"  # đảng phí
    PARTY_TITLE = "party_title"  # "ĐẢNG CỘNG SẢN VIỆT NAM"
    PRAISE = "praise"
    PRESENTER = "presenter"  # who presents the thematic paper
    PREVIOUS_RESOLUTION = "previous_resolution"  # last period's resolution, conclusion, tasks
    PURPOSE = "purpose"  # purpose and requirements of a thematic meeting
    REMINDER = "reminder"  # nhắc nhở
    SELF_CRITICISM = "self_criticism"  # a speaker owns a fault
    SHORTCOMING = "shortcoming"
    SIGNATURE_CHAIR = "signature_chair"
    SIGNATURE_SECRETARY = "signature_secretary"
    THEMATIC_PART = "thematic_part"  # words that set the thematic part apart
    UNIT_WORK = "unit_work"  # the unit's own work: teaching, production, village life


@dataclass(frozen=True, slots=True)
class Span:
    """Some words of one paragraph."""

    paragraph: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that show something; ``strength`` in 0..1, under 0.5 means "perhaps"."""

    kind: CueKind
    start: int
    end: int
    strength: float = 1.0


class Substance(StrEnum):
    """Whether a paragraph says something of its own."""

    SUBSTANTIVE = "substantive"
    HOLLOW = "hollow"  # agreement, formula, title only
    COUNT = "count"  # "có 08 ý kiến phát biểu"
    HEADING = "heading"  # opens others, says nothing itself
    UNCLEAR = "unclear"  # could be either: whatever rests on it alone stays undecided


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks in a paragraph.

    ``names`` holds every name of a joint statement ("các đ/c A, B, C nhất trí"); it is empty
    for a speaker known by unit or office only.  ``start``/``end`` cut the naming words.
    """

    role: Role | None
    names: tuple[str, ...] = ()
    label: str | None = None
    start: int = 0
    end: int = 0

    @property
    def name(self) -> str | None:
        """The name to show: the first name, else the unit or office."""
        return self.names[0] if self.names else self.label


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph as understood.

    ``probabilities`` gives the calibrated probability of each section (they sum to 1);
    ``confidence`` is that of ``section``.
    """

    index: int
    text: str
    section: SectionLabel
    confidence: float = 1.0
    page: int | None = None
    probabilities: tuple[tuple[SectionLabel, float], ...] = ()
    substance: Substance = Substance.SUBSTANTIVE
    speaker: Speaker | None = None
    cues: tuple[Cue, ...] = ()

    @property
    def is_heading(self) -> bool:
        """Whether the paragraph only opens others."""
        return self.substance is Substance.HEADING

    @property
    def words(self) -> int:
        """Number of white-space separated words."""
        return len(self.text.split())

    def probability(self, section: SectionLabel) -> float:
        """Return how probable it is that the paragraph belongs to ``section``."""
        if not self.probabilities:
            return 1.0 if section is self.section else 0.0
        return dict(self.probabilities).get(section, 0.0)

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """Cut ``text[start:end]`` out as evidence."""
        end = len(self.text) if end is None else end
        return Span(self.index, start, end, self.text[start:end])

    def spans(self, kind: CueKind, *, at_least: float = 0.5) -> Iterator[Span]:
        """Yield the words of each cue of ``kind`` that is strong enough."""
        for cue in self.cues:
            if cue.kind is kind and cue.strength >= at_least:
                yield self.span(cue.start, cue.end)

    def has(self, *kinds: CueKind, at_least: float = 0.5) -> bool:
        """Whether any cue of these kinds is strong enough."""
        return any(cue.kind in kinds and cue.strength >= at_least for cue in self.cues)


@dataclass(frozen=True, slots=True)
class Attendance:
    """Numbers of members as stated; ``None`` where the minutes do not say.

    ``reason_given``: ``None`` when nobody is recorded as absent.
    """

    total: int | None = None
    present: int | None = None
    absent: int | None = None
    exempt: int | None = None
    temporary: int | None = None
    probationary: int | None = None
    reason_given: bool | None = None
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Meeting:
    """The sitting as the minutes state it.

    ``months`` lists every month/year the title, the opening and the review name, with what
    it is said of: ``("title", 2026, 7)``, ``("reviewed", 2026, 6)``; the year may be ``None``.
    ``stated`` maps a field's name to the words that state it.
    """

    cell: str | None = None
    date: dt.date | None = None
    start: dt.time | None = None
    end: dt.time | None = None
    place: str | None = None
    chair: str | None = None
    secretary: str | None = None
    attendance: Attendance = Attendance()
    months: tuple[tuple[str, int | None, int], ...] = ()
    stated: tuple[tuple[str, Span], ...] = ()

    def evidence(self, field_name: str) -> Span | None:
        """Return the words that state ``field_name``."""
        return dict(self.stated).get(field_name)


@dataclass(frozen=True, slots=True)
class Vote:
    """A vote or a stated agreement; numbers are ``None`` where not stated."""

    span: Span
    in_favour: int | None = None
    against: int | None = None
    abstained: int | None = None
    voters: int | None = None
    percent: float | None = None
    unanimous: bool = False


@dataclass(frozen=True, slots=True)
class Task:
    """Something to be done: ``who`` and ``due`` in the words of the minutes.

    ``due_date`` is set when the words name a day; ``quantified`` when a number is to be met.
    """

    span: Span
    what: str
    who: str | None = None
    due: str | None = None
    due_date: dt.date | None = None
    quantified: bool = False

    @property
    def concrete(self) -> bool:
        """Who, and by when or how much."""
        return self.who is not None and (self.due is not None or self.quantified)


class Concluded(StrEnum):
    """How an item was concluded."""

    OWN = "own"
    FINAL = "final"


@dataclass(frozen=True, slots=True)
class Item:
    """One matter of the meeting: paragraphs ``first`` to ``end``, end excluded."""

    title: str
    first: int
    end: int
    presented: bool = False
    discussed: bool = False
    concluded: Concluded | None = None
    voted: bool = False
    assigned: tuple[Task, ...] = ()


@dataclass(frozen=True, slots=True)
class SignEvidence:
    """Words that back a level: ``sign`` names the sign of the guide, e.g. ``concrete_task``."""

    sign: str
    span: Span


@dataclass(frozen=True, slots=True)
class Quality:
    """The level of one characteristic with what backs it; ``confidence`` in 0..1."""

    characteristic: Characteristic
    level: Level
    confidence: float
    evidence: tuple[SignEvidence, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentType:
    """What the paper is; ``looks_like`` names another kind of paper in Vietnamese."""

    kind: DocumentKind
    confidence: float = 1.0
    looks_like: str | None = None


@dataclass(frozen=True, slots=True)
class Minutes:
    """The whole reading of one document.

    ``letterhead`` holds the lines of page headers, which stand outside the paragraphs;
    ``recognition`` is ``None`` unless some page was read from an image.
    """

    document_type: DocumentType
    meeting: Meeting
    paragraphs: tuple[Paragraph, ...]
    votes: tuple[Vote, ...] = ()
    tasks: tuple[Task, ...] = ()
    items: tuple[Item, ...] = ()
    qualities: tuple[Quality, ...] = ()
    recognition: Recognition | None = None
    letterhead: tuple[str, ...] = ()

    def section(self, *labels: SectionLabel, headings: bool = False) -> list[Paragraph]:
        """Return the paragraphs of these sections; bare headings only when asked for."""
        return [
            paragraph
            for paragraph in self.paragraphs
            if paragraph.section in labels and (headings or not paragraph.is_heading)
        ]

    def runners_up(
        self, *labels: SectionLabel, at_least: float = 0.0, limit: int | None = 3
    ) -> list[Paragraph]:
        """Return paragraphs tagged otherwise, the likeliest to belong to ``labels`` first.

        Headings are left out.  ``at_least`` bounds the summed probability of the labels.
        """
        others = [
            (sum(paragraph.probability(label) for label in labels), paragraph)
            for paragraph in self.paragraphs
            if paragraph.section not in labels and not paragraph.is_heading
        ]
        likely = [pair for pair in others if pair[0] >= at_least]
        likely.sort(key=lambda pair: (-pair[0], pair[1].index))
        return [paragraph for _, paragraph in likely[:limit]]

    def quality(self, characteristic: Characteristic) -> Quality:
        """Return the level read for ``characteristic``.

        Raises:
            KeyError: the characteristics were not read (the paper is no such minutes).
        """
        return {quality.characteristic: quality for quality in self.qualities}[characteristic]
