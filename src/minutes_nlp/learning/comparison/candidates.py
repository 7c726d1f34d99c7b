"""The taggers that are compared, by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from minutes_nlp.learning.comparison import outline_features, speaker_links
from minutes_nlp.learning.comparison.combined import (
    BARE,
    GRAMS,
    WORDS,
    Mean,
    Stack,
    three_views,
    view,
)
from minutes_nlp.learning.comparison.crf import ConditionalRandomField
from minutes_nlp.learning.comparison.network import WindowNetwork
from minutes_nlp.learning.comparison.second_stage import SecondStage
from minutes_nlp.learning.comparison.taggers import Linear, OneAgainstRest, Tagger, own, todays

TODAY: Final = "svm"

CANDIDATES: Final[Mapping[str, tuple[str, Callable[[], Tagger]]]] = {
    TODAY: ("linear SVM, neighbours, transitions (the tagger in use)", Linear),
    "svm-alone": (
        "linear SVM, neither neighbours nor transitions",
        lambda: Linear(own, decodes=False),
    ),
    "svm-own": ("linear SVM, transitions, no neighbours", lambda: Linear(own)),
    "logistic": (
        "logistic regression, neighbours, transitions",
        lambda: Linear(classifier=OneAgainstRest),
    ),
    "crf": ("conditional random field, no n-grams", ConditionalRandomField),
    "words": ("view: words and word pairs", lambda: Linear(view(WORDS))),
    "grams": ("view: character n-grams in syllables", lambda: Linear(view(GRAMS))),
    "bare": ("view: pairs of toneless syllables", lambda: Linear(view(BARE))),
    "mean": ("mean of the three views", lambda: Mean(three_views)),
    "stack": ("stack over the three views", lambda: Stack(three_views)),
    "outline": (
        "the tagger in use with headings above and the agenda",
        lambda: Linear(lambda name: todays(name) or name.startswith(outline_features.PREFIX)),
    ),
    "speakers": (
        "the tagger in use with who speaks, over paragraphs",
        lambda: Linear(lambda name: todays(name) or name.startswith(speaker_links.PREFIX)),
    ),
    "second": ("the tagger in use, then a second stage over its probabilities", SecondStage),
    "network": ("summed embeddings and windows of paragraphs (thinc)", WindowNetwork),
}
"""Name → what it is, and how to make it."""
