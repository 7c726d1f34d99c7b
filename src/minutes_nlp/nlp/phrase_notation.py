"""The notation of cue phrases, translated to patterns.

Matched on folded text, whole words only:

- plain words: themselves, in any case and with either tone placement;
- ``(a|b|)``: one of these, or nothing, with the blank before it or at the start after it;
- ``…``: a gap inside the sentence, at most 60 characters;
- ``..``: a short gap, at most 20 characters;
- ``#``: a number in digits.

The notation has no repetition of its own, so no phrase can make matching slow.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from minutes_nlp.nlp.text import fold

_TOKEN: Final = re.compile(r"\s*(…|\.\.)\s*|(\()|(\|)|(\))|(#)|(\s+)|([^…()|#\s.]+|\.)")
_SPELLINGS: Final = {
    "không": "ko|k0|khg|hông|hổng|hok",
    "được": "đc|đươc",
    "với": "vs",
    "trước": "trc|trươc",
    "biên bản": "biên bảng|bb",
    "đảng viên": "đv",
    "chi bộ": "cb",
    "nghị quyết": "nq",
    "tư tưởng": "tư tương|tư tuởng",
    "thảo luận": "thão luận|thảo luân",
    "kết luận": "kết luân",
    "biểu quyết": "biêu quyết",
    "quán triệt": "quán triệc",
    "nhất": "nhứt",
    "đồng chí": "đ/c|đc|đ/ c",
    "các đồng chí": "các đ/c",
}
"""Short forms and slips met in minutes; longer keys are tried first."""
_OPTIONAL_INSIDE: Final = re.compile(r"(?<=\S) \(([^()]*[^()\s])\|\)")
_OPTIONAL_FIRST: Final = re.compile(r"^\(([^()]*[^()\s])\|\) ")
_SPELLED: Final = re.compile(
    r"(?<!\w)(?:" + "|".join(sorted(_SPELLINGS, key=len, reverse=True)) + r")(?!\w)"
)
_LONG_GAP: Final = r"(?!\w).{0,60}?(?<!\w)"
_SHORT_GAP: Final = r"(?!\w).{0,20}?(?<!\w)"
_NUMBER: Final = r"\d[\d.,]{0,12}(?<![.,])"


def in_order(phrases: Iterable[str]) -> tuple[str, ...]:
    """Return phrases in the order in which a compiled pattern tries them, longer ones first."""
    return tuple(sorted(phrases, key=lambda phrase: (-len(phrase), phrase)))


def phrase_regex(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Compile phrases to one regular expression for folded text, longer phrases first.

    Raises:
        re.error: a bracket is not closed.
    """
    body = "|".join(_translate(phrase) for phrase in in_order(phrases))
    return re.compile(rf"(?<!\w)(?:{body})(?!\w)" if body else r"(?!)")


@lru_cache(maxsize=8192)
def one_phrase_regex(phrase: str) -> re.Pattern[str]:
    """Return :func:`phrase_regex` of one phrase, compiled when it is first asked for."""
    return phrase_regex((phrase,))


def _translate(phrase: str) -> str:
    parts = []
    for match in _TOKEN.finditer(normalised(phrase)):
        gap, opening, bar, closing, number, blank, word = match.groups()
        if gap:
            parts.append(_LONG_GAP if gap == "…" else _SHORT_GAP)
        elif number:
            parts.append(_NUMBER)
        elif blank:
            parts.append(r"\s+")
        else:
            parts.append("(?:" if opening else bar or closing or re.escape(word))
    return "".join(parts)


def normalised(phrase: str) -> str:
    """Return the folded phrase with optional blanks and other spellings written out."""
    return _with_spellings(_with_optional_blanks(fold(phrase)))


def _with_optional_blanks(folded: str) -> str:
    """Let an optional word take its blank along: "báo cáo (của|) chi ủy"."""
    inner = _OPTIONAL_INSIDE.sub(lambda match: _spread(match[1], " {}"), folded)
    return _OPTIONAL_FIRST.sub(lambda match: _spread(match[1], "{} "), inner)


def _spread(alternatives: str, form: str) -> str:
    words = alternatives.split("|")
    return "(" + "|".join(form.format(word.strip()) for word in words) + "|)"


def _with_spellings(folded: str) -> str:
    """Let short forms and common slips stand for the full words."""
    return _SPELLED.sub(lambda match: f"({match[0]}|{_SPELLINGS[match[0]]})", folded)
