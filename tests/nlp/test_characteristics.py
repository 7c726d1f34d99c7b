"""Levels of the three qualities and the words that back them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_nlp.model.labels import Characteristic, Level, SectionLabel
from minutes_nlp.model.minutes import Paragraph, Quality
from minutes_nlp.nlp.characteristics import read_qualities
from minutes_nlp.nlp.cues import mark_cues
from minutes_nlp.nlp.substance import mark_substance
from minutes_nlp.nlp.tasks import find_tasks
from minutes_nlp.nlp.votes import find_votes
from tests.nlp.marking import marked


def qualities(paragraphs: tuple[Paragraph, ...]) -> dict[Characteristic, Quality]:
    found = read_qualities(paragraphs, find_votes(paragraphs), find_tasks(paragraphs))
    return {quality.characteristic: quality for quality in found}


CASES = [
    (
        Characteristic.LEADERSHIP,
        Level.PRESENT,
        ["conclusions:chair | Giao đ/c Lan thu 12 hộ còn nợ, xong trước 20/7."],
    ),
    (
        Characteristic.LEADERSHIP,
        Level.WEAK,
        ["next_tasks | Tiếp tục thực hiện tốt nhiệm vụ chuyên môn."],
    ),
    (
        Characteristic.LEADERSHIP,
        Level.ABSENT,
        ["news | Giá dầu thế giới tăng.", "contributions:member | Đ/c Nam: đường xấu quá."],
    ),
    (
        Characteristic.EDUCATIONAL,
        Level.PRESENT,
        ["policy_dissemination | Chỉ thị 50 yêu cầu họp đủ 90 phút; đối với chi bộ ta nghĩa là "
         "phải sắp lịch trực trước."],
    ),
    (
        Characteristic.EDUCATIONAL,
        Level.WEAK,
        ["policy_dissemination | Phổ biến Nghị quyết số 57-NQ/TW."],
    ),
    (Characteristic.EDUCATIONAL, Level.ABSENT, ["task_review | Gieo 40 mẫu lúa."]),
    (
        Characteristic.COMBATIVE,
        Level.PRESENT,
        ["criticism:member | Đ/c Hải nhận khuyết điểm để quên sổ trực ca 3 đêm 12/6."],
    ),
    (
        Characteristic.COMBATIVE,
        Level.PRESENT,
        ["contributions:member | Ông Sáu không đồng ý thu đều theo hộ vì nhà bà Tỵ chỉ có hai bà "
         "cháu, đề nghị thu theo lao động."],
    ),
    (
        Characteristic.COMBATIVE,
        Level.WEAK,
        ["criticism | Chi bộ thực hiện nghiêm túc tự phê bình và phê bình."],
    ),
    (
        Characteristic.COMBATIVE,
        Level.ABSENT,
        ["task_review | Tồn tại: thu quỹ chậm, còn 12 hộ.", "contributions:member | Nhất trí."],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("characteristic", "level", "lines"), CASES)
def test_level(characteristic: Characteristic, level: Level, lines: list[str]) -> None:
    assert qualities(marked(*lines))[characteristic].level is level


def test_a_fault_without_an_owner_is_weak() -> None:
    paragraphs = marked("criticism | Còn hiện tượng hút thuốc trong kho vải, nhắc hai lần chưa bỏ.")
    quality = qualities(paragraphs)[Characteristic.COMBATIVE]
    assert quality.level is Level.WEAK
    assert [piece.sign for piece in quality.evidence] == ["ownerless_shortcoming"]


@given(
    st.lists(st.tuples(st.sampled_from(SectionLabel), st.text(max_size=60)), min_size=1, max_size=8)
)
def test_every_level_above_absent_is_backed(lines: list[tuple[SectionLabel, str]]) -> None:
    bare = tuple(
        Paragraph(index=index, text=text, section=section)
        for index, (section, text) in enumerate(lines)
    )
    paragraphs = mark_cues(mark_substance(bare))
    for quality in qualities(paragraphs).values():
        assert bool(quality.evidence) == (quality.level is not Level.ABSENT)
        assert 0 <= quality.confidence <= 1
        for piece in quality.evidence:
            text = paragraphs[piece.span.paragraph].text
            assert text[piece.span.start : piece.span.end] == piece.span.text
