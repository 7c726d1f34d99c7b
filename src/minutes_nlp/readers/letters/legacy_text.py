"""Paragraphs out of old encodings, told by the fonts of their runs and by their words.

For every reader: call ``unicode_of_paragraph`` (or ``convert_paragraph``, which says where each
character came from) with the runs of one paragraph, **before** anything is cleaned away: U+00AD
is the letter ư of TCVN3, and no-break spaces are part of UTF-8 read as Windows-1252.  Characters
are what the file stores: codes of old encodings as Latin-1 or Windows-1252 shows them.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from minutes_nlp.readers.letters.conversion import Converted, compose, in_pieces, unchanged
from minutes_nlp.readers.letters.detection import (
    NOTHING,
    Expected,
    betrayed,
    claimed,
    guess,
    may_be_legacy,
)
from minutes_nlp.readers.letters.legacy_fonts import FontClaim, claim_of

Run = tuple[str, str | None]
"""Text, and the name of its font where one is known."""

_NEUTRAL: Final = re.compile(r"[^A-Za-z\x80-\U0010ffff]*")
_STRAY: Final = re.compile(r"[\x80-\xff]{1,2}")


def unicode_of_paragraph(runs: Sequence[Run], expected: Expected = NOTHING) -> str:
    """Return what the runs of one paragraph show, in Unicode and NFC."""
    if not any(claim_of(font) for _, font in runs):
        text = unicodedata.normalize("NFC", "".join(text for text, _ in runs))
        if not may_be_legacy(text, expected):
            return text
    return convert_paragraph(runs, expected).text


def convert_paragraph(runs: Sequence[Run], expected: Expected = NOTHING) -> Converted:
    """Return what the runs of one paragraph show; origins point into their texts in a row.

    Neighbouring runs of one encoding are judged together, for syllables cross their borders.
    A font's claim is believed unless the words are better Vietnamese without it; without a
    claim, the words alone must give evidence, less of it for the encoding ``expected``
    (``expected_encoding`` of the document).
    """
    if all(text.isascii() for text, _ in runs) and not any(claim_of(font) for _, font in runs):
        return unchanged("".join(text for text, _ in runs))
    pieces: list[tuple[str, str]] = []
    for group in _groups(runs):
        source = "".join(text for text, _ in group)
        converted = _convert_group(source, group, expected)
        pieces += (
            (source[start:end], char)
            for char, (start, end) in zip(converted.text, converted.origins, strict=True)
        )
    return in_pieces(pieces)


def expected_encoding(paragraphs: Iterable[str]) -> Expected:
    """Return what the paragraphs of a document betray: an old encoding needs two of them."""
    found = [betrayed(text) for text in paragraphs if not text.isascii()]
    encodings = Counter(each.encoding for each in found if each.encoding)
    common = [encoding for encoding, count in encodings.most_common(1) if count > 1]
    return Expected(common[0] if common else None, any(each.unicode for each in found))


def _convert_group(
    source: str,
    group: Sequence[tuple[str, FontClaim | None]],
    expected: Expected,
) -> Converted:
    claim = group[0][1]
    composed = compose(source)
    if claim is None:
        return composed.then(guess(composed.text, expected)[0])
    converted, is_legacy = claimed(composed.text, claim.encoding, expected)
    reading = composed.then(converted)
    return reading.then(_capitals(reading, group)) if is_legacy else reading


def _capitals(reading: Converted, group: Sequence[tuple[str, FontClaim | None]]) -> Converted:
    shown: list[bool] = []
    for text, claim in group:
        shown += [claim is not None and claim.capitals] * len(text)
    return in_pieces(
        (char, char.upper() if start < end and shown[start] else char)
        for char, (start, end) in zip(reading.text, reading.origins, strict=True)
    )


def _groups(runs: Sequence[Run]) -> Iterator[list[tuple[str, FontClaim | None]]]:
    group: list[tuple[str, FontClaim | None]] = []
    for text, claim in _with_strays(runs):
        if group and _encoding(claim) != _encoding(group[0][1]):
            yield group
            group = []
        group.append((text, claim))
    if group:
        yield group


def _with_strays(runs: Sequence[Run]) -> Iterator[tuple[str, FontClaim | None]]:
    """Yield the runs with their claims; those without letters of their own take a neighbour's.

    A letter or two do so inside a word only: Word may show a single code in another font.
    """
    claims = [claim_of(font) for _, font in runs]
    for index, (text, _) in enumerate(runs):
        if claims[index] is None and (_NEUTRAL.fullmatch(text) or _STRAY.fullmatch(text)):
            is_neutral = _NEUTRAL.fullmatch(text) is not None
            before = index > 0 and (is_neutral or not runs[index - 1][0][-1:].isspace())
            after = index + 1 < len(runs) and (is_neutral or not runs[index + 1][0][:1].isspace())
            left = claims[index - 1] if before else None
            claims[index] = left or (claims[index + 1] if after else None)
        yield text, claims[index]


def _encoding(claim: FontClaim | None) -> str | None:
    return None if claim is None else claim.encoding
