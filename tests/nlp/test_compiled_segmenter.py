"""The compiled segmenter against the one that it stands for."""

import re
import shutil
import unicodedata
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
import underthesea
from hypothesis import example, given, settings
from hypothesis import strategies as st
from underthesea.pipeline.word_tokenize import word_tokenize
from underthesea.pipeline.word_tokenize.regex_tokenize import patterns
from underthesea_core import CRFFeaturizer

import minutes_nlp.nlp.compiled_segmenter_tables as tables_module
from minutes_nlp.corpus.records import read_records
from minutes_nlp.nlp.compiled_segmenter import MAX_LINE, CompiledSegmenter
from minutes_nlp.nlp.compiled_segmenter_decoding import decode
from minutes_nlp.nlp.compiled_segmenter_memo import PLAIN_LETTERS
from minutes_nlp.nlp.compiled_segmenter_tables import UnknownModelError, load_tables
from minutes_nlp.nlp.segmenter import choose_segmenter, compiled_spans, segment, segmenter_in_use

ROOT = Path(__file__).resolve().parents[2]
TABLES = load_tables()
SEGMENTER = CompiledSegmenter(TABLES)
TEXTS = [p.text for record in read_records(ROOT / "corpora") for p in record.paragraphs]
CHUNKS = sorted({chunk for text in TEXTS[::40] for chunk in text.split()})
SIGNS = [
    "AB.",
    "Đ.",
    ":D",
    ":DD",
    ":D.",
    "v.v...",
    "a@b.vn",
    "http://a.b/c)",
    "20/8/2024",
    "H'Mông",
]
SIGNS += [
    "NĐ-CP",
    "05-NQ/CB",
    "BOS",
    "EOS",
    "1.234,5",
    "ð",
    "Σ",
    "\u0301",
    "Ɤ",
    "ƛ",
    "\n",
    "\u2028",
]
LIKE_MINUTES = st.lists(
    st.tuples(
        st.one_of(st.sampled_from(CHUNKS), st.sampled_from(SIGNS), st.text(max_size=3)),
        st.sampled_from([" ", " ", " ", "", "  ", "\n", "\t "]),
    ),
    max_size=20,
).map(lambda pieces: "".join(part for piece in pieces for part in piece))


def reference(line: str) -> list[str]:
    words: list[str] = word_tokenize(line, use_token_normalize=False)
    return words


def test_words_of_the_corpus_are_those_of_the_reference() -> None:
    sample = TEXTS[::60]
    found = SEGMENTER.words(sample)
    decided = [(a, b) for a, b in zip(sample, found, strict=True) if b is not None]
    assert len(decided) > 0.99 * len(sample) > 400
    assert [b for _, b in decided] == [reference(a) for a, _ in decided]


@given(st.one_of(st.text(max_size=80), LIKE_MINUTES))
@settings(max_examples=400, deadline=None)
@example("Kết luận AB.\n")
@example("Kết luận AB. \n")
@example("cười :D")
@example("cười :D\n")
@example(":D cười")
@example("BOS EOS BOS")
@example("\u2000a \u0301b")
@example("Th Sơn và Th sơn, Th\nSơn")
@example("ThịSạch ThSơn Ths")
def test_any_line_has_the_words_of_the_reference(line: str) -> None:
    words = SEGMENTER.words([line])[0]
    assert words is None or words == reference(line)
    assert segment([line]) == [reference(line)]


def test_only_two_parts_of_the_reference_pattern_can_match_white_space() -> None:
    assert spaced(re._parser.parse(patterns.pattern, patterns.flags)) == ["Th.S", "Th.s"]
    assert SEGMENTER.words(["Kính gửi Th Sơn", "Th\u3000s"]) == [None, None]


def spaced(nodes: Iterable[tuple[object, object]]) -> list[str]:
    """Return what stands around each node of a parsed pattern that can match white space."""
    nodes = list(nodes)
    found = []
    text = "".join(chr(value) if str(kind) == "LITERAL" else "." for kind, value in nodes)
    for kind, value in nodes:
        name = str(kind)
        if name == "ANY":
            found.append(text)
        elif name == "LITERAL":
            assert not chr(value).isspace()
        elif name == "IN":
            assert not may_be_space(value)
        elif name == "BRANCH":
            found += [text for branch in value[1] for text in spaced(branch)]
        elif name in {"SUBPATTERN", "MAX_REPEAT", "MIN_REPEAT"}:
            found += spaced(value[-1])
        else:
            # What looks around matches nothing itself.
            assert name in {"AT", "ASSERT", "ASSERT_NOT"}, name
    return found


def may_be_space(parts: list[tuple[object, object]]) -> bool:
    """Whether a set of characters has white space in it."""
    negated = str(parts[0][0]) == "NEGATE"
    members = {str(value) for kind, value in parts if str(kind) == "CATEGORY"}
    ranges = [value for kind, value in parts if str(kind) == "RANGE"]
    literals = [value for kind, value in parts if str(kind) == "LITERAL"]
    if negated:
        return "CATEGORY_SPACE" not in members
    chars = [*literals, *(code for first, last in ranges for code in range(first, last + 1))]
    return not members <= {"CATEGORY_WORD", "CATEGORY_DIGIT"} or any(
        chr(code).isspace() for code in chars
    )


@given(LIKE_MINUTES)
@settings(max_examples=150, deadline=None)
def test_spans_cut_the_words_out_of_the_line(line: str) -> None:
    line = unicodedata.normalize("NFC", line)
    spans = SEGMENTER.spans([line])[0]
    if spans is None:
        assert SEGMENTER.words([line])[0] is None or {"ð", "Ð"} & set(line)
    else:
        visible = ["".join(line[start:end].split()) for start, end in spans]
        assert visible == [word.replace(" ", "") for word in reference(line)]


