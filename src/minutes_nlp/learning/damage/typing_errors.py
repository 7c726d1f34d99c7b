"""Typing errors as hurried typists leave them: about two letters in a hundred.

Letters dropped, doubled or swapped, tones wrong or missing, keys of the Telex method that were
not composed ("ddảng", "khoong"), words run together, names in lower case.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from random import Random
from typing import Final, TypeAlias

from minutes_nlp.corpus.records import CorpusRecord
from minutes_nlp.learning.damage.base import composed, generator, with_texts
from minutes_nlp.learning.damage.letters import TONES, Letter, letter

_RATE: Final = 0.02
"""Share of letters that are typed wrong."""
_RUN_TOGETHER: Final = 0.006
_LOWERED: Final = 0.04
_WORD: Final = re.compile(r"[^\W\d_]+")
_GAP: Final = re.compile(r"(?<=[^\W\d_]) (?=[^\W\d_])")
_NAME: Final = re.compile(r"(?<=[^\W\d_] )[^\W\d_](?=[^\W\d_A-ZĐ])")

Error: TypeAlias = Callable[[str, int, Random], str]


def mistyped(record: CorpusRecord) -> CorpusRecord:
    """Return the record with typing errors."""
    random = generator("typing_errors", record)
    return with_texts(record, (_mistype(text, random) for text in composed(record)))


def _mistype(text: str, random: Random) -> str:
    text = _NAME.sub(lambda m: m[0].lower() if random.random() < _LOWERED else m[0], text)
    text = _WORD.sub(lambda match: _mistype_word(match[0], random), text)
    return _GAP.sub(lambda match: "" if random.random() < _RUN_TOGETHER else match[0], text)


def _mistype_word(word: str, random: Random) -> str:
    wrong = [place for place in range(len(word)) if random.random() < _RATE]
    # From the end, so that places before stay valid; a word is left with a letter at least.
    for place in reversed(wrong):
        word = random.choice(_errors_at(word, place))(word, place, random) or word
    return word


def _errors_at(word: str, place: int) -> Sequence[Error]:
    own = letter(word[place])
    if own.tone:
        return (_other_tone, _no_tone, _no_tone, _telex, _double)
    if own.shape or own.base in "đĐ":
        return (_telex, _telex, _plain, _drop)
    return (_drop, _double, _swap)


def _replace(word: str, place: int, text: str) -> str:
    return word[:place] + text + word[place + 1 :]


def _drop(word: str, place: int, random: Random) -> str:
    return _replace(word, place, "")


def _double(word: str, place: int, random: Random) -> str:
    return _replace(word, place, 2 * word[place])


def _swap(word: str, place: int, random: Random) -> str:
    return word[:place] + word[place : place + 2][::-1] + word[place + 2 :]


def _other_tone(word: str, place: int, random: Random) -> str:
    own = letter(word[place])
    tone = random.choice([other for other in TONES if other != own.tone])
    return _replace(word, place, Letter(own.base, own.shape, tone).text)


def _no_tone(word: str, place: int, random: Random) -> str:
    own = letter(word[place])
    return _replace(word, place, Letter(own.base, own.shape).text)


def _plain(word: str, place: int, random: Random) -> str:
    base = letter(word[place]).base
    return _replace(word, place, {"đ": "d", "Đ": "D"}.get(base, base))


def _telex(word: str, place: int, random: Random) -> str:
    keys, tone = letter(word[place]).telex()
    # The key of the tone is struck at the end of the syllable.
    return _replace(word, place, keys) + tone
