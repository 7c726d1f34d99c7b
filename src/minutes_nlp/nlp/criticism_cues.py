"""Who is criticised: words of criticism beside a target."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from minutes_nlp.model.labels import SectionLabel
from minutes_nlp.model.minutes import Cue, CueKind, Paragraph
from minutes_nlp.nlp.cue_lexicon import is_negated
from minutes_nlp.nlp.document_names import mask_document_names
from minutes_nlp.nlp.owners import named_people
from minutes_nlp.nlp.phrase_patterns import PhrasePattern
from minutes_nlp.nlp.phrases import compile_phrases, load_data
from minutes_nlp.nlp.sentences import sentences

_STRENGTHS: Final = {SectionLabel.CRITICISM: 1.0, SectionLabel.CONTRIBUTIONS: 0.4}
_REACH, _CLOSE = 90, 24
"""Characters from words of criticism to the target, and from a body to its fault."""


def criticism_cues(paragraph: Paragraph) -> Iterator[Cue]:
    """Yield ``NAMED_CRITICISM`` where a person, the committee or the cell is criticised.

    Households and the public are no targets ("phê bình 02 hộ chậm nộp").
    """
    strength = _STRENGTHS.get(paragraph.section)
    if strength is None:
        return
    masked = mask_document_names(paragraph.text)
    if not any(_critic(key).search(masked) for key in ("verbs", "bodies")):
        return
    for start, end in sentences(paragraph.text):
        for match in _critic("verbs").finditer(masked, start, end):
            target = _target(paragraph, masked, match.end(), end)
            if target is not None and not is_negated(masked, start, match.start()):
                yield Cue(CueKind.NAMED_CRITICISM, match.start(), target, strength)
        for match in _critic("bodies").finditer(masked, start, end):
            fault = _critic("faults").search(masked, match.end(), min(end, match.end() + _CLOSE))
            if fault is not None:
                yield Cue(CueKind.NAMED_CRITICISM, match.start(), fault.end(), strength * 0.7)


def _target(paragraph: Paragraph, masked: str, start: int, end: int) -> int | None:
    limit = min(end, start + _REACH)
    ends = [m.end for m in named_people(paragraph.text) if start <= m.start < limit]
    ends += [match.end() for match in _critic("bodies").finditer(masked, start, limit)]
    return min(ends) if ends else None


@lru_cache(maxsize=4)
def _critic(key: str) -> PhrasePattern:
    return compile_phrases(tuple(load_data("cues_criticism.toml")["critic"][key]))
