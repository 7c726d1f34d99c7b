"""Abbreviations of note-takers: each document keeps its own, and keeps to them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources
from typing import Final

from minutes_nlp.corpus.records import CorpusRecord
from minutes_nlp.learning.damage.base import composed, generator, with_texts
from minutes_nlp.nlp.text import place_tones

_CHOSEN: Final = 0.6
"""Chance that a document uses an abbreviation of the list."""


@lru_cache(maxsize=1)
def abbreviations() -> Mapping[str, str]:
    """Return the list: full form in lower case to short form, longest full forms first."""
    data = resources.files(__package__ or "").joinpath("abbreviations.toml").read_bytes()
    tables = tomllib.loads(data.decode("utf-8"))
    pairs = {full.lower(): short for table in tables.values() for full, short in table.items()}
    return dict(sorted(pairs.items(), key=lambda pair: (-len(pair[0]), pair[0])))


def abbreviated(record: CorpusRecord) -> CorpusRecord:
    """Return the record with a random part of the list abbreviated throughout.

    Text in capitals stays: letterheads and titles are written out.
    """
    random = generator("abbreviations", record)
    chosen = {full: short for full, short in abbreviations().items() if random.random() < _CHOSEN}
    pattern = re.compile(rf"(?<![\w/])(?:{'|'.join(map(re.escape, chosen))})(?![\w/])", re.I)
    return with_texts(record, (_shorten(text, pattern, chosen) for text in composed(record)))


def _shorten(text: str, pattern: re.Pattern[str], chosen: Mapping[str, str]) -> str:
    placed = place_tones(text)
    pieces: list[str] = []
    end = 0
    for match in pattern.finditer(placed):
        if match[0].isupper():
            continue
        short = chosen[match[0].lower()]
        pieces += [text[end : match.start()], _cased(match[0], short)]
        end = match.end()
    return "".join([*pieces, text[end:]])


def _cased(full: str, short: str) -> str:
    return short[0].upper() + short[1:] if full[0].isupper() else short
