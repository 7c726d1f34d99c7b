from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from minutes_nlp.model.labels import Characteristic
from minutes_nlp.model.report import Report
from minutes_nlp.renderers.terminal import render_terminal
from tests.renderers.golden_cases import CASES, GOLDEN, rendered
from tests.renderers.sample_reports import (
    ALL_REPORTS,
    ITEMS,
    clean_report,
    evidence,
    faulty_report,
    other_report,
    sign,
)

ANSI = re.compile(r"\x1b\[[0-9;]*m")


@pytest.mark.parametrize("name", CASES)
def test_report_is_the_one_that_was_read_by_eye(name: str) -> None:
    assert rendered(name) == (GOLDEN / name).read_text(encoding="utf-8")


def test_no_golden_file_is_left_over() -> None:
    assert {path.name for path in GOLDEN.glob("*.txt")} == set(CASES)


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize("name", ALL_REPORTS)
def test_no_line_is_wider_than_the_terminal(name: str, width: int) -> None:
    text = render_terminal(ALL_REPORTS[name](), width=width)
    assert max(len(line) for line in text.splitlines()) <= width


@pytest.mark.parametrize("name", ALL_REPORTS)
def test_colour_changes_no_word(name: str) -> None:
    report = ALL_REPORTS[name]()
    coloured = render_terminal(report, colour=True)
    assert "\x1b[" in coloured
    assert "\x1b" not in render_terminal(report)
    assert ANSI.sub("", coloured).split() == render_terminal(report).split()


def test_gravest_finding_comes_first_and_undecided_after_characteristics() -> None:
    text = render_terminal(faulty_report())
    parts = ["KL001", "TP002", "PB002", "Tính lãnh đạo: rõ", "[TG002]", "Ở các đoạn"]
    places = [text.index(part) for part in parts]
    assert places == sorted(places)


def test_other_paper_says_that_nothing_else_was_checked() -> None:
    text = render_terminal(other_report())
    assert "trông giống nghị quyết" in text
    assert "không kiểm tra thêm điều gì" in text
    assert "Tính lãnh đạo" not in text
    assert "0 cần sửa" not in text


def test_escape_sequences_and_markup_of_the_minutes_stay_words() -> None:
    report = faulty_report()
    finding = report.findings[0].model_copy(update={"message": "a\x1b[31mb [bold]c[/bold] :smile:"})
    text = render_terminal(report.model_copy(update={"findings": (finding,)}))
    assert "\x1b" not in text
    assert "[bold]c[/bold] :smile:" in text


def test_every_sign_is_shown_before_a_second_quote_of_the_first() -> None:
    report = faulty_report()
    tasks = [
        sign("concrete_task", words)
        for words in ("nạo vét 1.200 m", "cấy xong 214 mẫu", "mua tăng âm cũ", "máy bơm chạy")
    ]
    quality = report.characteristics[Characteristic.LEADERSHIP]
    many = quality.model_copy(update={"evidence": (*tasks, *quality.evidence)})
    levels = {**report.characteristics, Characteristic.LEADERSHIP: many}
    text = render_terminal(report.model_copy(update={"characteristics": levels}))
    assert "Có biểu quyết" in text
    assert "và 2 chỗ khác nữa" in text


def test_words_of_one_paragraph_are_quoted_together() -> None:
    report = faulty_report()
    spans = tuple(map(evidence, ("Tổng số 21", "có mặt 18", "vắng 2")))
    finding = report.findings[0].model_copy(update={"evidence": spans})
    text = render_terminal(report.model_copy(update={"findings": (finding,)}))
    assert text.count("đoạn 6: “Tổng số 21 đảng viên, có mặt 18, vắng 2") == 1


def test_no_finding_beside_undecided_checks_is_not_called_clean() -> None:
    undecided = faulty_report().undecided
    text = render_terminal(clean_report().model_copy(update={"undecided": undecided}))
    assert "Không thấy điểm nào" not in text
    assert "còn 2 điểm" in " ".join(text.split())


def test_minutes_without_items_say_so() -> None:
    text = render_terminal(faulty_report().model_copy(update={"items": ()}))
    assert "chưa tách được nội dung" in text


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=400), st.integers(60, 130))
def test_any_words_fit_the_width(words: str, width: int) -> None:
    report = faulty_report()
    finding = report.findings[0].model_copy(update={"message": words, "title": None})
    item = ITEMS[0].model_copy(update={"title": words})
    changed: Report = report.model_copy(update={"findings": (finding,), "items": (item,)})
    lines = render_terminal(changed, width=width).split("\n")
    assert max(cell_len(line) for line in lines) <= width
