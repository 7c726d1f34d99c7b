"""The paragraphs where the tagger was surest and wrong, quoted for whoever wants to mend it.

Voices that are set apart are never quoted: their texts are for measuring only.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any, Final

from minutes_nlp.corpus.gold import gold_sections
from minutes_nlp.learning.held_out import Reading

QUOTED: Final = 40
CUT: Final = 300
"""Characters of a paragraph that are quoted."""


def hardest_paragraphs(
    readings: Sequence[Reading], set_apart: Collection[str], limit: int = QUOTED
) -> list[dict[str, Any]]:
    """Return the wrongly tagged paragraphs by falling confidence, at most ``limit``.

    Args:
        readings: documents of minutes.
        set_apart: voices that are left out.
        limit: how many to quote.

    Returns:
        Each with ``record``, ``paragraph`` (from 1), ``text``, ``true``, ``predicted`` and
        ``confidence``.
    """
    wrong = [
        {
            "record": reading.record.id,
            "paragraph": paragraph.index + 1,
            "text": _cut(paragraph.text),
            "true": true.value,
            "predicted": paragraph.section.value,
            "confidence": round(paragraph.confidence, 4),
        }
        for reading in readings
        if reading.record.voice not in set_apart
        for true, paragraph in zip(
            gold_sections(reading.record), reading.minutes.paragraphs, strict=True
        )
        if paragraph.section is not true
    ]
    wrong.sort(key=lambda one: (-float(str(one["confidence"])), one["record"], one["paragraph"]))
    return wrong[:limit]


def _cut(text: str) -> str:
    return text if len(text) <= CUT else text[:CUT].rstrip() + " …"
