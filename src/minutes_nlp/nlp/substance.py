"""Substance: whether a paragraph says something of its own.

Sets ``Paragraph.substance``; needs ``section``, and ``speaker`` for spoken sections.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from minutes_nlp.model.labels import SectionLabel
from minutes_nlp.model.minutes import Paragraph, Substance
from minutes_nlp.nlp.appeals import without_appeals
from minutes_nlp.nlp.cue_lexicon import has_fault
from minutes_nlp.nlp.dissemination import dissemination_substance
from minutes_nlp.nlp.headings import is_heading, without_enumerator
from minutes_nlp.nlp.letters import CAPITALISED
from minutes_nlp.nlp.owners import mentions, named_people
from minutes_nlp.nlp.phrases import phrase_list, word_set
from minutes_nlp.nlp.text import fold

_WORD: Final = re.compile(r"[^\W_]+")
_DIGIT: Final = re.compile(r"\d")
_CAPITALISED: Final = re.compile(rf"(?<!\w){CAPITALISED}(?!\w)")
_ASIDE: Final = re.compile(r"(?<=[.!?] )\([^()0-9]{1,120}[.!?]\)")
"""A whole sentence in brackets is the note-taker's, no part of what the chair decides."""
_LEAVES: Final = re.compile(
    r"(?<!\w)(?:xin|xin phép|cho)\s(?:(?:tôi|tui|em|được|phép)\s){0,2}(?:ra )?(?:về|nghỉ|đi)\s"
    r"(?:trước|sớm)(?!\w)[^.;!?]*"
)
"""Asking to leave early is no opinion on what is discussed."""
_LIKEWISE: Final = re.compile(
    r"\W*(?:đ/c|thì)?\s*cũng (?:như )?(?:vậy|rứa|thế|y vậy)(?: luôn| thôi)?\W*$"
)
_FEW: Final = 3
"""Words of its own that a proposal or decision needs."""
_SHORT: Final = 25
"""Words of a remark short enough to be hollow."""


