"""Features of who is named in a paragraph, above all at its beginning."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from minutes_nlp.nlp.names import PersonMention, find_persons
from minutes_nlp.nlp.text import fold, without_tones

_PRESIDING: Final = re.compile(r"chủ trì|chủ tọa|điều hành")
_SYLLABLE: Final = re.compile(r"\w+")
_HEAD, _TAIL = 25, 6
"""Paragraphs at the beginning and at the end in which the chair is introduced or signs."""
_LEADING: Final = 14
"""A name that begins within so many characters leads the paragraph."""


def speaker_features(texts: Sequence[str]) -> list[dict[str, float]]:
    """Return for each paragraph of a document whether the chair or another person leads it."""
    chairs = presiding_names(texts)
    return [_features(text, chairs) for text in texts]


def presiding_names(texts: Sequence[str]) -> frozenset[str]:
    """Return the folded given names of those whom the document introduces as presiding."""
    names: set[str] = set()
    for text in (*texts[:_HEAD], *texts[-_TAIL:]):
        cue = _PRESIDING.search(fold(text))
        if cue:
            mentions = find_persons(text)
            after = [mention for mention in mentions if mention.start >= cue.start()]
            names.update(given_name(mention) for mention in (after or mentions)[:1])
    return frozenset(names)


def given_name(mention: PersonMention) -> str:
    """Return the folded last word of a name, by which people are called."""
    return fold(mention.name).split()[-1]


def _features(text: str, chairs: frozenset[str]) -> dict[str, float]:
    mentions = find_persons(text)
    features = {f"persons={min(len(mentions), 4)}": 0.4}
    if any(given_name(mention) in chairs for mention in mentions):
        features["named=chair"] = 0.5
    leading = next((mention for mention in mentions if mention.start <= _LEADING), None)
    if leading is None:
        return {**features, "lead=none": 0.5}
    who = "chair" if given_name(leading) in chairs else "person"
    following = _SYLLABLE.findall(without_tones(fold(text)[leading.end : leading.end + 30]))[:2]
    return {
        **features,
        f"lead={who}": 1.0,
        f"then1={who}_" + "_".join(following[:1]): 0.5,
        f"then2={who}_" + "_".join(following): 0.5,
        f"sign={who}" + text[leading.end : leading.end + 2].strip()[:1]: 0.5,
    }
