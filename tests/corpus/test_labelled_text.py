import pytest

from minutes_nlp.corpus.labelled_text import LabelledTextError, parse_document, parse_paragraph
from minutes_nlp.corpus.records import CorpusRecord
from minutes_nlp.model.labels import Role, SectionLabel

SOURCE = """# id: a-01
# kind: combined
# date: 2026-03-05
# total: 9
# leadership: present
# findings: TC003, KL004
formalities | BIÊN BẢN
criticism:officer +task_review | Đ/c Hoà: tôi nhận lỗi | bảng
"""


def test_a_document_is_read_with_its_header() -> None:
    record = parse_document(SOURCE, voice="a")
    assert (record.id, record.voice, record.kind, record.combined) == ("a-01", "a", "regular", True)
    assert record.findings == ("KL004", "TC003")
    assert record.attendance is not None
    assert (record.attendance.total, record.attendance.present) == (9, None)
    paragraph = record.paragraphs[1]
    assert paragraph.section is SectionLabel.CRITICISM
    assert paragraph.role is Role.OFFICER
    assert paragraph.also == (SectionLabel.TASK_REVIEW,)
    assert paragraph.text.endswith("| bảng")


def test_a_record_survives_json() -> None:
    record = parse_document(SOURCE, voice="a")
    assert CorpusRecord.model_validate_json(record.to_json()) == record


@pytest.mark.parametrize("line", ["news", "tin | x", "news:boss | x", "news +tin | x", "news | "])
def test_a_bad_line_is_refused(line: str) -> None:
    with pytest.raises(LabelledTextError):
        parse_paragraph(line)


def test_an_unknown_header_is_named_with_its_line() -> None:
    with pytest.raises(LabelledTextError, match="line 2"):
        parse_document("# id: a\n# chairman: B\n")
