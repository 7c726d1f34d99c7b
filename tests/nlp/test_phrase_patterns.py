"""What a pattern of phrases finds is what its regular expression alone finds."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from minutes_nlp.nlp.phrase_patterns import PhrasePattern

LISTS = (
    ("giao (cho|) ban", "chi bộ"),
    ("# tấn", "họp … giao"),
    ("#/#", "#tấn ban"),
    ("đ/c", "(không|chưa) họp"),
    (),
)
PATTERNS = [PhrasePattern(phrases) for phrases in LISTS]
TEXTS = st.lists(
    st.sampled_from(
        [
            "giao",
            "cho",
            "ban",
            "chi",
            "bộ",
            "cb",
            "họp",
            "12",
            "/",
            " ",
            "  ",
            "tấn",
            "đ/c",
            "_",
            "x",
        ]
    ),
    max_size=12,
).map("".join)


@given(st.sampled_from(PATTERNS), TEXTS, st.integers(0, 30), st.integers(0, 60))
@example(PATTERNS[0], "chi bộx", 0, 6)
@example(PATTERNS[0], "xchi bộ", 1, 7)
@example(PATTERNS[3], "không họp", 0, 9)
def test_the_expression_alone_finds_the_same(
    pattern: PhrasePattern, text: str, start: int, end: int
) -> None:
    alone = pattern.regex
    spans = [match.span() for match in alone.finditer(text, start, end)]
    assert [match.span() for match in pattern.finditer(text, start, end)] == spans
    assert [m.span() for m in pattern.finditer(text)] == [m.span() for m in alone.finditer(text)]
    found = pattern.search(text, start, end)
    assert (found.span() if found else None) == (spans[0] if spans else None)
    found, expected = pattern.match(text, start), alone.match(text, start)
    assert (found.span() if found else None) == (expected.span() if expected else None)
    assert pattern.sub("-", text) == alone.sub("-", text)


def test_a_pattern_made_later_finds_words_of_a_text_seen_before() -> None:
    text = "tổ ba giao lưu với đoàn xã"
    assert PhrasePattern(("đoàn xã",)).search(text)
    assert PhrasePattern(("giao lưu",)).search(text)
    assert not PhrasePattern(("giao ban",)).search(text)


def test_a_bracket_that_is_not_closed_is_refused_when_it_is_looked_for() -> None:
    with pytest.raises(re.error, match="unterminated"):
        PhrasePattern(("(giao ban",)).search("giao ban")
