"""What pages and calls need to know of a request."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, HTTPException
from starlette.requests import Request

from minutes_nlp.model.language import Language
from minutes_nlp.web.desk import Desk
from minutes_nlp.web.guard import language_in
from minutes_nlp.web.job import Job


def desk_of(request: Request) -> Desk:
    """Return the desk of this run."""
    desk: Desk = request.app.state.desk
    return desk


def csrf_of(request: Request) -> str:
    """Return the token that pages send back with whatever changes something."""
    csrf: str = request.app.state.address.csrf
    return csrf


def has_list(request: Request) -> bool:
    """Tell whether a store is open."""
    return request.app.state.book is not None


def language_of(request: Request) -> Language:
    """Return the language of the page that is asked for."""
    return language_in(request.cookies)


def job_of(job_id: str, request: Request) -> Job:
    """Return the job that the path names; 404 when there is none."""
    job = desk_of(request).get(job_id)
    if job is None:
        raise HTTPException(404)
    return job


def done_job_of(job_id: str, request: Request) -> Job:
    """Return the job that the path names; 404 unless it has a report."""
    job = job_of(job_id, request)
    if not job.is_done:
        raise HTTPException(404)
    return job


TheDesk = Annotated[Desk, Depends(desk_of)]
Csrf = Annotated[str, Depends(csrf_of)]
ReaderLanguage = Annotated[Language, Depends(language_of)]
HasList = Annotated[bool, Depends(has_list)]
TheJob = Annotated[Job, Depends(job_of)]
DoneJob = Annotated[Job, Depends(done_job_of)]
