"""What the scripts of the page ask for: uploads, progress, removal."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any, Final

from fastapi import APIRouter, HTTPException
from fastapi.concurrency import run_in_threadpool
from pydantic import BaseModel, ConfigDict, Field
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response

from minutes_nlp.errors import MinutesNlpError
from minutes_nlp.web import uploads
from minutes_nlp.web.answers import refusal
from minutes_nlp.web.asking import ReaderLanguage, TheDesk, TheJob
from minutes_nlp.web.job import State
from minutes_nlp.web.progress import row_of

router: Final = APIRouter(prefix="/api", default_response_class=JSONResponse)
_LONGEST_WAIT_SECONDS: Final = 20.0
_MOST_PAGES: Final = 200

FileName = Annotated[str, Field(min_length=1, max_length=300)]


class Announcement(BaseModel):
    """A document that will be uploaded; several names are pictures of its pages, in order."""

    model_config = ConfigDict(extra="forbid")

    names: list[FileName] = Field(min_length=1, max_length=_MOST_PAGES)
    earlier: str | None = None


@router.get("/files")
async def files(desk: TheDesk, language: ReaderLanguage, seen: int = -1) -> dict[str, Any]:
    """Return what is on the desk, as soon as it differs from version ``seen``."""
    await desk.changed(seen, _LONGEST_WAIT_SECONDS)
    version = desk.version
    return {"version": version, "files": [asdict(row_of(job, language)) for job in desk.jobs()]}


@router.post("/files")
def announce(desk: TheDesk, language: ReaderLanguage, body: Announcement) -> Any:
    """Make room for a document and return its id."""
    try:
        if len(desk.jobs()) >= uploads.MOST_DOCUMENTS:
            raise uploads.too_many()
        uploads.check_space(desk.folder, desk.settings.limits)
    except MinutesNlpError as error:
        return refusal(error, language)
    earlier = desk.get(body.earlier) if body.earlier else None
    return {"id": desk.expect(body.names, earlier).id}


@router.put("/files/{job_id}/parts/{part}")
async def upload(
    desk: TheDesk, job: TheJob, part: int, language: ReaderLanguage, request: Request
) -> Any:
    """Take in a file of a document; its analysis begins with the last of them."""
    if job.state is not State.UPLOADING or not 0 <= part < len(job.paths) or part in job.received:
        raise HTTPException(404)
    try:
        await uploads.receive(request.stream(), job.paths[part], desk.settings.limits)
    except MinutesNlpError as error:
        await run_in_threadpool(desk.fail, job, error)
        return refusal(error, language)
    except ClientDisconnect:
        await run_in_threadpool(desk.fail, job, uploads.half_sent())
        return Response(status_code=400)
    desk.received(job, part)
    return {"id": job.id}


@router.delete("/files/{job_id}")
def remove(desk: TheDesk, job: TheJob) -> dict[str, str]:
    """Take a document off the desk with everything that is kept of it."""
    desk.remove(job)
    return {"id": job.id}
