"""Style sheets and scripts, by name; nothing else can be asked for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final

from minutes_nlp.renderers.html_report import template_file

_MEDIA_TYPES: Final = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
_OF_THE_REPORT: Final = frozenset({"report.css"})


@dataclass(frozen=True, slots=True)
class Asset:
    """A file that pages load."""

    data: bytes
    media_type: str


@cache
def _assets() -> dict[str, Asset]:
    folder = resources.files("minutes_nlp.web.static")
    found = {name: Asset(template_file(name).encode(), "text/css") for name in _OF_THE_REPORT}
    for file in folder.iterdir():
        suffix = file.name[file.name.rfind(".") :]
        if suffix in _MEDIA_TYPES:
            found[file.name] = Asset(file.read_bytes(), _MEDIA_TYPES[suffix])
    return found


def asset(name: str) -> Asset | None:
    """Return the file called ``name``, ``None`` for any other name."""
    return _assets().get(name)
