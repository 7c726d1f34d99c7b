"""What an auditor decided about a report, kept next to the file that was reviewed."""

from minutes_nlp.reviewing.errors import (
    AnotherDocumentError,
    DamagedReviewError,
    NothingToUndoError,
    OtherSchemaError,
    ReviewChangedError,
    ReviewError,
    UnwritableReviewError,
)
from minutes_nlp.reviewing.files import Stored, load, read_stored, review_path, save
from minutes_nlp.reviewing.model import (
    CheckDecision,
    Event,
    FindingDecision,
    Review,
    ReviewSource,
    SectionCorrection,
    Verdict,
    new_review,
    now,
    text_digest,
)
from minutes_nlp.reviewing.schema import parse_review, render_review, render_review_schema
from minutes_nlp.reviewing.standing import (
    ReviewedCheck,
    ReviewedFinding,
    Standing,
    standing,
)

__all__ = [
    "AnotherDocumentError",
    "CheckDecision",
    "DamagedReviewError",
    "Event",
    "FindingDecision",
    "NothingToUndoError",
    "OtherSchemaError",
    "Review",
    "ReviewChangedError",
    "ReviewError",
    "ReviewSource",
    "ReviewedCheck",
    "ReviewedFinding",
    "SectionCorrection",
    "Standing",
    "Stored",
    "UnwritableReviewError",
    "Verdict",
    "load",
    "new_review",
    "now",
    "parse_review",
    "read_stored",
    "render_review",
    "render_review_schema",
    "review_path",
    "save",
    "standing",
    "text_digest",
]
