"""What a mistyped word may have been meant to be.

The errors of hurried typing: marks missing or wrong, Telex keys that were not composed
("ddảng", "phis"), a letter dropped, doubled or swapped with its neighbour.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from minutes_nlp.nlp.spelling.pairs import word_pairs
from minutes_nlp.nlp.text import without_tones

_TWICE: Final = re.compile(r"(.)\1")
_TONE_KEY: Final = re.compile(r"(?<=[a-z])[sfrxj]$")
_LONGEST: Final = 10


@lru_cache(maxsize=1 << 14)
def candidates(word: str, *, letters: bool) -> tuple[str, ...]:
    """Return the words of minutes that ``word`` may stand for, without itself.

    Args:
        word: folded, letters only.
        letters: whether its letters may be wrong, not only its marks.
    """
    skeleton = without_tones(word)
    if len(skeleton) > _LONGEST:
        return ()
    skeletons = {skeleton}
    if letters:
        skeletons.update(_without_keys(skeleton), _one_edit(skeleton))
    known = word_pairs().by_skeleton
    found = {form for some in skeletons for form in known.get(some, ())}
    return tuple(sorted(found - {word}))


def _without_keys(skeleton: str) -> Iterator[str]:
    """Yield the skeleton with the keys of Telex taken out: "nhuwngx" → "nhung"."""
    bare = _TWICE.sub(r"\1", skeleton.replace("w", ""))
    yield bare
    yield _TONE_KEY.sub("", bare)


def _one_edit(skeleton: str) -> Iterator[str]:
    """Yield what is left without one letter, with two swapped, or with one more."""
    for place in range(len(skeleton)):
        yield skeleton[:place] + skeleton[place + 1 :]
        yield skeleton[:place] + skeleton[place : place + 2][::-1] + skeleton[place + 2 :]
    yield from _with_one_more().get(skeleton, ())


@lru_cache(maxsize=1)
def _with_one_more() -> dict[str, tuple[str, ...]]:
    """Return for what is left of a word when a letter is dropped, the words that it may be."""
    longer: dict[str, set[str]] = {}
    for skeleton in word_pairs().by_skeleton:
        for place in range(len(skeleton)):
            longer.setdefault(skeleton[:place] + skeleton[place + 1 :], set()).add(skeleton)
    return {left: tuple(sorted(some)) for left, some in longer.items()}
