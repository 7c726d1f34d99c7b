"""Appeals to do everything well, told apart from what names a matter."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_nlp.nlp.appeals import without_appeals

APPEALS = [
    "đề nghị các đồng chí phát huy kết quả đạt được",
    "toàn chi bộ đoàn kết, quyết tâm hoàn thành thắng lợi nhiệm vụ năm 2026",
    "mong mọi người cố gắng khắc phục khó khăn để thực hiện tốt các nhiệm vụ được giao",
    "phấn đấu hoàn thành xuất sắc nhiệm vụ quý iii",
    "vui xuân đón tết an toàn, tiết kiệm",
]
MATTERS = [
    "hoàn thành việc nạo kênh trong tháng 8",
    "thực hiện nghị quyết số 12",
    "khắc phục mái dột trạm y tế",
    "giao đồng chí lan hoàn thành nhiệm vụ",
    "các đồng chí đã đạt được kết quả tốt",
]


@pytest.mark.parametrize("text", APPEALS)
def test_an_appeal_leaves_nothing_of_its_verbs(text: str) -> None:
    left = without_appeals(text)
    assert not any(verb in left for verb in ("phát huy", "hoàn thành", "khắc phục", "đón tết"))


@pytest.mark.parametrize("text", MATTERS)
def test_a_clause_with_a_matter_of_its_own_stands(text: str) -> None:
    assert without_appeals(text) == text


@given(st.lists(st.sampled_from([*APPEALS, *MATTERS]), max_size=6))
def test_what_is_left_stands_where_it_stood(clauses: list[str]) -> None:
    text = "; ".join(clauses)
    left = without_appeals(text)
    assert len(left) == len(text)
    assert all(after in (before, " ") for before, after in zip(text, left, strict=True))
    assert all(clause in left for clause in clauses if clause in MATTERS)
