"""Words broken at the end of a line, put together again on the first line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from minutes_nlp.orthography import is_syllable
from minutes_nlp.readers.line_boxes import Box
from minutes_nlp.readers.pdf.words import SOFT_HYPHEN

_BROKEN: Final = re.compile(r".*[^\W_][-\u00ad]", re.DOTALL)
_LATIN: Final = re.compile(r"[a-zA-Z]{2,}")
_STOPS: Final = ".,;:!?)”"


def with_whole_words(lines: Sequence[Box]) -> list[Box]:
    """Join a word that ends in a hyphen at the end of a line with what begins the next line.

    A soft hyphen goes.  A hard one stays, for Vietnamese does not break words and writes
    hyphens in compounds and numbers of papers (``112/KL-TANDTC``); it goes between two parts
    of small Latin letters without marks of which one is no Vietnamese syllable.
    """
    result: list[Box] = []
    for line in lines:
        before = result[-1] if result else None
        if before is not None and _is_broken(before, line):
            head, rest = _moved(before, line)
            result[-1] = head
            if rest is not None:
                result.append(rest)
        else:
            result.append(line)
    return result


def _is_broken(before: Box, line: Box) -> bool:
    if before.alone or line.alone or " | " in before.text or " | " in line.text:
        return False
    return (
        bool(before.words and line.words) and _BROKEN.fullmatch(before.words[-1].text) is not None
    )


def _moved(before: Box, line: Box) -> tuple[Box, Box | None]:
    last, first = before.words[-1], line.words[0]
    whole = replace(last, text=_joined(last.text, first.text))
    head = _of_words(before, (*before.words[:-1], whole))
    return head, _of_words(line, line.words[1:]) if len(line.words) > 1 else None


def _of_words(line: Box, words: tuple[Box, ...]) -> Box:
    return replace(
        line,
        text=" ".join(word.text for word in words),
        left=min(line.left, words[0].left),
        words=words,
    )


def _joined(last: str, first: str) -> str:
    stem = last[:-1]
    if last.endswith(SOFT_HYPHEN):
        return stem + first
    foreign = _LATIN.fullmatch(stem) and _LATIN.fullmatch(first.rstrip(_STOPS))
    if foreign and first.islower() and not (is_syllable(stem) and is_syllable(first)):
        return stem + first
    return last + first
