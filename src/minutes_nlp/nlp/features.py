"""Features of a paragraph for the section tagger.

A feature is a string with a value; groups ("w=" words, "c=" character n-grams, …) are scaled so
that a long paragraph does not outweigh a short one.  Every text feature is taken from the
folded text, so that spelling variants of tone and case fall together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import sqrt
from typing import Final, TypeAlias

from minutes_nlp.nlp.text import fold, without_tones

Features: TypeAlias = dict[str, float]

_NUMBERING: Final = re.compile(
    r"\s*(?:(?P<roman>[ivx]+)|(?P<number>\d{1,2}(?:\.\d{1,2})*)|(?P<letter>[a-zđ]))\s*[.)/\-:]"
    r"|\s*(?P<bullet>[-+*•–●▪])"
)
_SPEAKER: Final = re.compile(
    r"[\W\d]*(?:ý kiến \d+\W*)?"
    r"(?:đ/c|đ\.c|đc|đồng chí|ông|bà|anh|chị|chú|cô|bác|cụ|thầy|bs|bạn|em|dì|cậu)\b"
)
_SHAPES: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    ("time", re.compile(r"\d{1,2}\s*(?:h|giờ|g\b|:)\s*\d{0,2}")),
    ("date", re.compile(r"\d{1,2}\s*[/.-]\s*\d{1,2}(?:\s*[/.-]\s*\d{2,4})?|ngày \d|tháng \d")),
    ("fraction", re.compile(r"\d+\s*/\s*\d+")),
    ("percent", re.compile(r"\d\s*%")),
    ("docnumber", re.compile(r"\d+\s*-\s*(?:nq|ct|kl|qđ|qđi|hd|kh|tb|bc|cv|ctr)\b|số \d+")),
    ("money", re.compile(r"\d\s*(?:triệu|nghìn|ngàn|tỷ|đồng|đ\b)")),
    ("speaker", _SPEAKER),
    ("colon", re.compile(r":\s*$")),
    ("runin", re.compile(r"^[^:]{3,60}:\s*\S")),
    ("row", re.compile(r" \| ")),
    ("question", re.compile(r"\?")),
    ("quote", re.compile(r'"')),
    ("dots", re.compile(r"…|\.{4,}")),
    ("firstperson", re.compile(r"\b(?:tôi|tui|mình|bản thân|em|cháu)\b")),
)
_WORD: Final = re.compile(r"\w+")
_DIGITS: Final = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class TaggerInput:
    """What the tagger sees of one paragraph: its text and its words (as segmented)."""

    text: str
    words: tuple[str, ...]


def document_features(paragraphs: Sequence[TaggerInput]) -> list[Features]:
    """Return the features of every paragraph of one document, neighbours and headings included."""
    own = [_own_features(paragraph) for paragraph in paragraphs]
    headings = _governing_headings(paragraphs)
    return [
        {
            **own[i],
            **_position(i, len(paragraphs)),
            **_neighbour("p", paragraphs, own, i - 1),
            **_neighbour("n", paragraphs, own, i + 1),
            **_heading_context(paragraphs, headings[i], i),
        }
        for i in range(len(paragraphs))
    ]


def _scaled(prefix: str, names: Sequence[str], weight: float = 1.0) -> Iterator[tuple[str, float]]:
    value = weight / sqrt(len(names) or 1)
    features: Features = {}
    for name in names:
        features[prefix + name] = value
    yield from features.items()


def _own_features(paragraph: TaggerInput) -> Features:
    folded = _DIGITS.sub("0", fold(paragraph.text))
    words = [_DIGITS.sub("0", fold(word)) for word in paragraph.words]
    words = [word for word in words if word[:1].isalnum()]
    syllables = _WORD.findall(folded)
    pairs = [f"{a}_{b}" for a, b in pairwise(words)]
    features: Features = dict(_scaled("w=", words))
    features.update(_scaled("ww=", pairs))
    features.update(_scaled("c=", [gram for word in syllables for gram in _grams(word)]))
    bare = [without_tones(word) for word in syllables]
    features.update(_scaled("s=", [f"{a}_{b}" for a, b in pairwise(bare)]))
    first = syllables[:6]
    for size in (1, 2, 3):
        features[f"f{size}=" + "_".join(first[:size])] = 0.5
    features.update(_scaled("b=", first))
    features["last=" + "_".join(syllables[-2:])] = 0.3
    features.update(_shape(paragraph.text, folded, len(syllables)))
    return features


@lru_cache(maxsize=65536)
def _grams(word: str) -> tuple[str, ...]:
    padded = f"<{without_tones(word)}>"
    return tuple(padded[i : i + n] for n in (3, 4, 5) for i in range(len(padded) - n + 1))


def _shape(text: str, folded: str, length: int) -> Features:
    features: Features = {"bias": 1.0, f"len={_bucket(length)}": 0.5}
    numbering = _NUMBERING.match(folded)
    features[f"num={numbering.lastgroup if numbering else 'none'}"] = 0.5
    if text.isupper():
        features["upper"] = 0.7
    for name, pattern in _SHAPES:
        matched = pattern.match(folded) if name == "speaker" else pattern.search(folded)
        if matched:
            features[f"shape={name}"] = 0.5
    return features


def _bucket(length: int) -> int:
    return next((i for i, limit in enumerate((2, 4, 7, 12, 20, 35, 60, 100)) if length <= limit), 8)


def _position(index: int, count: int) -> Features:
    return {
        f"pos={10 * index // count}": 0.5,
        f"start={min(index, 12)}": 0.4,
        f"end={min(count - 1 - index, 8)}": 0.4,
    }


def _neighbour(
    side: str, paragraphs: Sequence[TaggerInput], own: Sequence[Features], index: int
) -> Features:
    if not 0 <= index < len(paragraphs):
        return {f"{side}:none": 1.0}
    kept = ("f", "shape=", "num=", "upper", "len=", "b=")
    features = {
        f"{side}:{name}": 0.4 * value for name, value in own[index].items() if name.startswith(kept)
    }
    words = [fold(word) for word in paragraphs[index].words if word[:1].isalnum()]
    features.update(_scaled(f"{side}:w=", words, 0.4))
    return features


def looks_like_heading(text: str) -> bool:
    """Whether a paragraph has the shape of a heading: short, and no sentence of its own."""
    words = text.split()
    if not words or len(words) > 16:
        return False
    if text.isupper() or text.rstrip().endswith(":"):
        return True
    numbered = _NUMBERING.match(text.lower()) is not None
    return numbered and len(words) <= 12 and not text.rstrip().endswith((".", ";", ","))


def _governing_headings(paragraphs: Sequence[TaggerInput]) -> list[int | None]:
    """Return for each paragraph the index of the nearest heading-shaped one before it."""
    governing: list[int | None] = []
    last: int | None = None
    for index, paragraph in enumerate(paragraphs):
        governing.append(last)
        if looks_like_heading(paragraph.text):
            last = index
    return governing


def _heading_context(
    paragraphs: Sequence[TaggerInput], heading: int | None, index: int
) -> Features:
    if heading is None:
        return {"h:none": 0.5}
    syllables = _WORD.findall(_DIGITS.sub("0", fold(paragraphs[heading].text)))
    distance = min(index - heading, 8)
    features = dict(_scaled("h:", syllables, 0.7))
    features[f"h:dist={distance}"] = 0.3
    return features