@given(st.lists(LIKE_MINUTES, max_size=6))
@settings(max_examples=50, deadline=None)
def test_a_line_does_not_depend_on_those_beside_it(lines: list[str]) -> None:
    together = SEGMENTER.words(lines), SEGMENTER.spans(lines)
    assert together == (
        [SEGMENTER.words([line])[0] for line in lines],
        [SEGMENTER.spans([line])[0] for line in lines],
    )


def test_forgetting_changes_nothing_and_keeps_the_memo_small() -> None:
    sample = TEXTS[::100]
    forgetful = CompiledSegmenter(TABLES, memo_limit=3000)
    assert [forgetful.words([text])[0] for text in sample] == SEGMENTER.words(sample)
    assert forgetful.remembered < 6000 < SEGMENTER.remembered


def test_threads_share_a_segmenter() -> None:
    sample = TEXTS[::25]
    fresh = CompiledSegmenter(TABLES, memo_limit=5000)
    parts = [sample[start : start + 20] for start in range(0, len(sample), 20)]
    with ThreadPoolExecutor(4) as pool:
        found = [words for part in pool.map(fresh.words, parts) for words in part]
    assert found == SEGMENTER.words(sample)


def test_a_line_too_long_to_vouch_for_is_left_to_the_reference() -> None:
    longest, longer = "đ " * (MAX_LINE // 2), "đ " * (MAX_LINE // 2) + "đ"
    assert SEGMENTER.words([longest, longer])[1] is None
    assert SEGMENTER.words([longest])[0] == reference(longest)
    assert segment([longer]) == [reference(longer)]
    assert SEGMENTER.spans([longer, "chi bộ"]) == [None, [(0, 6)]]


@st.composite
def chains(draw: st.DrawFn) -> tuple[np.ndarray, list[int], np.ndarray]:
    numbers = st.floats(-3, 3).map(lambda number: round(number, 1))
    lengths = draw(st.lists(st.integers(1, 7), min_size=1, max_size=3))
    total = sum(lengths)
    emissions = np.array(draw(st.lists(numbers, min_size=total, max_size=total)))
    between = np.array(draw(st.lists(numbers, min_size=4, max_size=4))).reshape(2, 2)
    return emissions, lengths, between


@given(chains())
@settings(max_examples=300, deadline=None)
def test_decoding_finds_the_best_path_or_says_that_it_is_close(
    chain: tuple[np.ndarray, list[int], np.ndarray],
) -> None:
    emissions, lengths, between = chain
    ends = np.cumsum(lengths) - 1
    starts = ends + 1 - lengths
    begins, close = decode(emissions, starts, ends, between)
    for start, end in zip(starts, ends, strict=True):
        scores = {}
        for number in range(2 ** (end - start + 1)):
            path = [number >> bit & 1 for bit in range(end - start + 1)]
            score = sum(e for e, i in zip(emissions[start : end + 1], path, strict=True) if not i)
            scores[tuple(path)] = score + sum(between[step] for step in pairwise(path))
        found = tuple(int(not begin) for begin in begins[start : end + 1])
        ranked = sorted(scores.values())
        assert scores[found] == pytest.approx(ranked[-1], abs=1e-5)
        if ranked[-1] - ranked[-2] < 1e-9:
            assert any(start <= position <= end for position in close)


def test_a_close_decision_is_left_to_the_reference() -> None:
    close = next(text for text in TEXTS if SEGMENTER.words([text])[0] is None)
    assert segment([close]) == [reference(close)]


def test_plain_letters_have_the_case_that_the_model_sees() -> None:
    featurizer = CRFFeaturizer(["T[0].lower", "T[0].istitle", "T[0].isdigit"], set())
    plain = [c for c in map(chr, range(0x20, 0x2000)) if PLAIN_LETTERS.fullmatch(c)]
    assert len(plain) > 300
    for char, found in zip(plain, featurizer.process([[[c]] for c in plain]), strict=True):
        title = str(char == char.upper())
        expected = [f"T[0].lower={char.lower()}", f"T[0].istitle={title}", "T[0].isdigit=False"]
        assert found == [expected]


@pytest.mark.parametrize("name", ["models.bin", "features.bin", "dictionary.bin"])
def test_an_unknown_model_is_refused(tmp_path: Path, name: str) -> None:
    installed = Path(underthesea.__file__).parent / tables_module.MODEL
    copied = tmp_path / tables_module.MODEL
    shutil.copytree(installed, copied)
    assert load_tables(tmp_path).dictionary == TABLES.dictionary
    (copied / name).write_bytes((installed / name).read_bytes()[:-1] + b"?")
    with pytest.raises(UnknownModelError, match=name):
        load_tables(tmp_path)
    (copied / name).unlink()
    with pytest.raises(UnknownModelError, match=name):
        load_tables(tmp_path)


@pytest.fixture
def fresh_choice():
    choose_segmenter.cache_clear()
    yield
    choose_segmenter.cache_clear()


@pytest.mark.usefixtures("fresh_choice")
def test_with_an_unknown_version_the_reference_takes_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(tables_module.VERSIONS, "underthesea_core", "0.0.0")
    in_use = segmenter_in_use()
    assert in_use.name == "reference"
    assert "underthesea_core" in in_use.reason
    lines = ["Chi bộ họp thường kỳ.", ""]
    assert segment(lines) == [reference(line) for line in lines]
    assert compiled_spans(lines) == [None, None]


@pytest.mark.usefixtures("fresh_choice")
def test_the_pinned_packages_get_the_compiled_segmenter() -> None:
    assert segmenter_in_use().name == "compiled"
    assert segmenter_in_use().reason == ""
