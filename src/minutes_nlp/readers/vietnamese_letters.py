"""How much a text looks like Vietnamese: used to choose between readings of the same bytes."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_VOWELS: Final = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ"
_SYLLABLE: Final = re.compile(
    "(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnprstvx])?"
    f"[{_VOWELS}]{{1,3}}"
    "(?:ng|nh|ch|[cmnpt])?"
)
_WORD: Final = re.compile(r"[^\W\d_]+")
_PLAIN_SIGNS: Final = frozenset("“”‘’–—…•·«»°§×±₫€²³½\xa0\u200b\ufeff\u0085")


def vietnamese_score(text: str) -> float:
    """Return 0..1: the share of accented words that are possible syllables, less odd signs.

    A text without any accented letter or odd sign scores 1: every reading of it is the same.
    """
    text = unicodedata.normalize("NFC", text)
    foreign = [char for char in text if char > "\x7f"]
    if not foreign:
        return 1.0
    odd = sum(not char.isalpha() and char not in _PLAIN_SIGNS for char in foreign)
    words = [word for word in _WORD.findall(text) if not word.isascii()]
    possible = sum(_SYLLABLE.fullmatch(word.lower()) is not None for word in words)
    return possible / max(1, len(words)) * (1 - odd / len(foreign))
