"""Decisions laid beside a report."""

from __future__ import annotations

from minutes_nlp.model.labels import SectionLabel
from minutes_nlp.reviewing import new_review, standing
from tests.reviewing.reviews import EDITED, SOURCE, on_check, on_finding, on_section, report


def test_nothing_decided_is_all_to_look_at() -> None:
    found = standing(report(), new_review(SOURCE))
    assert (found.total, found.looked_at, found.still_to_look_at) == (5, 0, 5)
    assert [one.finding for one in found.findings] == list(report().findings)
    assert [one.check for one in found.checks] == list(report().undecided)


def test_findings_checks_and_sections_have_their_decisions() -> None:
    wrong, there = on_finding("TP002", "reject"), on_check("YK004")
    review = new_review(SOURCE).decided(wrong).decided(there)
    found = standing(report(), review.decided(on_section(9, SectionLabel.NEWS)))
    assert [one.decision for one in found.findings if one.decision] == [wrong]
    assert [one.decision for one in found.checks if one.decision] == [there]
    assert dict(found.sections) == {9: SectionLabel.NEWS}
    assert (found.looked_at, found.still_to_look_at, found.elsewhere) == (2, 3, ())


def test_a_report_without_fingerprints_finds_its_decisions_too() -> None:
    bare = report()
    findings = tuple(one.model_copy(update={"fingerprint": None}) for one in bare.findings)
    review = new_review(SOURCE).decided(on_finding("KL001"))
    found = standing(bare.model_copy(update={"findings": findings}), review)
    assert found.looked_at == 1


def test_the_programs_own_section_takes_a_correction_back() -> None:
    review = new_review(SOURCE).decided(on_section(9, SectionLabel.NEWS))
    back = review.decided(on_section(9, report().paragraphs[9].section))
    assert not standing(report(), back).sections
    assert not standing(report(), back).elsewhere


def test_in_an_edited_file_what_still_matches_holds_and_the_rest_is_listed() -> None:
    gone, kept = on_finding("TP002"), on_finding("PB002")
    moved, reworded = on_section(9, SectionLabel.NEWS), on_section(10, SectionLabel.NEWS)
    review = new_review(SOURCE)
    for event in (gone, kept, moved, reworded):
        review = review.decided(event)
    edited = report()
    first = edited.paragraphs[0].model_copy(update={"text": "Một dòng mới."})
    paragraphs = [
        one.model_copy(
            update={
                "index": one.index + 1,
                "text": "Câu khác." if one.index == 10 else one.text,
            }
        )
        for one in edited.paragraphs
    ]
    edited = edited.model_copy(
        update={
            "paragraphs": (first, *paragraphs),
            "findings": tuple(one for one in edited.findings if one.code != "TP002"),
        }
    )
    found = standing(edited, review.carried_to(EDITED))
    assert found.elsewhere == (gone, reworded)
    assert dict(found.sections) == {10: SectionLabel.NEWS}
    assert [(one.decision, one.of_earlier_text) for one in found.findings if one.decision] == [
        (kept, True)
    ]


def test_a_correction_is_never_laid_on_one_of_two_like_paragraphs_elsewhere() -> None:
    review = new_review(SOURCE).decided(on_section(9, SectionLabel.NEWS))
    plain = report()
    twice = tuple(
        one.model_copy(update={"text": plain.paragraphs[9].text if one.index in {3, 5} else "x"})
        for one in plain.paragraphs
    )
    found = standing(plain.model_copy(update={"paragraphs": twice}), review)
    assert not found.sections
    assert len(found.elsewhere) == 1
