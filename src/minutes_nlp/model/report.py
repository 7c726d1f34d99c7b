"""The report of one file: the fixed JSON contract ``minutes-nlp/report/1``.

Offsets count Unicode code points of the paragraph's NFC text, end excluded.
"""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from minutes_nlp.model.labels import (
    Characteristic,
    DocumentKind,
    Level,
    Role,
    SectionLabel,
    Severity,
)

SCHEMA_NAME: Literal["minutes-nlp/report/1"] = "minutes-nlp/report/1"


Status = Literal["new", "unchanged"]
"""What an earlier report, if one is given, had of the same."""


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class PageQualityInfo(_Part):
    """How one page of a scan or a PDF was read; shares in 0..1.

    ``poor`` marks a page that was read too badly to judge what it says.  ``turned`` (degrees
    clockwise: 0, 90, 180, 270) and then ``skew`` (degrees counter-clockwise) make the stored
    image upright, as boxes of evidence see it.  The figures are ``None`` for a text layer, and
    ``quality`` for a blank page too.
    """

    page: int
    recognised: bool = False
    poor: bool = False
    quality: float | None = Field(default=None, ge=0, le=1)
    confidence: float | None = Field(default=None, ge=0, le=1)
    ink_covered: float | None = Field(default=None, ge=0, le=1)
    syllable_share: float | None = Field(default=None, ge=0, le=1)
    turned: int = 0
    skew: float = 0.0


class SourceInfo(_Part):
    """The file that was read.

    ``pages`` is their number.  ``quality`` (0..1) is that of the worst recognised page, since what
    is missing could stand there; ``None`` when no page with text was recognised from an image.
    """

    name: str
    sha256: str | None = None
    media_type: str | None = None
    reader: str | None = None
    pages: int | None = None
    recognised: bool = False
    quality: float | None = Field(default=None, ge=0, le=1)
    page_quality: tuple[PageQualityInfo, ...] = ()


class ProducedBy(_Part):
    """Which program, model and rule profile made the report."""

    minutes_nlp: str
    model: str | None = None
    profile: str | None = None


class DocumentTypeInfo(_Part):
    """What the paper is; ``looks_like`` names another kind of paper, in Vietnamese."""

    label: DocumentKind
    confidence: float = Field(ge=0, le=1)
    looks_like: str | None = None


class AttendanceInfo(_Part):
    """Stated numbers of members; ``None`` where the minutes do not say."""

    total: int | None = None
    present: int | None = None
    absent: int | None = None
    exempt: int | None = None
    temporary: int | None = None
    probationary: int | None = None


class MeetingInfo(_Part):
    """The sitting: ISO date, HH:MM times."""

    cell: str | None = None
    date: str | None = None
    start: str | None = None
    end: str | None = None
    place: str | None = None
    chair: str | None = None
    secretary: str | None = None
    attendance: AttendanceInfo = AttendanceInfo()


class SpeakerInfo(_Part):
    """Who speaks; the name is ``None`` for a speaker known by role only."""

    name: str | None = None
    role: Role | None = None


class ParagraphInfo(_Part):
    """One paragraph; ``confidence`` is calibrated, in 0..1."""

    index: int
    page: int | None = None
    text: str
    section: SectionLabel
    confidence: float = Field(ge=0, le=1)
    speaker: SpeakerInfo | None = None


class AssignmentInfo(_Part):
    """A task: ``due`` is an ISO date when a day is named, else the words of the minutes."""

    who: str | None = None
    what: str
    due: str | None = None


class ItemInfo(_Part):
    """A row of the item matrix: paragraphs ``first`` to ``end``, end excluded."""

    title: str
    first: int
    end: int
    presented: bool
    discussed: bool
    concluded: Literal["own", "final"] | None
    voted: bool
    assigned: tuple[AssignmentInfo, ...] = ()


class BoxInfo(_Part):
    """A stretch of one line on a page; sides are shares (0..1) of the upright page's size."""

    page: int
    left: float
    top: float
    right: float
    bottom: float


class EvidenceInfo(_Part):
    """Quoted words: ``text`` equals the paragraph's text from ``start`` to ``end``.

    ``boxes`` say where they stand, line by line, on the pages of a scan or a PDF.
    """

    paragraph: int
    start: int
    end: int
    text: str
    boxes: tuple[BoxInfo, ...] = ()


class SignInfo(EvidenceInfo):
    """Quoted words that show a sign of a characteristic."""

    sign: str


class CharacteristicInfo(_Part):
    """The level of a characteristic with the words that show it."""

    level: Level
    confidence: float = Field(ge=0, le=1)
    evidence: tuple[SignInfo, ...] = ()


class NearestInfo(_Part):
    """A passage that came closest to what is missing, and why it does not count."""

    paragraph: int
    text: str
    why_not: str


class FindingInfo(_Part):
    """One fault of the document with its evidence, or what was searched in vain.

    ``title`` is the check's display name in the language of the report; ``pattern`` shows the
    shape of a good record, with slots in square brackets.  ``fingerprint`` is what
    the finding is known by from one reading of the minutes to the next; ``status`` compares with
    an earlier report.
    """

    code: str
    name: str
    title: str | None = None
    severity: Severity
    message: str
    evidence: tuple[EvidenceInfo, ...] = ()
    nearest: tuple[NearestInfo, ...] = ()
    basis: str
    searched: str | None = None
    pattern: str | None = None
    fingerprint: str | None = None
    status: Status | None = None


class UndecidedInfo(_Part):
    """A check that could neither be found nor cleared; ``title`` is its display name.

    ``status`` tells whether it was undecided in an earlier report too.
    """

    code: str
    title: str | None = None
    why: str
    status: Status | None = None


class FormerFinding(_Part):
    """A finding of an earlier report that is none of this one, as it was worded then."""

    code: str
    name: str
    title: str | None = None
    severity: Severity
    message: str
    fingerprint: str | None = None


class BaselineInfo(_Part):
    """What became of an earlier report's findings that are no longer found.

    ``fixed`` are mended; ``open`` belong to checks that are now undecided or did not run.
    ``source`` and ``sha256`` are the earlier file's.
    """

    source: str
    sha256: str | None = None
    fixed: tuple[FormerFinding, ...] = ()
    open: tuple[FormerFinding, ...] = ()


class FailureInfo(_Part):
    """Why a file could not be analysed."""

    error: str
    message: str


class Report(_Part):
    """Everything that is known of one file."""

    schema_name: Literal["minutes-nlp/report/1"] = Field(default=SCHEMA_NAME, alias="schema")
    source: SourceInfo
    produced_by: ProducedBy
    document_type: DocumentTypeInfo | None = None
    meeting: MeetingInfo | None = None
    paragraphs: tuple[ParagraphInfo, ...] = ()
    items: tuple[ItemInfo, ...] = ()
    characteristics: dict[Characteristic, CharacteristicInfo] = Field(default_factory=dict)
    findings: tuple[FindingInfo, ...] = ()
    undecided: tuple[UndecidedInfo, ...] = ()
    baseline: BaselineInfo | None = None
    failure: FailureInfo | None = None

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    def to_json(self, *, indent: int | None = None) -> str:
        """Return the report as JSON under the contract's field names."""
        return self.model_dump_json(by_alias=True, indent=indent)
