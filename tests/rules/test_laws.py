"""Laws that hold for whatever text: no check raises, quotes are true, caution never accuses."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from minutes_nlp.model.labels import DocumentKind, Role, SectionLabel
from minutes_nlp.model.minutes import (
    Attendance,
    Cue,
    CueKind,
    DocumentType,
    Meeting,
    Minutes,
    Paragraph,
    Speaker,
    Substance,
)
from minutes_nlp.rules import all_rules, load_profile, run_rules
from minutes_nlp.settings import Settings
from tests.rules.building import minutes_of
from tests.rules.reading import read_lines

SENTENCES = sorted({line for rule in all_rules() for ex in rule.bad + rule.good for line in ex})
HD42 = load_profile("hd42-2025")
CODES = tuple(rule.code for rule in all_rules())
_names = st.lists(st.sampled_from(["Lan", "Hùng", "Trần Văn Sơn"]), max_size=2).map(tuple)
_small = st.one_of(st.none(), st.integers(0, 30))


@st.composite
def paragraphs(draw: st.DrawFn) -> Paragraph:
    text = draw(st.sampled_from(SENTENCES)).partition("|")[2].strip()
    section, other = draw(st.tuples(*[st.sampled_from(SectionLabel)] * 2))
    odds = draw(st.floats(0, 0.5))
    speaker = st.builds(Speaker, st.one_of(st.none(), st.sampled_from(Role)), _names)
    cues = st.lists(
        st.builds(Cue, st.sampled_from(CueKind), st.just(0), st.just(3), st.floats(0, 1)),
        max_size=3,
    )
    return Paragraph(
        index=0,
        text=text,
        section=section,
        probabilities=((section, 1 - odds), (other, odds)) if other is not section else (),
        substance=draw(st.sampled_from(Substance)),
        speaker=draw(st.one_of(st.none(), speaker)),
        cues=tuple(draw(cues)),
    )


@st.composite
def readings(draw: st.DrawFn) -> Minutes:
    stated = draw(st.builds(Attendance, total=_small, present=_small, absent=_small, exempt=_small))
    held = draw(st.one_of(st.none(), st.dates(date(2018, 1, 1), date(2030, 1, 1))))
    kind = DocumentType(draw(st.sampled_from(DocumentKind)), draw(st.floats(0, 1)))
    chosen = draw(st.lists(paragraphs(), max_size=12))
    return minutes_of(chosen, meeting=Meeting(date=held, attendance=stated), kind=kind)


def _found(minutes: Minutes, doubt: float) -> set[str]:
    return {f.code for f in run_rules(minutes, HD42, Settings(doubt=doubt))[0]}


@given(readings())
def test_no_check_raises_and_every_quote_is_true(minutes: Minutes) -> None:
    findings, _ = run_rules(minutes, HD42, Settings(select=CODES))
    for finding in findings:
        for span in finding.evidence:
            assert span.text == minutes.paragraphs[span.paragraph].text[span.start : span.end]
        for near in finding.nearest:
            assert near.text == minutes.paragraphs[near.paragraph].text


@given(readings())
def test_more_caution_never_finds_more(minutes: Minutes) -> None:
    assert _found(minutes, 0.1) <= _found(minutes, 0.4)


@given(readings())
def test_a_check_says_either_that_it_found_or_that_it_cannot_decide(minutes: Minutes) -> None:
    findings, undecided = run_rules(
        minutes, HD42, Settings(select=CODES, ignore=("BQ002", "HT005"))
    )
    assert not {f.code for f in findings} & {u.code for u in undecided}


@given(readings(), st.data())
def test_a_members_opinion_clears_that_none_is_recorded(minutes: Minutes, data) -> None:
    opinion = Paragraph(
        index=len(minutes.paragraphs),
        text="Đ/c Lan: đề nghị sửa cầu.",
        section=SectionLabel.CONTRIBUTIONS,
        speaker=Speaker(Role.MEMBER, ("Lan",), start=0, end=7),
    )
    heard = replace(minutes, paragraphs=(*minutes.paragraphs, opinion))
    assert "YK001" not in _found(heard, 0.25)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=25))
def test_no_sequence_of_labelled_lines_breaks_reading_or_checks(lines: list[str]) -> None:
    minutes = read_lines(lines)
    findings, _ = run_rules(minutes, HD42, Settings(select=CODES))
    for finding in findings:
        for span in finding.evidence:
            assert span.text == minutes.paragraphs[span.paragraph].text[span.start : span.end]
