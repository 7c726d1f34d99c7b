"""The pages that people see."""

from __future__ import annotations

from typing import Final

from fastapi import APIRouter
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response

from minutes_nlp.renderers.html_report import report_context
from minutes_nlp.web.asking import Csrf, HasList, ReaderLanguage, TheDesk, TheJob
from minutes_nlp.web.assets import asset
from minutes_nlp.web.guard import LANGUAGE_COOKIE
from minutes_nlp.web.progress import row_of
from minutes_nlp.web.rendering import render_page

router: Final = APIRouter(default_response_class=HTMLResponse)
_YEAR_SECONDS: Final = 365 * 24 * 3600


@router.get("/")
def home(desk: TheDesk, language: ReaderLanguage, csrf: Csrf, has_list: HasList) -> str:
    """Show the drop zone and what is on the desk."""
    return render_page(
        "home.html.j2",
        language,
        csrf=csrf,
        has_list=has_list,
        rows=[row_of(job, language) for job in desk.jobs()],
        version_seen=desk.version,
        most_bytes=desk.settings.limits.file_bytes,
    )


@router.get("/files/{job_id}")
def file_page(desk: TheDesk, job: TheJob, language: ReaderLanguage, csrf: Csrf) -> str:
    """Show one document: its report, how far it has come, or why it failed."""
    shown = {
        "job": job,
        "row": row_of(job, language),
        "version_seen": desk.version,
        "most_bytes": desk.settings.limits.file_bytes,
    }
    if not job.is_done:
        return render_page("waiting.html.j2", language, csrf=csrf, **shown)
    report = desk.report(job, language)
    return render_page(
        "file.html.j2",
        language,
        csrf=csrf,
        **shown,
        report=report,
        **report_context(report, language),
    )


@router.get("/language/{chosen}")
def choose_language(chosen: str, back: str = "/") -> Response:
    """Remember the language and go back to a page of ours."""
    ours = back if back.startswith("/") and not back.startswith(("//", "/\\")) else "/"
    response = RedirectResponse(ours, status_code=303)
    if chosen in ("vi", "en"):
        response.set_cookie(
            LANGUAGE_COOKIE, chosen, max_age=_YEAR_SECONDS, httponly=True, samesite="strict"
        )
    return response


@router.get("/static/{name}")
def static(name: str) -> Response:
    """Return a style sheet or script of ours."""
    found = asset(name)
    if found is None:
        return PlainTextResponse("", status_code=404)
    return Response(found.data, media_type=found.media_type)


@router.get("/favicon.ico")
def icon() -> Response:
    """Say that there is none, quietly."""
    return Response(status_code=204)
