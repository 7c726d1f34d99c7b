"""Votes and stated agreements of the cell.

Needs ``section``.  Attendance figures, one member's agreement, the agenda and the adoption
of the minutes are no votes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from minutes_nlp.model.labels import SectionLabel
from minutes_nlp.model.minutes import Paragraph, Vote
from minutes_nlp.nlp.document_names import mask_document_names
from minutes_nlp.nlp.phrases import phrase_list
from minutes_nlp.nlp.sentences import clauses, sentences
from minutes_nlp.nlp.vote_counts import read_counts

_NOT_HERE: Final = frozenset(
    {
        SectionLabel.NEWS,
        SectionLabel.POLICY_DISSEMINATION,
        SectionLabel.TASK_REVIEW,
        SectionLabel.THEMATIC,
    }
)
_COUNTED_PEOPLE: Final = re.compile(
    r"\d{1,3}\s{0,3}(?:/|trên)\s{0,3}\d{1,3}\s{0,3}(?:đồng chí|đ/c|đc|đảng viên|đv|phiếu)"
    r"|(?<!\d)100\s{0,3}%\s{0,3}(?:đồng chí|đ/c|đảng viên|đv|các đồng chí|chi bộ|số)"
)
_ONLY_COUNT: Final = re.compile(r"\W*(?:được\s{1,3})?\d{1,3}\s{0,3}/\s{0,3}\d{1,3}\W*$")
_OPENING: Final = 0.4
"""Share of the paragraphs in which a show of hands only adopts the agenda."""
_BEFORE: Final = 80
"""Characters before a result in which the ballots may be told."""
_SPOKEN_BY_ONE: Final = frozenset({SectionLabel.CONTRIBUTIONS, SectionLabel.CRITICISM})


def find_votes(paragraphs: tuple[Paragraph, ...]) -> tuple[Vote, ...]:
    """Return every vote and every agreement of the cell as a whole, in reading order."""
    opening = len(paragraphs) * _OPENING - 1
    return tuple(
        vote
        for position, paragraph in enumerate(paragraphs)
        if paragraph.section is not SectionLabel.FORMALITIES or position >= opening
        for vote in _votes(paragraph)
    )


def _votes(paragraph: Paragraph) -> Iterator[Vote]:
    if paragraph.section in _NOT_HERE or paragraph.is_heading:
        return
    masked = phrase_list("votes.toml", "denied").sub(
        lambda match: " " * len(match[0]), mask_document_names(paragraph.text)
    )
    ranges = sentences if paragraph.section is SectionLabel.RESOLUTION else clauses
    for start, end in ranges(paragraph.text):
        if _is_vote(paragraph.section, masked[start:end]):
            yield _vote(paragraph, masked, start, end)


def _vote(paragraph: Paragraph, masked: str, start: int, end: int) -> Vote:
    sentence = masked[start:end]
    counts = read_counts(sentence, masked[max(0, start - _BEFORE) : start])
    unanimous = counts.unanimous or (not counts.stated and _has("unanimous", sentence))
    return Vote(
        span=paragraph.span(start, end),
        in_favour=counts.in_favour,
        against=counts.against,
        abstained=counts.abstained,
        voters=counts.voters,
        percent=counts.percent,
        unanimous=unanimous and not counts.against,
    )


def _is_vote(section: SectionLabel, sentence: str) -> bool:
    """Resolutions may state bare numbers; elsewhere the cell must act or people be counted."""
    if _has("not_votes", sentence):
        return False
    collective = _has("collective", sentence)
    agrees = _has("agreeing", sentence) or _has("votes", sentence)
    if section is SectionLabel.RESOLUTION:
        numbers = agrees and read_counts(sentence).stated
        only_count = _ONLY_COUNT.match(sentence) is not None
        return _has("votes", sentence) or collective or numbers or only_count
    counted = agrees and _COUNTED_PEOPLE.search(sentence) is not None
    if section in _SPOKEN_BY_ONE or section is SectionLabel.FORMALITIES:
        return (_has("votes", sentence) and collective) or counted
    return _has("votes", sentence) or collective or counted


def _has(key: str, sentence: str) -> bool:
    return phrase_list("votes.toml", key).search(sentence) is not None
