"""Whether a later paragraph takes up what was discussed, by the words that both share."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import Final

from minutes_nlp.model.minutes import Paragraph

_WORD: Final = re.compile(r"[^\W\d_]+")
_SENTENCE_HEAD: Final = re.compile(r"(?:^|[.:;?!+*-])\W{0,3}[^\W\d_]")
_SHORTEST: Final = 2


def shared_terms(
    discussed: Iterable[Paragraph], later: Paragraph, elsewhere: Iterable[Paragraph]
) -> set[tuple[str, str]]:
    """Return the pairs of neighbouring words that ``later`` shares with the discussion alone.

    Names, titles and pairs that also stand ``elsewhere`` say nothing of the matter.
    """
    said = {term for paragraph in discussed for term in _terms(paragraph)}
    common = {term for paragraph in elsewhere for term in _terms(paragraph)}
    return (said & _terms(later)) - common


def _terms(paragraph: Paragraph) -> set[tuple[str, str]]:
    # The capital at the head of a sentence does not make a name.
    text = _SENTENCE_HEAD.sub(lambda match: match[0].lower(), paragraph.text)
    words = _WORD.findall(text)
    return {(first, second) for first, second in pairwise(words) if _is_plain(first, second)}


def _is_plain(*words: str) -> bool:
    return all(word.islower() and len(word) >= _SHORTEST for word in words)
