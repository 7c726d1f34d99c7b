"""What the auditor's screen says of pages, boxes and text."""

from __future__ import annotations

import pytest

from minutes_nlp.model.document import Document, Page, PageWord, Source, SourceParagraph
from minutes_nlp.model.report import BoxInfo, PageQualityInfo, Report
from minutes_nlp.reviewing import new_review
from minutes_nlp.web.reviewing.keeping import Kept
from minutes_nlp.web.reviewing.phrases import ReviewPhrases
from minutes_nlp.web.reviewing.screen import Screen, build_screen, for_review
from minutes_nlp.web.reviewing.telling import tell
from tests.renderers.sample_reports import compared_report, poor_scan_report
from tests.reviewing.reviews import EDITED, SOURCE, on_check, on_finding, report

WIDTH, HEIGHT = 1000, 2000


def document(shown: Report) -> Document:
    """Lay each paragraph on a line of its own, one word box a paragraph."""
    words = [
        PageWord(one.text, 0.1, 0.03 * one.index, 0.9, 0.03 * one.index + 0.02, one.index, 0, 10**6)
        for one in shown.paragraphs
    ]
    sizes = {page.page for page in shown.source.page_quality} or {1}
    return Document(
        source=Source("x", "0" * 64, "application/pdf", "pdf"),
        paragraphs=tuple(SourceParagraph(one.text, 1) for one in shown.paragraphs),
        pages=tuple(
            Page(number, WIDTH, HEIGHT, words=tuple(words) if number == 1 else ())
            for number in sorted(sizes)
        ),
    )


def screen(shown: Report, *, pages: bool = True) -> Screen:
    read = document(shown)
    if not pages:
        read = Document(read.source, read.paragraphs)
    return build_screen(shown, read, Kept(new_review(SOURCE), "1", True), "vi")


def test_findings_come_gravest_first_and_then_the_checks_left_open() -> None:
    made = screen(report())
    assert [one.view.code for one in made.findings] == ["KL001", "TP002", "PB002"]
    assert [one.code for one in made.checks] == ["TG002", "YK004"]
    assert made.told.progress == "Đã xem 0/5"


def test_each_page_says_how_it_was_read_and_poor_ones_stand_out() -> None:
    shown = poor_scan_report()
    made = screen(shown)
    assert [page.standing for page in made.pages] == ["good", "poor", "blank"]
    assert made.pages[0].figures == "độ rõ chung 93 % · máy chắc về chữ 94 %"
    assert made.pages[1].quality.startswith("ĐỌC KÉM")
    assert made.reading == "Nhận dạng chữ: 1/3 trang ĐỌC KÉM (trang 2)."
    assert made.notice is not None


def test_pages_of_a_text_layer_are_not_called_recognised() -> None:
    plain = report()
    typed = plain.source.model_copy(update={"page_quality": (PageQualityInfo(page=1),)})
    made = screen(plain.model_copy(update={"source": typed}))
    assert [page.standing for page in made.pages] == ["typed"]
    assert made.reading is None


def test_a_typed_file_has_text_only() -> None:
    made = screen(report(), pages=False)
    assert made.pages == ()
    assert len(made.paragraphs) == len(report().paragraphs)


def test_evidence_is_framed_where_the_report_says_and_nearest_where_its_words_stand() -> None:
    plain = report()
    place = BoxInfo(page=1, left=0.25, top=0.5, right=0.75, bottom=0.51)
    placed = tuple(
        one.model_copy(
            update={
                "evidence": tuple(e.model_copy(update={"boxes": (place,)}) for e in one.evidence)
            }
        )
        for one in plain.findings
    )
    made = screen(plain.model_copy(update={"findings": placed}))
    (page,) = made.pages
    evidence = [box for box in page.boxes if not box.nearest]
    nearest = [box for box in page.boxes if box.nearest]
    assert {box.number for box in evidence} == {2, 3}
    assert {box.number for box in nearest} == {1}
    for box in evidence:  # the frame lies around the words, by the same little on each side
        margin = 250 - box.x
        assert 0 < margin < 20
        assert box.y == pytest.approx(1000 - margin)
        assert box.width == pytest.approx(500 + 2 * margin)
        assert box.height == pytest.approx(20 + 2 * margin)
    indexes = [passage.paragraph for passage in plain.findings[2].nearest]
    assert sorted(box.paragraph for box in nearest) == sorted(indexes)


def test_words_of_the_text_say_which_findings_quote_them_once_a_paragraph() -> None:
    made = screen(report())
    quoted = {
        part.numbers: part.text for one in made.paragraphs for part in one.segments if part.numbers
    }
    assert quoted[2,] == "Tổng số 21 đảng viên, có mặt 18, vắng 2"
    for one in made.paragraphs:
        named = [number for part in one.segments for number in part.ends]
        assert len(named) == len(set(named))
    assert {number for one in made.paragraphs for number in one.near} == {1}


def test_a_report_compared_with_an_earlier_one_has_the_same_keys() -> None:
    alone = {one.fingerprint for one in report().findings}
    assert {one.fingerprint for one in for_review(compared_report()).findings} == alone


def test_decisions_are_told_in_words_and_by_key() -> None:
    review = new_review(SOURCE).decided(on_finding("KL001", "correct", "có ở mục 3"))
    review = review.decided(on_check("YK004"))
    told = tell(report(), Kept(review, "1", True), "vi")
    texts = {one.verdict: one.text for one in told.decisions.values()}
    assert texts == {
        "correct": "Đã sửa lại: có ở mục 3",
        "reject": ReviewPhrases("vi")("decided_check_reject"),
    }
    assert told.progress == "Đã xem 2/5"
    assert told.undo
    carried = tell(report(), Kept(review.carried_to(EDITED), "1", True), "en")
    assert not carried.undo
    assert all("before the file was edited" in one.text for one in carried.decisions.values())
