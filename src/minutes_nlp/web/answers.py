"""Answers that several parts of the page give."""

from __future__ import annotations

from urllib.parse import quote

from starlette.responses import JSONResponse, Response

from minutes_nlp.errors import MinutesNlpError
from minutes_nlp.model.language import Language


def refusal(error: MinutesNlpError, language: Language) -> JSONResponse:
    """Return why something was not done, for a script of the page to show."""
    return JSONResponse({"message": error.message(language)}, status_code=422)


def attachment(data: bytes, media_type: str, name: str) -> Response:
    """Return a file for the browser to save as ``name``."""
    disposition = f"attachment; filename*=UTF-8''{quote(name, safe='')}"
    return Response(data, media_type=media_type, headers={"Content-Disposition": disposition})
