"""Tell the encoding of plain text by what it says, never by the system's settings."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import Final

from minutes_nlp.readers.letters.readings import read_as
from minutes_nlp.readers.letters.tables import LegacyEncoding
from minutes_nlp.readers.letters.word_values import vietnamese_score

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL: Final = re.compile("[\x00-\x08\x0e-\x19\x1b\x7f-\x84\x86-\x9f]")
_LATIN: Final = re.compile("[\t-\r -~\xa0-\u024f\u0300-\u036f\u1e00-\u1eff\u2000-\u20cf]")
_CODES: Final[tuple[LegacyEncoding, ...]] = ("tcvn3", "vni", "viscii")
_MIXED_SCORE: Final = 0.8
_SAMPLE: Final = 200_000
_MOST_CONTROLS: Final = 0.002
_MOST_BROKEN: Final = 0.01
"""Of the letters outside ASCII; a transfer error or a cut end, not another encoding."""


def decode(data: bytes) -> str | None:
    """Return the text of ``data``, or ``None`` when it is no text in a known encoding.

    Known are UTF-8, UTF-16 (either order, with or without a mark), UTF-32 with a mark,
    Windows-1258, TCVN3, VNI, VISCII and, for text that is not Vietnamese, Windows-1252;
    also files of which some lines are in UTF-8 and the others in one of the rest.
    """
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return _plausible(data[len(mark) :].decode(codec, errors="replace"))
    if b"\0" in data[:_SAMPLE]:
        return _without_mark(data)
    return _utf8(data) or _mixed(data) or _single_byte(data)


def _without_mark(data: bytes) -> str | None:
    even = data[: len(data) - len(data) % 2]
    candidates = [even.decode(codec, errors="replace") for codec in ("utf-16-le", "utf-16-be")]
    best = max(candidates, key=_latin_share)
    return _plausible(best) if _latin_share(best) > 0.9 else None


def _utf8(data: bytes) -> str | None:
    text = data.decode("utf-8", errors="replace")
    foreign = sum(1 for char in text[:_SAMPLE] if char > "\x7f")
    broken = text.count("\ufffd")
    if broken and broken > max(1.0, foreign * _MOST_BROKEN):
        return None
    # One broken byte among few others says nothing: then the single-byte readings decide.
    if broken and foreign < 20:
        return None
    # Text that was encoded twice is full of control codes until it is put right.
    return _plausible(text) or _plausible(read_as(text, "utf-8").text)


def _single_byte(data: bytes) -> str | None:
    scored = [(vietnamese_score(text[:_SAMPLE]), text) for text in _single_byte_readings(data)]
    if not scored:
        return None
    score, text = max(scored, key=lambda pair: pair[0])
    if score >= 0.5:
        return _plausible(text)
    western = scored[-1][1]
    letters = sum(char.isalpha() for char in western[:_SAMPLE])
    foreign = sum(char > "\x7f" for char in western[:_SAMPLE])
    return _plausible(western) if foreign < 0.3 * letters else None


def _single_byte_readings(data: bytes) -> Iterator[str]:
    yield from _decoded(data, "cp1258")
    for encoding in _CODES:
        # What Latin-1 lacks, as “quotes”, these encodings took from Windows-1252.
        codes = data.decode("latin-1") if encoding == "viscii" else _windows(data)
        yield "".join(read_as(line, encoding).text for line in codes.splitlines(keepends=True))
    yield from _decoded(data, "cp1252")


def _decoded(data: bytes, codec: str) -> Iterator[str]:
    try:
        yield data.decode(codec)
    except UnicodeDecodeError:
        return


def _windows(data: bytes) -> str:
    return data.decode("cp1252", errors="replace")


def _mixed(data: bytes) -> str | None:
    """Read the lines that are UTF-8 as such, and the others, taken together, as one encoding."""
    lines = data.split(b"\n")
    utf8 = [_strictly_utf8(line) for line in lines]
    known = "\n".join(text for text in utf8 if text is not None)
    if known.isascii() or None not in utf8 or vietnamese_score(known) < _MIXED_SCORE:
        return None
    rest = _single_byte(b"\n".join(line for line in lines if _strictly_utf8(line) is None))
    if rest is None:
        return None
    others = iter(rest.split("\n"))
    return "\n".join(next(others, "") if text is None else text for text in utf8)


def _strictly_utf8(line: bytes) -> str | None:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _plausible(text: str) -> str | None:
    sample = text[:_SAMPLE]
    controls = len(_CONTROL.findall(sample))
    return text if controls <= max(1.0, len(sample) * _MOST_CONTROLS) else None


def _latin_share(text: str) -> float:
    sample = text[:_SAMPLE]
    return len(_LATIN.findall(sample)) / max(1, len(sample))
