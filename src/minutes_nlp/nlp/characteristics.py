"""The three qualities of a meeting as far as its minutes show them (guide, section 2)."""

from __future__ import annotations

from minutes_nlp.model.minutes import Paragraph, Quality, Task, Vote
from minutes_nlp.nlp.combative import read_combative
from minutes_nlp.nlp.educational import read_educational
from minutes_nlp.nlp.leadership import read_leadership


def read_qualities(
    paragraphs: tuple[Paragraph, ...], votes: tuple[Vote, ...], tasks: tuple[Task, ...]
) -> tuple[Quality, ...]:
    """Return leadership, educational and combative quality, each with its evidence.

    Needs ``section``, ``speaker``, ``substance`` and ``cues``.
    """
    return (
        read_leadership(paragraphs, votes, tasks),
        read_educational(paragraphs),
        read_combative(paragraphs),
    )
