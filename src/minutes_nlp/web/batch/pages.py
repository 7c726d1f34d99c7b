"""The page of the list, and the way from it to a file."""

from __future__ import annotations

import logging
from typing import Annotated, Any, Final

from fastapi import APIRouter, Depends, HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from minutes_nlp.bulk.check_titles import check_titles
from minutes_nlp.errors import MinutesNlpError
from minutes_nlp.model.language import Language
from minutes_nlp.web.asking import Csrf, ReaderLanguage, TheDesk
from minutes_nlp.web.batch.book import Book
from minutes_nlp.web.batch.errors import NotOpenedError
from minutes_nlp.web.batch.listing import ORDER, PAGE_ROWS, Listing
from minutes_nlp.web.batch.opening import open_row
from minutes_nlp.web.batch.phrases import BatchPhrases
from minutes_nlp.web.batch.query import NOT_KNOWN, PATH, Query
from minutes_nlp.web.batch.rows import shown_row
from minutes_nlp.web.rendering import render_page

_log = logging.getLogger("minutes_nlp.web")
router: Final = APIRouter(prefix=PATH, default_response_class=HTMLResponse)
_MOST_CHOICES: Final = 100
"""Cells that a menu can hold; of more than that a part of the name is typed."""


def _book(request: Request) -> Book:
    book: Book = request.app.state.book
    return book


def _query(request: Request) -> Query:
    return Query.parse(request.query_params)


TheBook = Annotated[Book, Depends(_book)]
TheQuery = Annotated[Query, Depends(_query)]


@router.get("")
def show(
    request: Request, book: TheBook, query: TheQuery, language: ReaderLanguage, csrf: Csrf
) -> Response:
    """Show one page of the list."""
    if "" in request.query_params.values():  # a form sends its empty fields too
        return RedirectResponse(query.address(page=query.page), status_code=303)
    try:
        listing, condition = book.listing()
    except MinutesNlpError as error:
        return _sorry(error, language, csrf, PATH)
    found = listing.find(query, book.searched.is_reviewed)
    page = render_page(
        "store.html.j2",
        language,
        csrf=csrf,
        s=BatchPhrases(language),
        here=query.address(page=found.number),
        book=book,
        condition=condition.value,
        listing=listing,
        query=query,
        found=found,
        last=found.first + len(found.rows) - 1,
        pages=None if found.total is None else max(1, -(-found.total // PAGE_ROWS)),
        rows=[shown_row(row, book, listing, query, language) for row in found.rows],
        outcomes=[(one.value, listing.outcomes[one.value]) for one in ORDER],
        menus=_menus(listing, query, language),
    )
    return HTMLResponse(page)


@router.get("/open")
def open_file(
    request: Request, book: TheBook, desk: TheDesk, language: ReaderLanguage, csrf: Csrf
) -> Response:
    """Open the file that the query names, read anew, and go to its page."""
    back = _back(request.query_params.get("back", PATH))
    try:
        listing, _ = book.listing()
        row = listing.row(request.query_params.get("path", ""))
        if row is None:
            raise HTTPException(404)
        job = open_row(book, listing, row, desk, back)
    except MinutesNlpError as error:
        if isinstance(error, NotOpenedError):
            _log.warning("refused: a file of the list is not opened")
        return _sorry(error, language, csrf, back)
    return RedirectResponse(f"/files/{job.id}", status_code=303)


def _back(given: str) -> str:
    """Return the address of a list, whatever was given."""
    is_list = given == PATH or given.startswith(f"{PATH}?")
    return given if is_list else PATH


def _sorry(error: MinutesNlpError, language: Language, csrf: str, back: str) -> Response:
    page = render_page(
        "store_sorry.html.j2",
        language,
        csrf=csrf,
        s=BatchPhrases(language),
        message=error.message(language),
        back=back,
    )
    return HTMLResponse(page, status_code=422)


def _menus(listing: Listing, query: Query, language: Language) -> dict[str, Any]:
    titles = {code: title.in_language(language) for code, title in check_titles().items()}
    labels = {code: _label(code.rstrip(NOT_KNOWN), titles) for code in listing.codes}
    unsure = [code for code in listing.codes if code.endswith(NOT_KNOWN)]
    return {
        "units": listing.units,
        "typed_units": len(listing.units) > _MOST_CHOICES,
        "months": [(month, f"{month[5:]}/{month[:4]}") for month in listing.months],
        "found": [(code, labels[code]) for code in listing.codes if code not in unsure],
        "unsure": [(code, labels[code]) for code in unsure],
    }


def _label(code: str, titles: dict[str, str]) -> str:
    return f"{code} {titles.get(code, '')}".strip()
