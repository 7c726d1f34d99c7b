"""The local page as an ASGI application: the border, then pages and calls."""

from __future__ import annotations

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.types import ASGIApp

from minutes_nlp.web import calls, downloads, pages
from minutes_nlp.web.addresses import Address
from minutes_nlp.web.asking import language_of
from minutes_nlp.web.batch import pages as batch_pages
from minutes_nlp.web.batch.book import Book
from minutes_nlp.web.desk import Desk
from minutes_nlp.web.guard import Guard
from minutes_nlp.web.rendering import render_page
from minutes_nlp.web.reviewing import routes as review_routes


def create_app(desk: Desk, address: Address, book: Book | None = None) -> ASGIApp:
    """Return the application.

    Args:
        desk: the documents of this run.
        address: where it is served, with its secrets.
        book: an open store, if there is one.
    """
    # No pages that describe the calls: they load scripts from another host.
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None, title="minutes-nlp")
    app.state.desk, app.state.address, app.state.book = desk, address, book
    for part in (pages, downloads, calls, review_routes):
        app.include_router(part.router)
    if book is not None:
        app.include_router(batch_pages.router)
    app.add_exception_handler(404, _not_found)
    return Guard(app, address)


async def _not_found(request: Request, _: Exception) -> Response:
    page = render_page("gone.html.j2", language_of(request), csrf=request.app.state.address.csrf)
    return HTMLResponse(page, status_code=404)
