"""The notation of cue lists."""

from __future__ import annotations

import pytest

from minutes_nlp.nlp.phrases import compile_phrases
from minutes_nlp.nlp.text import fold

MATCHES = [
    ("chi ủy", "Chi uỷ họp"),
    ("thông qua (nghị quyết|kế hoạch)", "thông qua kế hoạch"),
    ("báo cáo (của|) chi ủy", "báo cáo chi ủy"),
    ("báo cáo (của|) chi ủy", "báo cáo của chi ủy"),
    ("không (có|)", "hạn chế: không."),
    ("giao … trước", "giao đ/c Lan rà soát hộ nghèo trước ngày 20"),
    ("có # ý kiến", "có 08 ý kiến"),
    ("không có ý kiến", "ko có ý kiến"),
    ("đọc biên bản", "đọc BB"),
]
MISSES = [
    ("giao", "bàn giaothông"),
    ("giao .. trước", "giao đồng chí Lan rà soát hộ nghèo trước ngày 20"),
    ("có # ý kiến", "có nhiều ý kiến"),
]


@pytest.mark.parametrize(("phrase", "text"), MATCHES)
def test_phrase_matches(phrase: str, text: str) -> None:
    assert compile_phrases((phrase,)).search(fold(text))


@pytest.mark.parametrize(("phrase", "text"), MISSES)
def test_phrase_does_not_match(phrase: str, text: str) -> None:
    assert not compile_phrases((phrase,)).search(fold(text))


def test_no_phrases_match_nothing() -> None:
    assert not compile_phrases(()).search("gì cũng được")
