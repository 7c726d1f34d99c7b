"""Why a paragraph was given its section: the model's own score, taken apart."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from minutes_nlp.model.labels import SectionLabel


class Influence(StrEnum):
    """What else than the paragraph's own words bears on its section."""

    CUES = "cues"
    SPEAKER = "speaker"
    SHAPE = "shape"
    BEFORE = "before"
    AFTER = "after"
    HEADING = "heading"
    TABLE = "table"
    TITLE = "title"
    USUAL = "usual"
    ORDER = "order"


@dataclass(frozen=True, slots=True)
class WordShare:
    """What the word at ``text[start:end]`` adds, in natural-log odds of ``section``."""

    start: int
    end: int
    text: str
    share: float


@dataclass(frozen=True, slots=True)
class Explanation:
    """The log odds of ``section`` against ``rival``, split without remainder.

    ``log_odds`` is the sum of all shares of ``words`` and ``others``: positive shares speak for
    ``section``, negative ones for ``rival``, the second likeliest.
    """

    index: int
    text: str
    section: SectionLabel
    probability: float
    rival: SectionLabel
    rival_probability: float
    log_odds: float
    words: tuple[WordShare, ...]
    others: dict[Influence, float]
