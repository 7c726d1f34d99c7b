"""Take the score of a paragraph's section apart, down to its words.

Scores of single paragraphs are sums over features, and a text feature belongs to the syllables that
it was read from; so each syllable gets its share of each feature, and nothing is estimated.  What
the other paragraphs' sections add is the rest up to the log odds that the tagger states.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import numpy as np

from minutes_nlp.model.explanation import Explanation, Influence, WordShare
from minutes_nlp.nlp.features import (
    Features,
    TaggerInput,
    document_features,
    syllable_grams,
    syllables,
)
from minutes_nlp.nlp.section_model import SectionModel
from minutes_nlp.nlp.text import fold, without_tones

_SYLLABLE: Final = re.compile(r"\w+")
_KINDS: Final[tuple[tuple[tuple[str, ...], Influence], ...]] = (
    (("p:", "pp:"), Influence.BEFORE),
    (("n:", "nn:"), Influence.AFTER),
    (("h:",), Influence.HEADING),
    (("t:", "tb:"), Influence.TABLE),
    (("title=",), Influence.TITLE),
    (("cue=",), Influence.CUES),
    (("lead=", "then1=", "then2=", "sign=", "persons=", "named="), Influence.SPEAKER),
    (("bias",), Influence.USUAL),
)
_LEAST: Final = 1e-12


def explain_section(
    paragraphs: Sequence[TaggerInput], index: int, model: SectionModel
) -> Explanation:
    """Return why paragraph ``index`` of a document was given its section.

    Args:
        paragraphs: all paragraphs of the document, in order.
        index: which of them, from 0.
        model: the model in use; its own probabilities are what is explained.
    """
    rows = model.probabilities(paragraphs)
    best, rival = (int(column) for column in np.argsort(-rows[index], kind="stable")[:2])
    features = document_features(paragraphs)[index]
    shares = _shares(features, model, best, rival)
    text = paragraphs[index].text
    words, others = _divide(shares, text)
    others[Influence.USUAL] += model.emission_scale * float(
        model.intercept[best] - model.intercept[rival]
    )
    odds = float(np.log(rows[index, best]) - np.log(max(rows[index, rival], 1e-300)))
    others[Influence.ORDER] = odds - sum(words.values()) - sum(others.values())
    return Explanation(
        index=index,
        text=text,
        section=model.labels[best],
        probability=float(rows[index, best]),
        rival=model.labels[rival],
        rival_probability=float(rows[index, rival]),
        log_odds=odds,
        words=tuple(
            WordShare(*span, text[slice(*span)], share) for span, share in sorted(words.items())
        ),
        others={kind: others[kind] for kind in Influence if abs(others[kind]) > _LEAST},
    )


def _shares(features: Features, model: SectionModel, best: int, rival: int) -> dict[str, float]:
    return {
        name: model.emission_scale
        * value
        * float(model.weights[model.rows[name], best] - model.weights[model.rows[name], rival])
        for name, value in features.items()
        if name in model.rows
    }


def _divide(
    shares: Mapping[str, float], text: str
) -> tuple[dict[tuple[int, int], float], defaultdict[Influence, float]]:
    """Give each share to the syllables that its feature was read from, else to what it tells."""
    spans = [match.span() for match in _SYLLABLE.finditer(fold(text))]
    places = _places(text)
    words: dict[tuple[int, int], float] = {}
    others: defaultdict[Influence, float] = defaultdict(float)
    for name, share in shares.items():
        held = [spans[place] for place in places.get(name, ())]
        for span in held:
            words[span] = words.get(span, 0.0) + share / len(held)
        if not held:
            others[_influence(name)] += share
    return words, others


def _influence(name: str) -> Influence:
    for prefixes, kind in _KINDS:
        if name.startswith(prefixes):
            return kind
    return Influence.SHAPE


def _places(text: str) -> dict[str, list[int]]:
    """Return for every text feature the numbers of the syllables that it may have come from."""
    parts = syllables(text)
    places: defaultdict[str, list[int]] = defaultdict(list)
    for name, held in _readings(parts):
        places[name].extend(held)
    return places


def _readings(parts: Sequence[str]) -> Iterator[tuple[str, range]]:
    bare = [without_tones(part) for part in parts]
    for i, part in enumerate(parts):
        for gram in syllable_grams(part):
            yield f"c={gram}", range(i, i + 1)
        if i + 1 < len(parts):
            yield f"s={bare[i]}_{bare[i + 1]}", range(i, i + 2)
        if i < 6:
            yield f"b={bare[i]}", range(i, i + 1)
        for size in range(1, min(6, len(parts) - i) + 1):
            yield f"w={' '.join(parts[i : i + size])}", range(i, i + size)
            for cut in range(1, size):
                pair = " ".join(parts[i : i + cut]), " ".join(parts[i + cut : i + size])
                yield f"ww={pair[0]}_{pair[1]}", range(i, i + size)
    for size in (1, 2, 3):
        yield f"f{size}=" + "_".join(bare[:size]), range(min(size, len(parts)))
    yield "last=" + "_".join(bare[-2:]), range(max(0, len(parts) - 2), len(parts))
