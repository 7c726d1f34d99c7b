"""What the script of the screen sends, made into events of a review."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from minutes_nlp.model.labels import SectionLabel
from minutes_nlp.model.report import Report
from minutes_nlp.reviewing import (
    CheckDecision,
    Event,
    FindingDecision,
    ReviewError,
    SectionCorrection,
    now,
    text_digest,
)
from minutes_nlp.reviewing.model import LONGEST_REASON
from minutes_nlp.web.reviewing.phrases import phrase
from minutes_nlp.web.reviewing.telling import check_key, finding_key

Reason = Annotated[str, Field(max_length=LONGEST_REASON)]


class _Asked(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Decide(_Asked):
    """A decision on the item ``key`` of the page."""

    key: str
    verdict: Literal["accept", "correct", "reject"]
    reason: Reason | None = None


class CorrectSection(_Asked):
    """The right section of paragraph ``paragraph`` (from 0)."""

    paragraph: int
    section: SectionLabel


class Undo(_Asked):
    """To take the last decision back, of the ``version`` that the reader sees."""

    version: str


def decision_event(asked: Decide, report: Report) -> Event:
    """Return the event.

    Raises:
        ReviewError: the report has no such item, or the decision does not fit it.
    """
    given = {"at": now(), "verdict": asked.verdict, "reason": asked.reason}
    try:
        for finding in report.findings:
            if finding_key(finding.fingerprint) == asked.key:
                known = {"fingerprint": finding.fingerprint, "code": finding.code}
                return FindingDecision.model_validate(known | given)
        for check in report.undecided:
            if check_key(check.code) == asked.key:
                return CheckDecision.model_validate({"code": check.code} | given)
    except ValidationError as error:
        raise ReviewError(phrase("bad_decision")) from error
    raise ReviewError(phrase("no_such_item"))


def section_event(asked: CorrectSection, report: Report) -> Event:
    """Return the event.

    Raises:
        ReviewError: the report has no such paragraph.
    """
    for paragraph in report.paragraphs:
        if paragraph.index == asked.paragraph:
            return SectionCorrection(
                at=now(),
                paragraph=paragraph.index,
                before=paragraph.section,
                after=asked.section,
                digest=text_digest(paragraph.text),
            )
    raise ReviewError(phrase("no_such_item"))
