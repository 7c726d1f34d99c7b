from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_nlp.model.labels import SectionLabel
from minutes_nlp.model.report import EvidenceInfo, ParagraphInfo
from minutes_nlp.renderers.base import Layout, render
from minutes_nlp.renderers.dates import spoken_day, spoken_time
from minutes_nlp.renderers.highlights import Mark, segments
from minutes_nlp.renderers.overview import ranges
from minutes_nlp.renderers.plain_text import LONGEST, plain, shorten
from minutes_nlp.renderers.quotes import quote_words
from minutes_nlp.renderers.words import Words
from tests.renderers.sample_reports import evidence, faulty_report


@pytest.mark.parametrize(
    ("iso", "vi", "en"),
    [
        ("2026-07-05", "05/7/2026", "5 July 2026"),
        ("2026-02-15", "15/02/2026", "15 February 2026"),
        ("2026-12-31", "31/12/2026", "31 December 2026"),
        ("trong tháng 8", "trong tháng 8", "trong tháng 8"),
    ],
)
def test_days_are_written_as_party_papers_write_them(iso: str, vi: str, en: str) -> None:
    assert spoken_day(iso, "vi") == vi
    assert spoken_day(iso, "en") == en


@pytest.mark.parametrize(
    ("clock", "vi"), [("19:30", "19 giờ 30"), ("07:05", "7 giờ 05"), ("21:00", "21 giờ")]
)
def test_hours_are_spoken(clock: str, vi: str) -> None:
    assert spoken_time(clock, "vi") == vi
    assert spoken_time(clock, "en") == clock


@given(st.sets(st.integers(1, 200)))
def test_ranges_name_every_number_once(numbers: set[int]) -> None:
    read: list[int] = []
    for part in ranges(sorted(numbers)).split(", ") if numbers else []:
        first, _, last = part.partition("–")
        read += range(int(first), int(last or first) + 1)
    assert read == sorted(numbers)


MARKS = st.lists(
    st.builds(
        Mark,
        paragraph=st.just(0),
        start=st.integers(0, 60),
        end=st.integers(0, 60),
        finding=st.none() | st.integers(1, 9),
    ),
    max_size=6,
)


@given(st.text(max_size=50), MARKS)
def test_marked_text_is_the_text(text: str, marks: list[Mark]) -> None:
    parts = segments(text, marks)
    assert "".join(part.text for part in parts) == plain(text)
    position = 0
    for part in parts:
        for place in range(position, position + len(part.text)):
            over = [mark for mark in marks if mark.start <= place < mark.end]
            assert part.finding == any(mark.finding is not None for mark in over)
            assert part.sign == any(mark.finding is None for mark in over)
        position += len(part.text)


@given(st.text(max_size=50), MARKS)
def test_every_quoting_finding_is_named_once_where_its_words_end(
    text: str, marks: list[Mark]
) -> None:
    seen = [
        (mark.finding, min(mark.end, len(text)))
        for mark in marks
        if mark.finding and mark.start < min(mark.end, len(text))
    ]
    named = [number for part in segments(text, marks) for number in part.ends]
    assert sorted(named) == sorted(number for number, _ in set(seen))


@given(st.text())
def test_plain_keeps_every_place(text: str) -> None:
    assert len(plain(text)) == len(text)
    assert "\x1b" not in plain(text)


@given(st.text(alphabet="aâ .,", max_size=900))
def test_shortened_quote_is_a_beginning_of_the_text(text: str) -> None:
    short = shorten(text)
    assert len(short) <= LONGEST + 2
    assert text.startswith(short.removesuffix(" …"))


def test_few_words_are_quoted_with_what_surrounds_them() -> None:
    paragraphs = {one.index: one for one in faulty_report().paragraphs}
    spans = [evidence("có mặt 18"), evidence("vắng 2")]
    quote = quote_words(spans, paragraphs, Words("vi"))
    assert [piece.text for piece in quote.pieces if piece.counts] == ["có mặt 18", "vắng 2"]
    assert quote.text == paragraphs[5].text
    assert (quote.number, quote.place) == (6, "Trang 1, đoạn 6")


@given(
    st.text(alphabet="ab à.", min_size=1, max_size=900) | st.text("ab", min_size=400, max_size=900),
    st.lists(st.tuples(st.integers(0, 900), st.integers(0, 900)), min_size=1, max_size=4),
)
def test_quote_is_taken_from_the_paragraph_word_for_word(
    text: str, bounds: list[tuple[int, int]]
) -> None:
    held = [(min(pair), min(max(pair), len(text))) for pair in bounds]
    spans = [
        EvidenceInfo(paragraph=0, start=start, end=end, text=text[start:end])
        for start, end in held
        if start < end
    ]
    if not spans:
        return
    paragraph = ParagraphInfo(index=0, text=text, section=SectionLabel.NEWS, confidence=1)
    quote = quote_words(spans, {0: paragraph}, Words("vi"))
    words = quote.text.removeprefix("… ").removesuffix(" …")
    assert words in text
    assert words
    assert len(words) <= LONGEST + 1


def test_unknown_format_is_refused() -> None:
    with pytest.raises(ValueError, match="docx"):
        render(faulty_report(), "docx")


def test_formats_heed_language_and_width() -> None:
    report = faulty_report()
    assert "To mend" in render(report, "text", Layout(language="en"))
    assert 'lang="en"' in render(report, "html", Layout(language="en"))
    assert len(render(report, "json").splitlines()) == 1
    assert len(render(report, "json", Layout(indent=2)).splitlines()) > 100
