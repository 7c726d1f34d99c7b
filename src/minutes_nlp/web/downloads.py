"""What people save: the Word file with comments, the report as a page or as JSON."""

from __future__ import annotations

import hashlib
from pathlib import PurePath
from typing import Final

from fastapi import APIRouter, HTTPException
from starlette.responses import HTMLResponse, Response

from minutes_nlp.annotating import annotate
from minutes_nlp.errors import MinutesNlpError
from minutes_nlp.readers.intake import take_in
from minutes_nlp.renderers.base import Layout, render
from minutes_nlp.web.answers import attachment
from minutes_nlp.web.asking import Csrf, DoneJob, ReaderLanguage, TheDesk
from minutes_nlp.web.rendering import render_page

router: Final = APIRouter(prefix="/files/{job_id}")
_DOCX: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@router.get("/comments.docx")
def comments(desk: TheDesk, job: DoneJob, language: ReaderLanguage, csrf: Csrf) -> Response:
    """Return the .docx with the findings as comments."""
    limits = desk.settings.limits
    report = desk.report(job, language)
    try:
        raw = take_in(job.paths[0], limits)
        if hashlib.sha256(raw.data).hexdigest() != report.source.sha256:
            raise HTTPException(409)
        data = annotate(raw.data, report, limits, language).data
    except MinutesNlpError as error:
        page = render_page(
            "sorry.html.j2", language, csrf=csrf, job=job, message=error.message(language)
        )
        return HTMLResponse(page, status_code=422)
    return attachment(data, _DOCX, f"{_stem(job.name)}-ghi-chu.docx")


@router.get("/report.html")
def report_page(desk: TheDesk, job: DoneJob, language: ReaderLanguage) -> Response:
    """Return the report as one file that needs nothing else."""
    text = render(desk.report(job, language), "html", Layout(language=language))
    return attachment(text.encode(), "text/html", f"{_stem(job.name)}-ket-qua.html")


@router.get("/report.json")
def report_json(desk: TheDesk, job: DoneJob, language: ReaderLanguage) -> Response:
    """Return the report as JSON, which a later run can be compared with."""
    text = render(desk.report(job, language), "json", Layout(language=language, indent=2))
    return attachment(text.encode(), "application/json", f"{_stem(job.name)}-ket-qua.json")


def _stem(name: str) -> str:
    return PurePath(name).stem or "bien-ban"
