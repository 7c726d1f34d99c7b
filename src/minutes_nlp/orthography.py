"""Which words are possible Vietnamese syllables, by the rules of quốc ngữ, and their share.

A syllable is an onset, a rhyme and a tone.  The rules say what may be written, not what
means something: ``nghuyễng`` is impossible, ``bễu`` is possible.  Tones stand where either the
old or the new spelling puts them (``hoà`` and ``hòa``).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ONSET: Final = re.compile("ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnpqrstvx]|")
_BEFORE_FRONT_VOWELS: Final = frozenset({"k", "gh", "ngh"})
_BEFORE_OTHER_VOWELS: Final = frozenset({"c", "g", "ng"})
_OPEN: Final = _words(
    "a ai ao au ay âu ây e eo ê êu i ia iu iêu o oi oa oai oao oay oe oeo ô ôi ơ ơi u ua ui uê uy "
    "uya uyu uơ uây uâu uôi ư ưa ưi ưu ươi ươu y yêu"
)
_CLOSED: Final = _words(
    "am ăm âm em êm im iêm om ôm ơm um ưm uôm ươm yêm oam oăm uym uâm "
    "an ăn ân en ên in iên on ôn ơn un ưn uôn ươn yên oan oăn oen uân uên uyên uyn "
    "ang ăng âng eng êng iêng ong oong ông ôông ung ưng uông ương yêng oang oăng uâng "
    "anh ênh inh oanh uênh uynh"
)
_STOPPED: Final = _words(
    "ap ăp âp ep êp ip iêp op ôp ơp up ưp uôp ươp oap oăp uyp "
    "at ăt ât et êt it iêt ot ôt ơt ut ưt uôt ươt yêt oat oăt oet uât uêt uyêt uyt "
    "ac ăc âc ec iêc oc ooc ôc uc ưc uôc ươc oac oăc uâc ăk âk ach êch ich oach uêch uych"
)
"""Rhymes that end in a stop: tone sắc or nặng only.  ``ăk`` and ``âk`` are in names (Đắk Lắk)."""

_TONES: Final = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
_STOP_TONES: Final = {"\u0301", "\u0323"}
_SHAPES: Final = {"\u0302", "\u0306", "\u031b"}
_FIRST_OR_LAST: Final = frozenset({"oa", "oe", "uy"})
"""Open rhymes whose tone stands on the first letter in the old spelling, on the last in the new."""

_LETTERS: Final = re.compile(r"[^\W\d_]+")
_SHORT_FORMS: Final = _words(
    "đ/c đ/v v/v t/m k/t p/s đc dc đv đd bs bt pbt cb ccb kp sh xh hđ nq gđ ko tr trc sp ths ts "
    "km kg mg cm mm ha ii iii iv vi vii viii ix xi xii"
)
_LONGEST_ABBREVIATION: Final = 8
_LONGEST_SYLLABLE: Final = 7


@lru_cache(maxsize=1 << 16)
def is_syllable(word: str) -> bool:
    """Whether ``word`` (letters only, any case, NFC or NFD) is a possible syllable."""
    letters, tone, at = _taken_apart(word)
    if not 1 <= len(letters) <= _LONGEST_SYLLABLE:
        return False
    return any(
        _fits(onset, letters[len(onset) :], tone, at - len(onset)) for onset in _onsets(letters)
    )


def syllable_share(words: Iterable[str]) -> float:
    """Return 0..1: the share of ``words`` that are possible Vietnamese syllables.

    A word is what stands between spaces; signs around and inside it part it
    (``Phó-ca-tô``).  Left out of the count: tokens without letters or with digits, single
    letters without a mark (``a)``, ``B.``) and abbreviations (``đ/c``, ``UBND``, ``NQ/TW``).
    When nothing is left to count, nothing was recognised as Vietnamese: 0.
    """
    possible = counted = 0
    for word in words:
        for part in _countable(word):
            counted += 1
            possible += is_syllable(part)
    return possible / counted if counted else 0.0


@lru_cache(maxsize=1 << 14)
def _countable(word: str) -> tuple[str, ...]:
    word = unicodedata.normalize("NFC", word)
    if word.strip(".,:;()").lower() in _SHORT_FORMS or any(char.isdigit() for char in word):
        return ()
    return tuple(part for part in _LETTERS.findall(word) if not is_abbreviation(part))


def is_abbreviation(part: str) -> bool:
    """Whether a word of letters is a short form: single letters, "đc", "UBND"."""
    if len(part) == 1:
        return part.isascii()
    if part.lower() in _SHORT_FORMS:
        return True
    return part.isupper() and len(part) <= _LONGEST_ABBREVIATION and not is_syllable(part)


def _taken_apart(word: str) -> tuple[str, str, int]:
    """Return the letters without tone, the tone and the index of its letter.

    Two tones, or another mark, give no letters.
    """
    letters: list[str] = []
    tone, at = "", -1
    for char in unicodedata.normalize("NFD", word.lower()):
        if char in _TONES:
            if tone or not letters:
                return "", "", -1
            tone, at = char, len(letters) - 1
        elif char in _SHAPES and letters:
            letters[-1] = unicodedata.normalize("NFC", letters[-1] + char)
        else:
            letters.append(char)
    return "".join(letters), tone, at


def _onsets(letters: str) -> list[str]:
    match = _ONSET.match(letters)
    longest = match[0] if match else ""
    # gì, gìn: the i of the onset is the vowel.
    return [longest, "g"] if longest == "gi" else [longest]


def _fits(onset: str, rhyme: str, tone: str, at: int) -> bool:
    if onset == "qu" and rhyme.startswith("y"):  # quỳnh: the u belongs to the rhyme too
        onset, rhyme, at = "c", "u" + rhyme, at + 1
    if rhyme in _STOPPED:
        if tone not in _STOP_TONES:
            return False
    elif rhyme not in _OPEN and rhyme not in _CLOSED:
        return False
    return _may_follow(onset, rhyme) and (not tone or at in _tone_places(onset, rhyme))


def _may_follow(onset: str, rhyme: str) -> bool:
    front = rhyme[0] in "eêiy"
    if onset in _BEFORE_FRONT_VOWELS:
        return front or rhyme == "an"  # Bắc Kạn
    if onset == "g":
        return not front or rhyme in {"i", "in"}
    if onset in _BEFORE_OTHER_VOWELS:
        return not front
    if onset == "q":
        return False
    if onset == "qu":
        return rhyme[0] not in "ouưi" or rhyme == "i"
    if rhyme.startswith("y"):
        return not onset if len(rhyme) > 1 else onset in {"", "h", "k", "l", "m", "s", "t", "v"}
    return bool(onset) or not rhyme.startswith("iê")


def _tone_places(onset: str, rhyme: str) -> set[int]:
    shaped = [index for index, letter in enumerate(rhyme) if letter in "ăâêôơư"]
    if shaped:
        return {shaped[-1]}
    vowels = len(rhyme.rstrip("cghkmnpt"))
    places = {vowels - 1} if vowels < len(rhyme) or vowels == 1 else {vowels - 2}
    if rhyme in _FIRST_OR_LAST:
        places = {0, 1}
    if rhyme in {"oai", "oay", "oao", "oeo", "uyu", "uya"}:
        places = {1}
    # The u of "qu" and the i of "gi" are often given the tone: qúy, gìa.
    return places | {-1} if onset in {"qu", "gi"} else places
