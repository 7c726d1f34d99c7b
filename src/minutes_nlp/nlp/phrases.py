"""Cue phrases that a cadre may edit, in the notation of :mod:`minutes_nlp.nlp.phrase_notation`."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib import resources
from typing import Any

from minutes_nlp.nlp.phrase_patterns import PhrasePattern
from minutes_nlp.nlp.text import fold


def compile_phrases(phrases: tuple[str, ...]) -> PhrasePattern:
    """Return one pattern of phrases for folded text, longer phrases first."""
    return PhrasePattern(phrases)


@lru_cache(maxsize=32)
def load_data(name: str) -> dict[str, Any]:
    """Return the data file ``name`` of this package; callers must not change it."""
    source = resources.files("minutes_nlp.nlp").joinpath("data", name)
    return tomllib.loads(source.read_text(encoding="utf-8"))


@lru_cache(maxsize=256)
def phrase_list(name: str, key: str) -> PhrasePattern:
    """Return the pattern of the phrases under ``key`` of data file ``name``."""
    return compile_phrases(tuple(load_data(name)[key]))


@lru_cache(maxsize=16)
def word_set(key: str) -> frozenset[str]:
    """Return the folded words under ``key`` of ``word_lists.toml``."""
    words: str = load_data("word_lists.toml")[key]
    return frozenset(fold(words).split())
