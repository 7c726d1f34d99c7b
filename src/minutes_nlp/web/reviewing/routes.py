"""The auditor's screen and what its script asks for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Annotated, Final

from fastapi import APIRouter, Depends, HTTPException
from fastapi.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from minutes_nlp.errors import MinutesNlpError
from minutes_nlp.model.labels import SectionLabel
from minutes_nlp.model.language import Language
from minutes_nlp.model.report import Report
from minutes_nlp.renderers.names import section_name
from minutes_nlp.reviewing import (
    Event,
    Review,
    ReviewSource,
    parse_review,
    render_review,
    review_path,
)
from minutes_nlp.reviewing.schema import LARGEST
from minutes_nlp.web.answers import attachment, refusal
from minutes_nlp.web.asking import Csrf, DoneJob, ReaderLanguage, TheDesk, TheJob
from minutes_nlp.web.job import Job
from minutes_nlp.web.rendering import render_page
from minutes_nlp.web.reviewing.asked import (
    CorrectSection,
    Decide,
    Undo,
    decision_event,
    section_event,
)
from minutes_nlp.web.reviewing.keeping import Keeping, Kept
from minutes_nlp.web.reviewing.phrases import ReviewPhrases
from minutes_nlp.web.reviewing.screen import build_screen, for_review
from minutes_nlp.web.reviewing.telling import tell

router: Final = APIRouter()


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A document whose report is there, with the decisions on it."""

    job: Job
    language: Language
    report: Report
    keeping: Keeping

    def told(self, kept: Kept) -> JSONResponse:
        """Answer with the state after a change."""
        return JSONResponse(asdict(tell(self.report, kept, self.language)))

    def decide(self, make: Callable[[], Event]) -> JSONResponse:
        """Add an event and answer with the state, or with why it cannot be."""
        try:
            event = make()
        except MinutesNlpError as error:
            return refusal(error, self.language)
        return self.change(lambda review: review.decided(event))

    def change(self, make: Callable[[Review], Review], seen: str | None = None) -> JSONResponse:
        """Change the review and answer with the state, or with why it was not changed."""
        return self.attempt(lambda: self.keeping.change(make, seen))

    def attempt(self, act: Callable[[], Kept]) -> JSONResponse:
        """Do something to the review and answer with the state, or with why it was not done."""
        try:
            return self.told(act())
        except MinutesNlpError as error:
            return refusal(error, self.language)


def _reviewed(desk: TheDesk, job: DoneJob, language: ReaderLanguage) -> Reviewed:
    report = for_review(desk.report(job, language))
    return Reviewed(job, language, report, _keeping_of(job, report))


ToReview = Annotated[Reviewed, Depends(_reviewed)]


@router.get("/files/{job_id}/review", response_class=HTMLResponse)
def review_page(reviewed: ToReview, csrf: Csrf) -> str:
    """Show the screen."""
    document = reviewed.job.document
    if document is None:
        raise HTTPException(404)
    language = reviewed.language
    screen = build_screen(reviewed.report, document, reviewed.keeping.now(), language)
    return render_page(
        "review.html.j2",
        language,
        csrf=csrf,
        job=reviewed.job,
        screen=screen,
        r=ReviewPhrases(language),
        review_name=f"{reviewed.job.name}.review.json",
        own_file=reviewed.job.own_file,
        section_names={label.value: section_name(label, language) for label in SectionLabel},
    )


@router.get("/files/{job_id}/review.json")
def download(reviewed: ToReview) -> Response:
    """Return the decisions as the file that can be opened again."""
    review = render_review(reviewed.keeping.now().review)
    return attachment(review, "application/json", f"{reviewed.job.name}.review.json")


@router.get("/api/files/{job_id}/review")
def state(reviewed: ToReview) -> JSONResponse:
    """Return what is decided now, by whichever window."""
    return reviewed.told(reviewed.keeping.now())


@router.post("/api/files/{job_id}/review/decisions")
def decide(reviewed: ToReview, asked: Decide) -> JSONResponse:
    """Decide on a finding or an undecided check."""
    return reviewed.decide(lambda: decision_event(asked, reviewed.report))


@router.post("/api/files/{job_id}/review/sections")
def correct_section(reviewed: ToReview, asked: CorrectSection) -> JSONResponse:
    """Correct the section of a paragraph."""
    return reviewed.decide(lambda: section_event(asked, reviewed.report))


@router.post("/api/files/{job_id}/review/undo")
def undo(reviewed: ToReview, asked: Undo) -> JSONResponse:
    """Take the last decision back, if it is the one that the reader sees."""
    return reviewed.change(lambda review: review.undone(), asked.version)


@router.post("/api/files/{job_id}/review/carry")
def carry(reviewed: ToReview) -> JSONResponse:
    """Carry the decisions on another text of the document over to this one."""
    return reviewed.attempt(reviewed.keeping.carry_over)


@router.get("/files/{job_id}/pages/{page}")
def picture(desk: TheDesk, reviewed: ToReview, page: int) -> Response:
    """Return the picture of a page."""
    known = {one.page: one for one in reviewed.report.source.page_quality}
    if page not in known:
        raise HTTPException(404)
    job = reviewed.job
    try:
        drawn = job.review.picture(job.readable, known[page], desk.settings.limits)
    except MinutesNlpError as error:
        return refusal(error, reviewed.language)
    return Response(drawn.data, media_type=drawn.media_type)


@router.put("/api/files/{job_id}/review")
async def take(desk: TheDesk, job: TheJob, language: ReaderLanguage, request: Request) -> Response:
    """Take in a review that was saved before; it counts once its document has been read."""
    data = bytearray()
    async for piece in request.stream():
        data += piece
        if len(data) > LARGEST:
            raise HTTPException(413)
    try:
        job.review.give(parse_review(bytes(data), f"{job.name}.review.json"))
        if job.is_done:
            report = for_review(await run_in_threadpool(desk.report, job, language))
            await run_in_threadpool(_keeping_of, job, report)
    except MinutesNlpError as error:
        return refusal(error, language)
    return JSONResponse({"id": job.id})


def _keeping_of(job: Job, report: Report) -> Keeping:
    source = ReviewSource(name=job.name, sha256=report.source.sha256 or "0" * 64)
    beside = job.own_file and len(job.paths) == 1
    return job.review.keeping(source, review_path(job.paths[0]) if beside else None)