def mark_substance(paragraphs: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """Return the paragraphs with their substance.

    Outside dissemination, contributions, criticism, conclusions and news a paragraph is
    either a heading or substantive.
    """
    return tuple(replace(paragraph, substance=_substance(paragraph)) for paragraph in paragraphs)


def _substance(paragraph: Paragraph) -> Substance:
    if is_heading(paragraph):
        return Substance.HEADING
    judge = _JUDGES.get(paragraph.section)
    return judge(paragraph) if judge else Substance.SUBSTANTIVE


def _contribution(paragraph: Paragraph) -> Substance:
    count = _blank(paragraph, "count")
    if count is not None and _left(count) <= 6:
        return Substance.COUNT
    rest = _blank(paragraph, "count", "hollow")
    said = _without_speaker(paragraph, rest if rest is not None else fold(paragraph.text))
    left = _left(said)
    if rest is None:
        if _LIKEWISE.match(said) or (paragraph.speaker is None and not left):
            return Substance.HOLLOW  # "Đ/c Năm cũng vậy", "Chi bộ thảo luận."
        return Substance.SUBSTANTIVE if left >= 4 else Substance.UNCLEAR
    rest, said = _LEAVES.sub(_spaces, rest), _LEAVES.sub(_spaces, said)
    if _left(said) >= _FEW and _says("proposing", rest):
        return Substance.SUBSTANTIVE
    return _by_size(_left(said), hollow=5, unclear=9)


def _criticism(paragraph: Paragraph) -> Substance:
    rest = _blank(paragraph, "hollow", "general_faults")
    formulas = phrase_list("cues_criticism_formula.toml", "phrases")
    formula = formulas.search(fold(paragraph.text))
    said = rest if rest is not None else fold(paragraph.text)
    folded = _without_speaker(paragraph, said)
    left = _left(folded)
    if left >= _FEW and (
        has_fault(formulas.sub(_spaces, said)) or (_DIGIT.search(folded) and not formula)
    ):
        return Substance.SUBSTANTIVE
    if formula:
        return _by_size(left - len(formula[0].split()), hollow=10, unclear=16)
    if paragraph.speaker is None and not _tells_fault(paragraph, formulas.sub(_spaces, said)):
        # Nobody speaks and no fault is told: praise of the cell's unity is no criticism.
        return Substance.HOLLOW
    if rest is None:
        return Substance.SUBSTANTIVE if left >= 5 else Substance.UNCLEAR
    return _by_size(left, hollow=4, unclear=8)


def _tells_fault(paragraph: Paragraph, said: str) -> bool:
    return has_fault(said) or bool(named_people(paragraph.text))


def _conclusion(paragraph: Paragraph) -> Substance:
    folded = fold(paragraph.text)
    rest = _without_appeals(paragraph, folded)
    for key in ("hollow_conclusion", "hollow"):
        rest = phrase_list("substance.toml", key).sub(_spaces, rest)
    left = _left(_without_speaker(paragraph, rest))
    if rest == folded:
        return Substance.SUBSTANTIVE if left >= 3 else Substance.UNCLEAR
    if left >= _FEW - 1 and _says("deciding", rest):
        return Substance.SUBSTANTIVE
    return _by_size(left, hollow=4, unclear=7)


def _without_appeals(paragraph: Paragraph, folded: str) -> str:
    """Blank appeals and asides in the folded text; names do not keep a clause from being one."""
    said = _without_speaker(paragraph, folded)
    own = without_appeals(_ASIDE.sub(_spaces, said))
    told_from = len(folded) - len(said)
    kept = "".join(
        letter if after == before else " "
        for letter, before, after in zip(folded[told_from:], said, own, strict=True)
    )
    return folded[:told_from] + kept


def _spaces(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _news(paragraph: Paragraph) -> Substance:
    rest = _blank(paragraph, "dissemination", "heading")
    return Substance.HOLLOW if rest is not None and _left(rest) <= 5 else Substance.SUBSTANTIVE


def _says(key: str, folded: str) -> bool:
    return phrase_list("substance.toml", key).search(folded) is not None


def _by_size(left: int, *, hollow: int, unclear: int) -> Substance:
    if left <= hollow:
        return Substance.HOLLOW
    return Substance.UNCLEAR if left <= unclear else Substance.SUBSTANTIVE


def _blank(paragraph: Paragraph, *keys: str) -> str | None:
    """Return the folded text with phrases of these lists blanked, or None when none stands."""
    folded = rest = fold(paragraph.text)
    for key in keys:
        rest = phrase_list("substance.toml", key).sub(_spaces, rest)
    return None if rest == folded else rest


def _without_speaker(paragraph: Paragraph, folded: str) -> str:
    start = without_enumerator(paragraph.text)
    if paragraph.speaker is not None and paragraph.speaker.end:
        a, b = paragraph.speaker.start, paragraph.speaker.end
        folded = folded[:a] + " " * (b - a) + folded[b:]
    spans = [(person.start, person.end) for person in named_people(paragraph.text)]
    # Short remarks name speakers in any way; their capitalised words carry no opinion.
    if paragraph.words <= _SHORT:
        spans += [match.span() for match in _CAPITALISED.finditer(paragraph.text, start)]
        spans += [(m.start, m.end) for m in mentions(paragraph.text)]
    for a, b in spans:
        folded = folded[:a] + " " * (b - a) + folded[b:]
    return folded[start:]


def _left(folded: str) -> int:
    return sum(word not in word_set("empty") for word in _WORD.findall(folded))


_JUDGES: Final[dict[SectionLabel, Callable[[Paragraph], Substance]]] = {
    SectionLabel.CONTRIBUTIONS: _contribution,
    SectionLabel.CRITICISM: _criticism,
    SectionLabel.CONCLUSIONS: _conclusion,
    SectionLabel.POLICY_DISSEMINATION: dissemination_substance,
    SectionLabel.NEWS: _news,
}
