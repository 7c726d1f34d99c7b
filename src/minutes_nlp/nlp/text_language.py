"""In which language a text is written: Vietnamese, with or without its diacritics, or another."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import Final

from minutes_nlp.nlp.phrases import load_data
from minutes_nlp.nlp.text import fold, without_tones

_DATA: Final = "text_language.toml"
_NAMES: Final = {"văn bản tiếng Anh": "english", "văn bản tiếng Pháp": "french"}
_MIN_WORDS: Final = 12
_WORD: Final = re.compile(r"[^\W\d_]+")


def foreign_language(text: str) -> str | None:
    """Return the Vietnamese name of a foreign language's text; ``None`` for Vietnamese.

    Texts of a few words are given the benefit of the doubt.
    """
    words = _words(text)
    count = words.total()
    if count < _MIN_WORDS:
        return None
    common = _common_words()
    marked = _marked(words) / count
    known = (
        sum(n for word, n in words.items() if without_tones(word) in common["vietnamese"]) / count
    )
    shares = {
        name: sum(n for word, n in words.items() if word in common[key]) / count
        for name, key in _NAMES.items()
    }
    name = max(shares, key=lambda key: shares[key])
    if marked >= 0.4 or (known >= 0.15 and known > shares[name]):
        return None
    if shares[name] >= 0.12 and marked < 0.4:
        return name
    return "văn bản không phải tiếng Việt" if known < 0.1 and marked < 0.2 else None


def is_toneless(text: str) -> bool:
    """Whether Vietnamese text has lost its diacritics (as in old e-mail or bad conversion)."""
    words = _words(text)
    count = words.total()
    return count >= _MIN_WORDS and _marked(words) < 0.1 * count


@lru_cache(maxsize=1)
def _words(text: str) -> Counter[str]:
    """Count the folded words of a text."""
    counts: Counter[str] = Counter()
    for word, number in Counter(_WORD.findall(text)).items():
        counts[fold(word)] += number
    return counts


def _marked(words: Counter[str]) -> int:
    """Count the words that have a diacritic."""
    return sum(number for word, number in words.items() if word != without_tones(word))


@lru_cache(maxsize=1)
def _common_words() -> dict[str, frozenset[str]]:
    return {key: frozenset(words.split()) for key, words in load_data(_DATA).items()}
