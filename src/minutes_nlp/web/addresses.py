"""Which requests the local page answers: its own, from a browser that holds its token.

A page of another site may make this browser send requests to loopback addresses; a name of
another site may be made to point here.  So every request must name this host, hold the cookie that
the printed address gave, and, where it changes something, come from this origin and carry a second
token that only our own pages know.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

HOST: Final = "127.0.0.1"
TOKEN_PARAMETER: Final = "token"
CSRF_HEADER: Final = "x-csrf-token"
_SAFE_METHODS: Final = frozenset({"GET", "HEAD"})
_OWN_FETCHES: Final = frozenset({"same-origin", "none"})


def _new_token() -> str:
    return secrets.token_urlsafe(32)


@dataclass(frozen=True, slots=True)
class Address:
    """Where one run of the server is, and its secrets.

    Attributes:
        port: on the loopback interface.
        token: given to the browser by the printed address, then kept as a cookie.
        csrf: given to our own pages, sent back with whatever changes something.
        landing: path of the first page.
    """

    port: int
    token: str = field(default_factory=_new_token, repr=False)
    csrf: str = field(default_factory=_new_token, repr=False)
    landing: str = "/"

    @property
    def origin(self) -> str:
        """The address without path."""
        return f"http://{HOST}:{self.port}"

    @property
    def start(self) -> str:
        """The address to open, which lets the browser in."""
        return f"{self.origin}/?{TOKEN_PARAMETER}={self.token}"

    @property
    def cookie(self) -> str:
        """Name of the cookie; cookies of a host are shared by all its ports."""
        return f"minutes_nlp_{self.port}"

    def is_token(self, value: str) -> bool:
        """Tell whether ``value`` is the token, in time that does not depend on it."""
        return secrets.compare_digest(value.encode(), self.token.encode())

    def why_refused(
        self, method: str, headers: Mapping[str, str], cookies: Mapping[str, str]
    ) -> str | None:
        """Return why a request is refused (a word for the log), ``None`` when it is answered.

        Args:
            method: of the request, in capitals.
            headers: by name in small letters.
            cookies: by name.
        """
        if strange := self.why_strange(headers):
            return strange
        if not self.is_token(cookies.get(self.cookie, "")):
            return "token"
        if method in _SAFE_METHODS:
            return None
        if headers.get("origin") != self.origin:
            return "origin"
        if not secrets.compare_digest(headers.get(CSRF_HEADER, "").encode(), self.csrf.encode()):
            return "csrf"
        return None

    def why_strange(self, headers: Mapping[str, str]) -> str | None:
        """Return why a request is not for this host or not from it, before any token counts."""
        if headers.get("host") != f"{HOST}:{self.port}":
            return "host"
        if headers.get("origin", self.origin) != self.origin:
            return "origin"
        if headers.get("sec-fetch-site", "none") not in _OWN_FETCHES:
            return "site"
        return None
