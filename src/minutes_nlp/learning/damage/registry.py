"""All kinds of damage that are measured, by id."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from minutes_nlp.corpus.records import CorpusRecord
from minutes_nlp.learning.damage.abbreviations import abbreviated
from minutes_nlp.learning.damage.base import Damage
from minutes_nlp.learning.damage.headings import without_headings
from minutes_nlp.learning.damage.order import shuffled
from minutes_nlp.learning.damage.paragraphing import merged, split
from minutes_nlp.learning.damage.recognised import recognised
from minutes_nlp.learning.damage.spelling import (
    decomposed,
    other_tone_placement,
    without_diacritics,
)
from minutes_nlp.learning.damage.typing_errors import mistyped
from minutes_nlp.model.language import Text

_ALL: Final = (
    Damage("no_diacritics", Text(vi="không dấu", en="no diacritics"), without_diacritics),
    Damage("nfd", Text(vi="Unicode tổ hợp", en="combining marks (NFD)"), decomposed),
    Damage(
        "old_tone_placement",
        Text(vi="đặt dấu thanh kiểu kia (hoà/hòa)", en="tones on the other place (hoà/hòa)"),
        other_tone_placement,
    ),
    Damage("typing_errors", Text(vi="lỗi gõ phím", en="typing errors"), mistyped),
    Damage("abbreviations", Text(vi="viết tắt", en="abbreviations"), abbreviated),
    Damage("lost_headings", Text(vi="mất đề mục", en="headings lost"), without_headings),
    Damage("merged_paragraphs", Text(vi="đoạn bị gộp", en="paragraphs merged"), merged),
    Damage("split_paragraphs", Text(vi="đoạn bị tách", en="paragraphs split"), split),
    Damage("shuffled_sections", Text(vi="đảo thứ tự các phần", en="sections shuffled"), shuffled),
    Damage(
        "recognised",
        Text(vi="bản in đọc lại bằng nhận dạng chữ", en="print read by character recognition"),
        recognised,
    ),
)

DAMAGES: Final[Mapping[str, Damage]] = MappingProxyType({damage.id: damage for damage in _ALL})
"""Every kind of damage by its id, in a fixed order."""


def damaged_records(records: Iterable[CorpusRecord], damage_id: str) -> list[CorpusRecord]:
    """Return the damaged copies of ``records``, in their order, under their own ids.

    Records for which there is no copy are left out: only part of the corpus was recognised.

    Raises:
        KeyError: there is no such damage.
    """
    damage = DAMAGES[damage_id]
    copies = (damage.apply(record) for record in records)
    return [copy for copy in copies if copy is not None]
