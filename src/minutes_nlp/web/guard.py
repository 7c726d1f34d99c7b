"""The border of the local page: what is refused, and the headers of every answer."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from http.cookies import CookieError, SimpleCookie
from typing import Final
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from minutes_nlp.model.language import Language
from minutes_nlp.web.addresses import TOKEN_PARAMETER, Address
from minutes_nlp.web.rendering import render_page

_log = logging.getLogger("minutes_nlp.web")

LANGUAGE_COOKIE: Final = "minutes_nlp_language"
_HEADERS: Final = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; "
    "img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Cache-Control": "no-store",  # minutes are internal papers: no copy in the browser's cache
}


class Guard:
    """ASGI middleware around everything: tokens, origin, host, headers.

    Args:
        app: what answers the requests that are let in.
        address: of this run.
    """

    def __init__(self, app: ASGIApp, address: Address) -> None:
        self._app, self._address = app, address

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return  # no web socket is ever accepted
        headers = Headers(scope=scope)
        cookies = _cookies(headers.get("cookie", ""))
        language = language_in(cookies)
        response = self._let_in(scope, headers, language) or self._refused(
            scope, headers, cookies, language
        )

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                answered = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    answered.setdefault(name, value)
            await send(message)

        await (response or self._app)(scope, receive, send_with_headers)

    def _let_in(self, scope: Scope, headers: Headers, language: Language) -> Response | None:
        """Answer the printed address: a cookie, and the first page without the token."""
        if scope["path"] != "/" or scope["method"] != "GET":
            return None
        given = parse_qs(scope["query_string"].decode("latin-1")).get(TOKEN_PARAMETER)
        if given is None:
            return None
        if self._address.why_strange(headers) or not self._address.is_token(given[0]):
            _log.warning("refused: token")
            return _refusal(language)
        response = RedirectResponse(self._address.landing, status_code=303)
        response.set_cookie(
            self._address.cookie, self._address.token, httponly=True, samesite="strict", path="/"
        )
        return response

    def _refused(
        self, scope: Scope, headers: Headers, cookies: dict[str, str], language: Language
    ) -> Response | None:
        why = self._address.why_refused(scope["method"], headers, cookies)
        if why is None:
            return None
        # Neither path nor headers: they may quote names of files, and are a stranger's words.
        _log.warning("refused: %s", why)
        return _refusal(language)


def _refusal(language: Language) -> Response:
    return HTMLResponse(render_page("refused.html.j2", language, csrf=""), status_code=403)


def language_in(cookies: Mapping[str, str]) -> Language:
    """Return the language that the reader chose; Vietnamese before any choice."""
    return "en" if cookies.get(LANGUAGE_COOKIE) == "en" else "vi"


def _cookies(header: str) -> dict[str, str]:
    try:
        return {name: morsel.value for name, morsel in SimpleCookie(header).items()}
    except CookieError:
        return {}
