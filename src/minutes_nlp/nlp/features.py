"""Features of a paragraph for the section tagger.

A feature is a string with a value; the features of a group (words, character n-grams, …) share
a fixed length, so that a long paragraph does not outweigh a short one.  Text features are taken
from folded text, so that spellings of tone and case fall together; digits are read as 0.  How a
paragraph begins and ends, and the words around it, are taken without diacritics: minutes typed
without them are then still read, at hardly any cost to the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import sqrt
from typing import Final, TypeAlias

from minutes_nlp.model.labels import SectionLabel
from minutes_nlp.model.minutes import CueKind, Paragraph
from minutes_nlp.nlp.context_features import FIRST_SYLLABLES, context_features
from minutes_nlp.nlp.criticism_cues import criticism_cues
from minutes_nlp.nlp.cue_lexicon import entries_for
from minutes_nlp.nlp.outline import numbering_style
from minutes_nlp.nlp.speaker_features import speaker_features
from minutes_nlp.nlp.text import fold, without_tones

Features: TypeAlias = dict[str, float]

_SHAPES: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    ("time", re.compile(r"0{1,2}\s*(?:h|giờ|g\b|:)\s*0{0,2}")),
    ("date", re.compile(r"0{1,2}\s*[/.-]\s*0{1,2}(?:\s*[/.-]\s*0{2,4})?|ngày 0|tháng 0")),
    ("fraction", re.compile(r"0+\s*/\s*0+")),
    ("percent", re.compile(r"0\s*%")),
    ("docnumber", re.compile(r"0+\s*-\s*(?:nq|ct|kl|qđ|qđi|hd|kh|tb|bc|cv|ctr)\b|số 0+")),
    ("money", re.compile(r"0\s*(?:triệu|nghìn|ngàn|tỷ|đồng|đ\b)")),
    ("colon", re.compile(r":\s*$")),
    ("runin", re.compile(r"^[^:]{3,60}:\s*\S")),
    ("row", re.compile(r" \| ")),
    ("question", re.compile(r"\?")),
    ("quote", re.compile(r'"')),
    ("dots", re.compile(r"…|\.{4,}")),
    ("firstperson", re.compile(r"\b(?:tôi|tui|mình|bản thân|em|cháu)\b")),
)
_FIRST_PERSON: Final = "shape=firstperson"
_SYLLABLE: Final = re.compile(r"\w+")
_DIGIT: Final = re.compile(r"\d")
_LENGTHS: Final = (2, 4, 7, 12, 20, 35, 60, 100)


@dataclass(frozen=True, slots=True)
class TaggerInput:
    """What the tagger sees of one paragraph: its text and its words (as segmented)."""

    text: str
    words: tuple[str, ...]


def document_features(paragraphs: Sequence[TaggerInput]) -> list[Features]:
    """Return the features of every paragraph of one document.

    Args:
        paragraphs: all paragraphs of the document, in order: neighbours, headings above and
            the names of those who preside enter the features.
    """
    texts = [paragraph.text for paragraph in paragraphs]
    own = [
        with_conjunctions({**_word_features(paragraph), **speakers})
        for paragraph, speakers in zip(paragraphs, speaker_features(texts), strict=True)
    ]
    context = context_features(own, [bare_syllables(text) for text in texts], texts)
    return [{**features, **more} for features, more in zip(own, context, strict=True)]


@lru_cache(maxsize=8192)
def syllables(text: str) -> tuple[str, ...]:
    """Return the folded syllables of ``text``, digits as 0."""
    return tuple(_SYLLABLE.findall(_DIGIT.sub("0", fold(text))))


@lru_cache(maxsize=8192)
def bare_syllables(text: str) -> tuple[str, ...]:
    """Return the folded syllables of ``text`` without diacritics, digits as 0."""
    return tuple(map(without_tones, syllables(text)))


def scaled(prefix: str, names: Sequence[str], weight: float = 1.0) -> Features:
    """Return a feature for each of ``names``; a group of distinct names has length ``weight``."""
    value = weight / sqrt(len(names) or 1)
    return {prefix + name: value for name in names}


def with_conjunctions(features: Features) -> Features:
    """Add who leads the paragraph, or whether it says "I", to each cue that it has."""
    voices = [name for name in features if name.startswith("lead=") or name == _FIRST_PERSON]
    cues = [name for name in features if name.startswith("cue=")]
    return {**features, **{f"{cue}&{voice}": 0.5 for cue in cues for voice in voices}}


def _word_features(paragraph: TaggerInput) -> Features:
    words = words_of(paragraph.words)
    parts = syllables(paragraph.text)
    bare = bare_syllables(paragraph.text)
    return {
        **scaled("w=", words),
        **scaled("ww=", [f"{a}_{b}" for a, b in pairwise(words)]),
        **scaled("c=", [gram for part in parts for gram in syllable_grams(part)]),
        **scaled("s=", [f"{a}_{b}" for a, b in pairwise(bare)]),
        **scaled("b=", bare[:FIRST_SYLLABLES]),
        **edge_features(bare),
        **sign_features(paragraph.text),
    }


def words_of(segmented: Sequence[str]) -> list[str]:
    """Return the folded words that begin with a letter or digit, digits as 0."""
    return [word for word in map(_folded_word, segmented) if word]


@lru_cache(maxsize=65536)
def _folded_word(word: str) -> str:
    folded = _DIGIT.sub("0", fold(word))
    return folded if folded[:1].isalnum() else ""


def edge_features(bare: Sequence[str]) -> Features:
    """Return how a paragraph of these syllables begins and ends."""
    return {
        **{f"f{size}=" + "_".join(bare[:size]): 0.5 for size in (1, 2, 3)},
        "last=" + "_".join(bare[-2:]): 0.3,
    }


@lru_cache(maxsize=4096)
def sign_features(text: str) -> Features:
    """Return shape, numbering and cue lists of a paragraph; callers must not change them."""
    folded = _DIGIT.sub("0", fold(text))
    return {
        **_shape_features(text, folded, len(syllables(text))),
        **dict.fromkeys(_cue_names(text, folded), 0.7),
    }


@lru_cache(maxsize=65536)
def syllable_grams(syllable: str) -> tuple[str, ...]:
    """Return the toneless character 3- to 5-grams of a folded syllable, its borders marked."""
    padded = f"<{without_tones(syllable)}>"
    return tuple(padded[i : i + n] for n in (3, 4, 5) for i in range(len(padded) - n + 1))


def _shape_features(text: str, folded: str, length: int) -> Features:
    bucket = next((i for i, limit in enumerate(_LENGTHS) if length <= limit), len(_LENGTHS))
    features: Features = {
        "bias": 1.0,
        f"len={bucket}": 0.5,
        f"num={numbering_style(text)}": 0.5,
    }
    if text.isupper():
        features["upper"] = 0.7
    features.update({f"shape={name}": 0.5 for name, p in _SHAPES if p.search(folded)})
    return features


def _cue_names(text: str, folded: str) -> Iterable[str]:
    """Name the cue lists that have a strong phrase in the paragraph, whatever its section."""
    if next(criticism_cues(Paragraph(0, text, SectionLabel.CRITICISM)), None):
        yield "cue=named"
    kinds: set[CueKind] = set()
    for entry, phrases in entries_for(folded, 0, len(folded)):
        if entry.strength < 0.5 or entry.kind in kinds:
            continue
        if next(entry.find(folded, 0, len(folded), phrases), None):
            kinds.add(entry.kind)
            yield f"cue={entry.kind}"
