"""Which old encoding the name of a font stands for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from minutes_nlp.readers.letters.tables import LegacyEncoding

_SUBSET: Final = re.compile(r"^[A-Z]{6}\+")
_STYLE: Final = re.compile(r"(?:[,\-_ ]*(?:bold|italic|oblique|regular|normal|mt|bd|it))+$", re.I)
_TCVN3: Final = re.compile(r"\.vn|vn(?:time|arial|cour|helv|book|avant|century|univers)", re.I)
_VNI: Final = re.compile("vni", re.I)


@dataclass(frozen=True, slots=True)
class FontClaim:
    """What a font's name says of the text set in it; ``capitals``: it shows capitals only."""

    encoding: LegacyEncoding
    capitals: bool = False


@lru_cache(maxsize=256)
def claim_of(font: str | None) -> FontClaim | None:
    """Return what ``font`` claims; ``None`` for a font of Unicode text, or none.

    Known are ".VnTime" and its kin, with or without the dot, the subset prefix and the
    suffixes of PDF ("ABCDEF+.VnTimeH,Bold"), and the fonts named "VNI-…".
    """
    name = _STYLE.sub("", _SUBSET.sub("", (font or "").strip()))
    if _TCVN3.match(name):
        return FontClaim("tcvn3", name.endswith("H") or (name.islower() and name.endswith("h")))
    return FontClaim("vni") if _VNI.match(name) else None
