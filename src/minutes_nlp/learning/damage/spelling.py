"""The whole text spelt another way: no diacritics, combining marks, tones on the other place."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from minutes_nlp.corpus.records import CorpusRecord
from minutes_nlp.learning.damage.base import composed, with_texts
from minutes_nlp.nlp.text import without_tones

_TONES: Final = "\u0300\u0301\u0309\u0303\u0323"
# "hòa, khỏe, thủy" and "hoà, khoẻ, thuỷ": open syllables only, and "qu" is a consonant.
_ON_FIRST: Final = re.compile(
    rf"(?<!q)(?:(o)([{_TONES}])([ae])|(u)([{_TONES}])(y))(?![\w{_TONES}])", re.I
)
_ON_SECOND: Final = re.compile(
    rf"(?<!q)(?:(o)([ae])([{_TONES}])|(u)(y)([{_TONES}]))(?![\w{_TONES}])", re.I
)


def without_diacritics(record: CorpusRecord) -> CorpusRecord:
    """Return the record typed without any diacritic ("dang uy")."""
    return with_texts(record, map(without_tones, composed(record)))


def decomposed(record: CorpusRecord) -> CorpusRecord:
    """Return the record with its letters as base letters and combining marks (NFD)."""
    return with_texts(record, (unicodedata.normalize("NFD", text) for text in composed(record)))


def other_tone_placement(record: CorpusRecord) -> CorpusRecord:
    """Return the record with its tones where it mostly does not put them (hòa to hoà, or back)."""
    texts = [unicodedata.normalize("NFD", text) for text in composed(record)]
    first = sum(len(_ON_FIRST.findall(text)) for text in texts)
    second = sum(len(_ON_SECOND.findall(text)) for text in texts)
    move = _to_second if first >= second else _to_first
    return with_texts(record, (unicodedata.normalize("NFC", move(text)) for text in texts))


def _to_second(text: str) -> str:
    return _ON_FIRST.sub(lambda m: _join(m, (0, 2, 1)), text)


def _to_first(text: str) -> str:
    return _ON_SECOND.sub(lambda m: _join(m, (0, 2, 1)), text)


def _join(match: re.Match[str], order: tuple[int, int, int]) -> str:
    parts = [part for part in match.groups() if part is not None]
    return "".join(parts[i] for i in order)
