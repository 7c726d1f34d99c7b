"""The whole path on real files: contract, offsets, repeatability, bad input."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import minutes_nlp
from minutes_nlp.analyzer import explain, report_failure
from minutes_nlp.corpus.records import CorpusRecord, read_records
from minutes_nlp.errors import (
    LimitExceededError,
    SecrecyMarkError,
    UnreadableInputError,
    UsageError,
)
from minutes_nlp.model.report import Report
from minutes_nlp.readers.limits import Limits
from minutes_nlp.settings import Settings

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = ROOT / "examples" / "bien-ban-thang-9.docx"
SCHEMA = json.loads((ROOT / "docs" / "report.schema.json").read_text(encoding="utf-8"))
RECORDS = list(read_records(ROOT / "corpora"))
EVERY_FIFTH = RECORDS[::5]


def quotes(report: Report) -> list[tuple[int, int, int, str]]:
    """Return every quoted span of a report."""
    spans = [e for finding in report.findings for e in finding.evidence]
    spans += [e for level in report.characteristics.values() for e in level.evidence]
    return [(span.paragraph, span.start, span.end, span.text) for span in spans]


def check(report: Report) -> None:
    """Hold a report to the schema and its quotes to their offsets."""
    jsonschema.validate(json.loads(report.to_json()), SCHEMA)
    for paragraph, start, end, text in quotes(report):
        assert report.paragraphs[paragraph].text[start:end] == text
        assert text
    for finding in report.findings:
        for near in finding.nearest:
            assert report.paragraphs[near.paragraph].text == near.text
    for item in report.items:
        assert 0 <= item.first < item.end <= len(report.paragraphs)


def text_of(record: CorpusRecord) -> str:
    return "\n".join(paragraph.text for paragraph in record.paragraphs)


@pytest.mark.parametrize("record", EVERY_FIFTH, ids=lambda record: record.id)
def test_reports_keep_the_contract(record: CorpusRecord) -> None:
    report = minutes_nlp.analyze_text(text_of(record))
    check(report)
    assert [p.text for p in report.paragraphs] == [
        " ".join(p.text.split()) for p in record.paragraphs
    ]
    for level in report.characteristics.values():
        assert level.evidence or level.level == "absent"


@given(st.text(max_size=300))
@settings(max_examples=40, deadline=None)
def test_any_text_gets_a_report_that_keeps_the_contract(text: str) -> None:
    check(minutes_nlp.analyze_text(text))


def test_the_sample_is_read_as_it_stands_in_word() -> None:
    report = minutes_nlp.analyze(SAMPLE)
    check(report)
    texts = [paragraph.text for paragraph in report.paragraphs]
    assert "I. Thông tin thời sự; phổ biến, quán triệt" in texts
    assert "Tuần tra 12 lượt | Tổ tuần tra | Đạt 11/12 lượt" in texts
    assert "Biên bản gồm hai trang, lập thành hai bản." in texts
    assert report.meeting is not None
    assert report.meeting.date == "2026-09-04"
    assert (report.meeting.start, report.meeting.end) == ("17:00", "18:45")
    assert (report.meeting.chair, report.meeting.secretary) == ("Phùng Thế Mạnh", "Đinh Thị Ngân")
    assert report.meeting.attendance.model_dump(exclude_none=True) == {
        "total": 11,
        "present": 10,
        "absent": 1,
    }
    assert "TP003" in {finding.code for finding in report.findings}
    assert not {"HT002", "HT003", "KL001", "YK001"} & {f.code for f in report.findings}


def test_analysing_again_gives_the_same_report() -> None:
    first = minutes_nlp.analyze(SAMPLE).to_json()
    minutes_nlp.analyze_text("Chuyện khác.")
    assert minutes_nlp.analyze(str(SAMPLE)).to_json() == first


def test_a_file_of_text_reads_as_the_text(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(text_of(RECORDS[0]), encoding="utf-16")
    from_file, from_text = minutes_nlp.analyze(path), minutes_nlp.analyze_text(text_of(RECORDS[0]))
    assert from_file.paragraphs
    assert from_file.findings == from_text.findings


def test_profile_and_settings_reach_the_checks() -> None:
    record = next(r for r in RECORDS if r.is_minutes)
    report = minutes_nlp.analyze_text(text_of(record), profile="hd12-2018")
    assert report.produced_by.profile == "hd12-2018"
    only = minutes_nlp.Settings(select=("TP",))
    found = minutes_nlp.analyze_text(text_of(record), settings=only)
    assert {f.code[:2] for f in found.findings} | {u.code[:2] for u in found.undecided} <= {"TP"}


def test_limits_reach_the_reader_and_never_give_an_all_clear() -> None:
    short = minutes_nlp.Settings(limits=Limits(characters=10))
    with pytest.raises(UnreadableInputError, match="quá lớn"):
        minutes_nlp.analyze(SAMPLE, settings=short)
    starved = minutes_nlp.Settings(limits=Limits(result_bytes=100))
    with pytest.raises(LimitExceededError) as caught:
        minutes_nlp.analyze(SAMPLE, settings=starved)
    report = report_failure(SAMPLE, caught.value)
    assert report.failure is not None
    assert report.failure.error == "LimitExceededError"
    assert "result_bytes" in report.failure.message


def test_files_are_read_in_another_process(monkeypatch: pytest.MonkeyPatch) -> None:
    def here(*_: object) -> None:
        raise AssertionError("read in this process")

    monkeypatch.setattr("minutes_nlp.readers.base.take_in", here)
    assert minutes_nlp.analyze(SAMPLE).paragraphs
    assert explain(SAMPLE, 0)


def test_an_unknown_profile_is_named() -> None:
    with pytest.raises(UsageError, match="hd99"):
        minutes_nlp.analyze_text("a", profile="hd99")


def test_a_missing_file_raises_and_can_be_reported(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInputError) as caught:
        minutes_nlp.analyze(tmp_path / "khong-co.docx")
    report = report_failure("khong-co.docx", caught.value)
    check(report)
    assert report.failure is not None
    assert report.failure.error == "UnreadableInputError"
    assert "khong-co.docx" in report.source.name


def test_an_internal_error_is_reported_without_its_text() -> None:
    report = report_failure("a.docx", KeyError("Nguyễn Văn A"))
    assert report.failure is not None
    assert "Nguyễn" not in report.to_json()


def test_other_papers_get_nothing_but_ht000() -> None:
    papers = [record for record in RECORDS if not record.is_minutes][:6]
    for record in papers:
        report = minutes_nlp.analyze_text(text_of(record))
        assert [finding.code for finding in report.findings] == ["HT000"]
        assert report.document_type is not None
        assert report.document_type.looks_like


def test_importing_the_package_is_cheap() -> None:
    import subprocess
    import sys

    code = "import sys, minutes_nlp; print({'spacy', 'sklearn', 'underthesea'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


SECRET = "ĐẢNG BỘ XÃ TÂN HÒA\nTỐI MẬT\nBIÊN BẢN\nĐồng chí Lan báo cáo việc riêng của đơn vị.\n"


def test_a_document_marked_secret_is_refused_and_nothing_of_it_is_told(tmp_path: Path) -> None:
    path = tmp_path / "bb.txt"
    path.write_text(SECRET, encoding="utf-8")
    for call in (lambda: minutes_nlp.analyze(path), lambda: explain(path, 3)):
        with pytest.raises(SecrecyMarkError) as refused:
            call()
    failed = report_failure(path, refused.value)
    check(failed)
    for text in (failed.to_json(), str(refused.value), refused.value.message("en")):
        assert not any(line in text for line in SECRET.splitlines())
    assert failed.failure is not None
    assert failed.source.sha256 is None


def test_it_is_read_where_the_settings_allow_it(tmp_path: Path) -> None:
    path = tmp_path / "bb.txt"
    path.write_text(SECRET, encoding="utf-8")
    assert minutes_nlp.analyze(path, settings=Settings(read_secret=True)).failure is None
