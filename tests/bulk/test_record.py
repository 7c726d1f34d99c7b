from __future__ import annotations

import json
from typing import Any

import pytest

from minutes_nlp.bulk.places import PlaceByText
from minutes_nlp.bulk.record import Record, report_record, without_quotes
from minutes_nlp.bulk.schema import COLUMNS, Outcome, build_tables
from minutes_nlp.model.labels import DocumentKind, SectionLabel
from minutes_nlp.model.report import DocumentTypeInfo, ParagraphInfo, Report, UndecidedInfo
from tests.renderers.sample_reports import clean_report, faulty_report, other_report

REPORTS = {"clean": clean_report, "faulty": faulty_report, "other": other_report}


@pytest.mark.parametrize("name", REPORTS)
def test_a_record_crosses_process_borders_and_fits_the_tables(name: str) -> None:
    record = report_record(REPORTS[name](), checks=40)
    assert Record(**json.loads(json.dumps(record.as_json()))) == record
    tables = build_tables({"files": [record.file], **record.rows})
    assert tables["files"].num_rows == 1
    assert tables["texts"].num_rows == len(REPORTS[name]().paragraphs)


def test_quotes_cut_the_text_they_name() -> None:
    rows = report_record(faulty_report(), checks=40).rows
    texts = {row["paragraph"]: row["text"] for row in rows["texts"]}
    cut = [row for row in rows["quotes"] if row["field"] != "message"]
    assert {row["field"] for row in cut} == {"evidence", "nearest", "sign"}
    for row in cut:
        assert texts[row["paragraph"]][row["start"] : row["end"]] == row["text"]


def test_findings_and_what_is_undecided_stand_in_one_table() -> None:
    report = faulty_report()
    rows = report_record(report, checks=40).rows["findings"]
    told = [(row["code"], row["undecided"], row.get("severity")) for row in rows]
    assert told == [(f.code, False, f.severity.value) for f in report.findings] + [
        (check.code, True, None) for check in report.undecided
    ]


def test_quoted_words_are_taken_out_of_messages() -> None:
    assert without_quotes("Mục “Đ/c Lan: …” chưa có kết luận") == "Mục “…” chưa có kết luận"
    assert without_quotes("Chưa có kết luận") == "Chưa có kết luận"


def changed(**parts: Any) -> Report:
    return clean_report().model_copy(update=parts)


def undecided(*codes: str) -> tuple[UndecidedInfo, ...]:
    return tuple(UndecidedInfo(code=code, why="chưa rõ") for code in codes)


@pytest.mark.parametrize(
    ("report", "told"),
    [
        (changed(undecided=undecided("HT007")), "quét"),
        (changed(undecided=undecided("HT000")), "loại giấy tờ"),
        (changed(undecided=undecided(*(f"KL00{n}" for n in range(5)))), "Phần lớn"),
        (
            changed(document_type=DocumentTypeInfo(label=DocumentKind.REGULAR, confidence=0.4)),
            "loại giấy tờ",
        ),
    ],
)
def test_what_cannot_be_judged_needs_a_person(report: Report, told: str) -> None:
    record = report_record(report, checks=10)
    assert record.outcome is Outcome.NEEDS_PERSON
    assert told in record.file["why"]
    assert report_record(changed(undecided=()), checks=10).outcome is Outcome.ANALYSED


def line(text: str, section: SectionLabel = SectionLabel.FORMALITIES) -> ParagraphInfo:
    return ParagraphInfo(index=0, text=text, section=section, confidence=1.0)


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("BIÊN BẢN SINH HOẠT CHI BỘ THÁNG 7 NĂM 2026", "2026-07"),
        ("Biên bản họp chi bộ tháng 11/2025", "2025-11"),
        ("An Lâm, ngày 02 tháng 8 năm 2026", "2026-08-by-date"),
        ("Họp chi bộ thường kỳ", None),
    ],
)
def test_the_month_of_the_title_goes_before_the_date(text: str, month: str | None) -> None:
    meeting = clean_report().meeting
    assert meeting is not None
    date = "2026-08-02" if month == "2026-08-by-date" else None
    report = changed(paragraphs=(line(text),), meeting=meeting.model_copy(update={"date": date}))
    place = PlaceByText().place("a.txt", report_record(report, checks=40).file)
    assert place.month == (month or "")[:7] or (place.month is None and month is None)
    assert place.month_source == ("text" if month else None)


def test_no_column_names_a_person() -> None:
    names = {name for columns in COLUMNS.values() for name in columns}
    assert not names & {"chair", "secretary", "speaker", "name", "names", "person"}
