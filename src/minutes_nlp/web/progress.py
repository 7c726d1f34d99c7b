"""How far a document has come, in words: a row of the list."""

from __future__ import annotations

from dataclasses import dataclass

from minutes_nlp.model.labels import Severity
from minutes_nlp.model.language import Language
from minutes_nlp.readers.sandbox.progress import Phase
from minutes_nlp.web.job import UNFINISHED, Job, State
from minutes_nlp.web.phrases import Phrases


@dataclass(frozen=True, slots=True)
class Row:
    """A document in the list; ``share`` (0..1) is ``None`` where it is not known."""

    id: str
    name: str
    state: str
    told: str
    share: float | None
    finished: bool


def row_of(job: Job, language: Language) -> Row:
    """Return what to tell of a job."""
    return Row(
        id=job.id,
        name=job.name if len(job.names) == 1 else f"{job.name} +{len(job.names) - 1}",
        state=job.state.value,
        told=_told(job, Phrases(language), language),
        share=_share(job),
        finished=job.state not in UNFINISHED,
    )


def _told(job: Job, t: Phrases, language: Language) -> str:
    if job.state is State.FAILED:
        return job.failure.in_language(language) if job.failure else t("failed")
    if job.state is State.DONE:
        return _result(job, t)
    stage = job.stage
    if job.state is State.READING and stage is not None and stage.phase is Phase.RECOGNITION:
        if stage.pages is None:
            return t("recognising_next", page=stage.page or 1)
        return t("recognising", page=stage.page or 1, pages=stage.pages)
    return t(job.state.value)


def _result(job: Job, t: Phrases) -> str:
    report = next(iter(job.reports.values()))
    errors = sum(finding.severity is Severity.ERROR for finding in report.findings)
    count = len(report.paragraphs)
    if not report.findings and not report.undecided:
        return t("row_clean", n=count)
    numbers = {
        "row_errors": errors,
        "row_others": len(report.findings) - errors,
        "row_undecided": len(report.undecided),
    }
    told = [t(key, n=number) for key, number in numbers.items() if number]
    return t("row_result", n=count, counts=", ".join(told))


def _share(job: Job) -> float | None:
    stage = job.stage
    if job.state is not State.READING or stage is None or not stage.page or not stage.pages:
        return None
    return (stage.page - 1) / stage.pages
