"""What recognition does to findings: no accusation from noise, no all-clear either."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minutes_nlp.model.labels import Characteristic, DocumentKind, Level, SectionLabel
from minutes_nlp.model.minutes import DocumentType, Minutes, Quality, SignEvidence
from minutes_nlp.rules import all_rules, gate_of, load_profile, run_rules
from minutes_nlp.rules.claims import Claim
from minutes_nlp.settings import Settings
from tests.rules.building import minutes_of, outcome, paragraph, verdict_on
from tests.rules.reading import read_example
from tests.rules.scans import scanned, scanned_lines
from tests.rules.test_laws import CODES, readings

HD42 = load_profile("hd42-2025")
CLAIMS = {rule.code: rule.claim for rule in all_rules()}
EXAMPLES = [
    (rule, lines) for rule in all_rules() for lines in rule.bad if rule.claim is not Claim.READING
]
OPENING = (
    "formalities | ĐẢNG CỘNG SẢN VIỆT NAM",
    "formalities | CHI BỘ THÔN ĐÔNG",
    "formalities | Hôm nay, vào hồi 19 giờ 30 phút ngày 05/7/2026, Chi bộ thôn Đông họp.",
    "contributions:member | Đ/c Hùng: đề nghị nạo kênh trước mùa mưa.",
)
CONCLUSION = "conclusions:chair | Đồng chí Bí thư giao đ/c Lan nạo kênh trước ngày 20/7."


def found(minutes: Minutes, **options: object) -> set[str]:
    chosen = Settings(select=CODES, **options)  # type: ignore[arg-type]
    return {finding.code for finding in run_rules(minutes, HD42, chosen)[0]}


def undecided(minutes: Minutes) -> set[str]:
    return {one.code for one in run_rules(minutes, HD42, Settings(select=CODES))[1]}


@pytest.mark.parametrize(("rule", "lines"), EXAMPLES, ids=lambda v: getattr(v, "code", ""))
def test_nothing_is_held_against_a_page_that_was_not_read(rule, lines) -> None:
    minutes = scanned(read_example(rule, lines), [0.2])
    assert found(minutes) == {"HT007"}
    assert rule.code in undecided(minutes)


@pytest.mark.parametrize(("rule", "lines"), EXAMPLES, ids=lambda v: getattr(v, "code", ""))
def test_on_a_clear_scan_only_figures_and_signatures_stay_open(rule, lines) -> None:
    minutes = scanned(read_example(rule, lines), [1.0])
    said = run_rules(minutes, HD42, Settings(select=(rule.code,)))
    cautious = rule.claim in (Claim.CONTRADICTION, Claim.SIGNED)
    assert [one.code for one in said[cautious]] == [rule.code]
    assert not said[not cautious]


def test_one_poor_page_among_good_ones_may_hold_what_is_missing() -> None:
    lines = [*OPENING, "formalities | Hội nghị kết thúc lúc 21 giờ 15 phút cùng ngày."]
    assert outcome("KL001", scanned_lines(lines, [1.0, 1.0])) == "found"
    assert outcome("KL001", scanned_lines(lines, [1.0, 0.1])) == "undecided"


def test_a_conclusion_on_a_good_page_clears_and_one_on_a_poor_page_does_not() -> None:
    lines = [*OPENING, CONCLUSION]
    on_good_page = scanned_lines(lines, [1.0, 0.1], pages=[1, 1, 1, 1, 1])
    on_poor_page = scanned_lines(lines, [1.0, 0.1], pages=[1, 1, 1, 1, 2])
    assert outcome("KL001", on_good_page) == "passed"
    assert outcome("KL001", on_poor_page) == "undecided"


def test_what_there_is_of_tasks_cannot_be_cleared_while_a_page_is_unread() -> None:
    lines = [*OPENING, CONCLUSION]
    assert outcome("KL004", scanned_lines(lines, [1.0])) == "passed"
    assert outcome("KL004", scanned_lines(lines, [1.0, 0.1])) == "undecided"


def test_blanks_on_a_good_page_are_found_and_those_on_a_poor_page_are_not() -> None:
    lines = [
        "formalities | Đại biểu cấp trên: [không đề cập]",
        "formalities | Khách mời: [không đề cập]",
        "task_review | Tháng qua cấy xong 42 ha lúa, còn 3 ha thiếu nước.",
    ]
    verdict = verdict_on(
        "HT004",
        scanned_lines(lines, [1.0, 0.1], pages=[1, 2, 1]),
        settings=Settings(select=("HT004",)),
    )
    assert [span.paragraph for span in verdict.evidence] == [0]  # type: ignore[union-attr]
    assert outcome("HT004", scanned_lines(lines, [1.0, 0.1], pages=[2, 2, 1])) == "undecided"


def test_a_blank_page_is_no_poor_page() -> None:
    minutes = scanned_lines(OPENING, [1.0, None])
    assert outcome("HT007", minutes) == "passed"
    assert outcome("KL001", minutes) == "found"


def test_the_finding_names_the_pages_and_what_to_do() -> None:
    verdict = verdict_on("HT007", scanned_lines(OPENING, [1.0, 0.1, 0.9, 0.2]))
    message = verdict.message  # type: ignore[union-attr]
    assert "(trang 2, 4: " in message
    assert "300 dpi" in message


def test_what_is_poor_about_a_page_is_said() -> None:
    minutes = scanned_lines(OPENING, [0.3])
    assert minutes.recognition is not None
    reading = minutes.recognition.pages[0]

    def message(**measures: float | None) -> str:
        page = replace(reading, **measures)
        recognition = replace(minutes.recognition, pages=(page,))
        return verdict_on("HT007", replace(minutes, recognition=recognition)).message  # type: ignore

    good = {"confidence": 0.95, "ink_covered": 0.99, "syllable_share": 0.98}
    assert "bỏ sót" in message(**{**good, "ink_covered": 0.4})
    assert "không chắc" in message(**{**good, "confidence": 0.4})
    made_up = {"confidence": 0.8, "syllable_share": 0.4}
    assert "không phải tiếng Việt" in message(**{**good, **made_up})
    assert "viết tay" in message(confidence=None, ink_covered=0.0, syllable_share=None, quality=0.0)


def test_the_gate_holds_whether_or_not_its_own_check_runs() -> None:
    minutes = scanned_lines(OPENING, [0.1])
    findings, left = run_rules(minutes, HD42, Settings(ignore=("HT007",)))
    assert findings == ()
    assert "KL001" in {one.code for one in left}


def test_the_threshold_is_a_setting() -> None:
    minutes = scanned_lines(OPENING, [0.8])
    strict = {"HT007": {"quality": 0.9}}
    assert "KL001" in found(minutes)
    assert found(minutes, thresholds=strict) == {"HT007"}


def test_noise_is_not_called_another_kind_of_paper() -> None:
    other = DocumentType(DocumentKind.OTHER, 0.95, "nghị quyết")
    minutes = replace(scanned_lines(OPENING, [0.1]), document_type=other)
    assert found(minutes) == {"HT007"}
    assert {"HT000", "KL001", "YK001"} <= undecided(minutes)
    assert found(replace(scanned_lines(OPENING), document_type=other)) == {"HT000"}


def test_a_figure_that_may_be_misread_accuses_nobody() -> None:
    lines = [
        "formalities | Hôm nay, vào hồi 19 giờ 30 phút ngày 05/7/2026, Chi bộ thôn Đông họp.",
        "formalities | Hội nghị kết thúc lúc 20 giờ 15 phút cùng ngày.",
    ]
    assert outcome("TG002", scanned_lines(lines)) == "found"
    assert outcome("TG002", scanned_lines(lines, confidence={"20": 0.5})) == "undecided"
    assert outcome("TG002", scanned_lines(lines, confidence={"cùng": 0.5})) == "found"


def test_a_word_of_the_opening_that_was_hardly_read_may_be_the_time() -> None:
    lines = [*OPENING, "formalities | Hội nghị kết thúc lhức 2Ih cùng ngày."]
    assert outcome("TG001", scanned_lines(lines)) == "found"
    verdict = verdict_on("TG001", scanned_lines(lines, confidence={"2Ih": 0.6}))
    assert "“2Ih”" in verdict.why  # type: ignore[union-attr]


def test_a_single_dropped_line_may_be_what_is_missing() -> None:
    minutes = scanned_lines(OPENING)
    assert minutes.recognition is not None
    page = replace(minutes.recognition.pages[0], ink_covered=0.978)
    gap = replace(minutes, recognition=replace(minutes.recognition, pages=(page,)))
    assert outcome("KL001", minutes) == "found"
    assert outcome("HT007", gap) == "passed"
    assert "trang 1" in verdict_on("KL001", gap).why  # type: ignore[union-attr]


def test_a_line_that_is_hardly_legible_may_be_what_is_missing() -> None:
    lines = [*OPENING, "formalities | Ghm uợc vgc Ialn qưa mnùs."]
    dim = dict.fromkeys(["Ghm", "uợc", "vgc", "Ialn", "qưa", "mnùs."], 0.3)
    verdict = verdict_on("KL001", scanned_lines(lines, confidence=dim))
    assert "đoạn 5 (trang 1)" in verdict.why  # type: ignore[union-attr]


def _levels(level: Level, paragraphs: tuple[int, ...] = ()) -> Minutes:
    minutes = minutes_of(paragraph(SectionLabel.CONTRIBUTIONS) for _ in range(2))
    signs = tuple(
        SignEvidence("self_criticism", minutes.paragraphs[index].span()) for index in paragraphs
    )
    quality = Quality(Characteristic.COMBATIVE, level, 0.9, signs)
    return replace(minutes, qualities=(quality,))


@pytest.mark.parametrize("level", [Level.WEAK, Level.ABSENT])
def test_a_level_below_clear_is_open_while_a_page_is_unread(level: Level) -> None:
    minutes = scanned(_levels(level), [1.0, 0.1])
    assert outcome("TC003", minutes) == "undecided"
    assert gate_of(minutes, HD42, Settings()).open_levels == {Characteristic.COMBATIVE}


def test_a_clear_level_stands_on_words_that_were_read_well() -> None:
    on_good_page = scanned(_levels(Level.PRESENT, (0,)), [1.0, 0.1], pages=[1, 2])
    on_poor_page = scanned(_levels(Level.PRESENT, (1,)), [1.0, 0.1], pages=[1, 2])
    assert outcome("TC003", on_good_page) == "passed"
    assert outcome("TC003", on_poor_page) == "undecided"
    assert gate_of(on_good_page, HD42, Settings()).open_levels == frozenset()


@settings(deadline=None)
@given(readings(), st.lists(st.floats(0, 1), min_size=2, max_size=2), st.floats(0, 1), st.data())
def test_a_worse_page_never_finds_more(minutes, qualities, worse, data) -> None:
    size = len(minutes.paragraphs)
    pages = data.draw(st.lists(st.integers(1, 2), min_size=size, max_size=size))
    lowered = [min(qualities[0], worse), qualities[1]]
    before = found(scanned(minutes, qualities, pages=pages))
    after = found(scanned(minutes, lowered, pages=pages))
    assert after - before <= {"HT007"}


@settings(deadline=None)
@given(readings(), st.data())
def test_what_a_scan_says_a_typed_copy_says_too(minutes, data) -> None:
    size = len(minutes.paragraphs)
    pages = data.draw(st.lists(st.integers(1, 2), min_size=size, max_size=size))
    quality = data.draw(st.sampled_from([0.1, 1.0]))
    assert found(scanned(minutes, [1.0, quality], pages=pages)) - {"HT007"} <= found(minutes)


@settings(deadline=None)
@given(readings(), st.data())
def test_beside_a_poor_page_nothing_is_called_missing(minutes, data) -> None:
    size = len(minutes.paragraphs)
    pages = data.draw(st.lists(st.integers(1, 2), min_size=size, max_size=size))
    codes = found(scanned(minutes, [1.0, 0.1], pages=pages)) - {"HT007"}
    assert all(CLAIMS[code] is Claim.STATED for code in codes)
