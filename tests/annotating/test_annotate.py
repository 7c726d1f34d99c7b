"""A .docx given back with comments: tied to the right words, everything else as it was."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from minutes_nlp.annotating import annotate, story
from minutes_nlp.errors import UnreadableInputError
from minutes_nlp.model.report import NearestInfo
from minutes_nlp.readers.base import read_document
from minutes_nlp.readers.limits import Limits
from tests.annotating.hard_docx import hard_docx, hard_files
from tests.annotating.reading_back import (
    anchored,
    bare,
    comments_of,
    evidence,
    finding,
    parts_of,
    quoted,
    report_on,
)
from tests.readers.docx_builder import (
    cell,
    docx,
    paragraph,
    read_bytes,
    row,
    run,
    table,
    texts,
    zipped,
)

TOUCHED = {
    "word/document.xml",
    "word/comments.xml",
    "[Content_Types].xml",
    "word/_rels/document.xml.rels",
}
HARD = hard_docx()
TEXTS = [
    "ĐẢNG BỘ XÃ KHE | ĐẢNG CỘNG SẢN",
    "A1 | B2 chữ",
    "BIÊN BẢN",
    "I. Họp chi bộ tháng chín",
    "II. Có mười hai đảng viên.",
    "Chủ trì: ông Ba",
    "Thư ký: bà Tư có mặt",
    "ngày năm theo liên kết này→ rồi (chú thích) hết câu",
    "Chi bộ họp à đúng giờ",
    "Neo hộp chữ sau hộp",
    "Chữ trong hộp",
    "Nửa đầu nửa sau câu",
    "Thấy dấu rời và dấu ẩn",
    "Ô điền chữ",
]
PLAIN = (2, 5, 6, 11, 12, 13)
"""Paragraphs in which every letter stands in a w:t."""


def only_ours(data: bytes) -> list[str]:
    """Anchored text of our comments, in their order."""
    found = anchored(data)
    ours = [one for one, (author, _) in comments_of(data).items() if author == "minutes-nlp"]
    return [found[one] for one in ours]


@pytest.mark.parametrize("strict", [False, True])
@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("KHE | ĐẢNG", "KHEĐẢNG"),
        ("chi bộ tháng", "chi bộ tháng"),
        ("I. Họp", "Họp"),
        ("mười hai đảng", "mười hai đảng"),
        ("bà Tư có mặt", "bà Tưcó mặt"),
        ("năm theo liên", "năm theo liên"),
        ("này→ rồi", "này rồi"),
        ("rồi (chú thích) hết", "rồi hết"),
        ("bộ họp à đúng", "bé häp à ®óng"),
        ("Chủ trì: ông Ba", "Chủ trì: ông Ba"),
        ("đầu nửa sau", "đầu nửa sau"),
        ("Thấy dấu", "Tha\u0302\u0301y dấu"),
        ("điền", "điền"),
    ],
)
def test_anchored_words_are_those_of_the_evidence(
    tmp_path: Path, strict: bool, words: str, expected: str
) -> None:
    data = hard_docx(strict=strict)
    assert texts(read_bytes(tmp_path, data)) == TEXTS
    result = annotate(data, report_on(TEXTS, finding(quoted(TEXTS, words))))
    assert result.loose == 0
    assert [bare(one) for one in only_ours(result.data)] == [bare(expected)]
    assert texts(read_bytes(tmp_path, result.data)) == TEXTS


SPANS = st.sampled_from(PLAIN).flatmap(
    lambda index: st.tuples(
        st.just(index),
        st.integers(0, len(TEXTS[index]) - 1),
        st.integers(1, len(TEXTS[index])),
    ).filter(lambda one: one[1] < one[2] and bool(TEXTS[one[0]][one[1] : one[2]].strip()))
)


@settings(max_examples=40, deadline=None)
@given(st.lists(SPANS, min_size=1, max_size=6, unique=True))
def test_any_words_any_number_of_times(spans: list[tuple[int, int, int]]) -> None:
    findings = [
        finding(evidence(TEXTS, *span), code=f"X{number:03}") for number, span in enumerate(spans)
    ]
    report = report_on(TEXTS, *findings)
    result = annotate(HARD, report)
    assert [bare(one) for one in only_ours(result.data)] == [
        bare(TEXTS[index][start:end]) for index, start, end in spans
    ]
    assert annotate(result.data, report).data == result.data
    assert only_ours(annotate(result.data, report_on(TEXTS)).data) == []


def test_other_parts_and_comments_of_others_stay() -> None:
    before = parts_of(HARD)
    report = report_on(TEXTS, finding(quoted(TEXTS, "mười")), finding(code="ND001"))
    once = annotate(HARD, report).data
    after = parts_of(once)
    assert list(after) == list(before)
    assert {name for name in before if before[name] != after[name]} == {
        "word/document.xml",
        "word/comments.xml",
    }
    assert comments_of(once)["7"] == comments_of(HARD)["7"]
    assert anchored(once)["7"] == anchored(HARD)["7"] == "Có mười hai đảng viên."
    assert set(comments_of(once)) == {"7", "8", "9"}


def test_split_runs_keep_their_properties(tmp_path: Path) -> None:
    data = docx(paragraph(run("chủ trì kết luận rồi", "<w:b/><w:sz w:val='30'/>")))
    lines = texts(read_bytes(tmp_path, data))
    result = annotate(data, report_on(lines, finding(quoted(lines, "kết luận")))).data
    body = etree.fromstring(parts_of(result)["word/document.xml"])
    runs = [one for one in body.iter("{*}r") if one.find("{*}t") is not None]
    assert [one.findtext("{*}t") for one in runs] == ["chủ trì ", "kết luận", " rồi"]
    assert len({etree.tostring(one.find("{*}rPr")) for one in runs}) == 1
    assert runs[0].find("{*}rPr/{*}b") is not None


def test_evidence_in_a_number_alone_is_tied_to_the_paragraph() -> None:
    result = annotate(HARD, report_on(TEXTS, finding(evidence(TEXTS, 4, 0, 3))))
    assert only_ours(result.data) == ["Có mười hai đảng viên."]
    assert result.loose == 0


def test_text_box_is_commented_where_it_is_anchored() -> None:
    result = annotate(HARD, report_on(TEXTS, finding(quoted(TEXTS, "trong hộp")))).data
    body = etree.fromstring(parts_of(result)["word/document.xml"])
    (start,) = (one for one in body.iter("{*}commentRangeStart") if "8" in one.attrib.values())
    assert not list(start.iterancestors("{*}txbxContent"))
    assert "hộp" in only_ours(result)[0]


def test_text_that_hangs_on_whole_runs_is_not_split(tmp_path: Path) -> None:
    symbols = run("Kết luận abc", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>')
    data = docx(paragraph(symbols + run(" của chủ trì")))
    lines = texts(read_bytes(tmp_path, data))
    result = annotate(data, report_on(lines, finding(quoted(lines, "abc của")))).data
    assert texts(read_bytes(tmp_path, result)) == lines
    assert only_ours(result) == ["Kết luận abc của"]


def test_missing_is_told_at_the_title_or_at_the_nearest_passages() -> None:
    near = (
        NearestInfo(paragraph=5, text="ông Ba", why_not="không kết luận"),
        NearestInfo(paragraph=6, text="Thư ký …", why_not="chỉ ghi tên"),
    )
    report = report_on(TEXTS, finding(code="KL001"), finding(code="ND001", nearest=near))
    result = annotate(HARD, report).data
    words = [text for author, text in comments_of(result).values() if author == "minutes-nlp"]
    # The second quote was shortened, and so stands for its paragraph, two lines in one w:p.
    assert only_ours(result) == ["BIÊN BẢN", "ông Ba", "Chủ trì: ông BaThư ký: bà Tưcó mặt"]
    assert words[0].splitlines() == [
        "KL001 · Cần sửa: Thiếu kết luận",
        "Chưa thấy kết luận.",
        "Đã tìm trong: toàn văn",
        "Mẫu ghi đủ: Chủ trì kết luận: [việc gì].",
        "Căn cứ: Hướng dẫn 42.",
    ]
    assert words[1].startswith("ND001 (chỗ 1/2) · ")
    assert words[1].endswith("vì: không kết luận")
    assert words[2].startswith("ND001 (chỗ 2/2) · ")
    assert "chỉ ghi tên" in words[2]


def test_evidence_side_by_side_is_one_comment() -> None:
    parts = (quoted(TEXTS, "Nửa đầu"), quoted(TEXTS, "nửa sau"), quoted(TEXTS, "Ô điền"))
    result = annotate(HARD, report_on(TEXTS, finding(*parts)))
    assert only_ours(result.data) == ["Nửa đầu nửa sau", "Ô điền"]


def test_part_for_comments_is_added_where_there_was_none(tmp_path: Path) -> None:
    data = docx(paragraph("BIÊN BẢN") + paragraph("Họp chi bộ"), strict=True)
    result = annotate(data, report_on(["BIÊN BẢN", "Họp chi bộ"], finding())).data
    before, after = parts_of(data), parts_of(result)
    assert {name for name in after if before.get(name) != after[name]} == TOUCHED
    assert b"/word/comments.xml" in after["[Content_Types].xml"]
    assert (
        b'purl.oclc.org/ooxml/officeDocument/relationships/comments"'
        in after["word/_rels/document.xml.rels"]
    )
    assert only_ours(result) == ["BIÊN BẢN"]
    assert texts(read_bytes(tmp_path, result)) == ["BIÊN BẢN", "Họp chi bộ"]


def test_no_finding_adds_no_part() -> None:
    data = docx(paragraph("BIÊN BẢN"))
    result = annotate(data, report_on(["BIÊN BẢN"]))
    assert list(parts_of(result.data)) == list(parts_of(data))
    assert result.comments == 0


def macro_enabled() -> bytes:
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override '
        'PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled'
        '.main+xml"/></Types>'
    )
    return zipped({**hard_files(), "[Content_Types].xml": types})


@pytest.mark.parametrize(
    "data", ["Biên bản".encode(), b"%PDF-1.7", macro_enabled()], ids=["text", "pdf", "macros"]
)
def test_only_docx_can_be_given_back(data: bytes) -> None:
    with pytest.raises(UnreadableInputError, match=re.escape("Chỉ trả lại được tệp .docx")):
        annotate(data, report_on(TEXTS))


def test_file_that_changed_since_it_was_read_is_refused() -> None:
    with pytest.raises(UnreadableInputError, match="chạy lại"):
        annotate(HARD, report_on([*TEXTS[:-1], "khác"], finding()))


@pytest.mark.parametrize("limits", [Limits(part_bytes=100), Limits(markup=20), Limits(depth=5)])
def test_limits_hold_for_the_writer_too(limits: Limits) -> None:
    with pytest.raises(UnreadableInputError):
        annotate(HARD, report_on(TEXTS), limits)


def test_damaged_archive_is_refused() -> None:
    with pytest.raises(UnreadableInputError):
        annotate(HARD[: len(HARD) // 2], report_on(TEXTS))


def test_author_who_is_not_us_keeps_a_comment_on_our_words(tmp_path: Path) -> None:
    report = report_on(TEXTS, finding(quoted(TEXTS, "mười hai")))
    ours = annotate(HARD, report).data
    renamed = parts_of(ours)
    stored = renamed["word/comments.xml"].replace(b'w:author="minutes-nlp"', b'w:author="Minh"')
    taken_over = zipped({**renamed, "word/comments.xml": stored})
    again = annotate(taken_over, report).data
    assert {author for author, _ in comments_of(again).values()} == {"Lan", "Minh", "minutes-nlp"}
    assert anchored(again)["8"] == anchored(again)["9"] == "mười hai"
    path = tmp_path / "x.docx"
    path.write_bytes(again)
    assert texts(read_document(path)) == TEXTS


def indented(data: bytes) -> bytes:
    """The same document with every element on a line of its own."""
    files = parts_of(data)
    body = files["word/document.xml"].replace(b"><w:", b">\n  <w:")
    return zipped({**files, "word/document.xml": body})


@pytest.mark.parametrize("data", [HARD, hard_docx(strict=True), indented(HARD)])
def test_every_word_of_every_paragraph_twice_over(tmp_path: Path, data: bytes) -> None:
    findings = [
        finding(evidence(TEXTS, index, *match.span()), code=f"X{index:03}")
        for index, text in enumerate(TEXTS)
        for match in re.finditer(r"\S+( \S+)?", text)
    ]
    report = report_on(TEXTS, *findings, finding(code="ND001"))
    once = annotate(data, report)
    assert (once.comments, once.loose) == (len(findings) + 1, 0)
    assert len(only_ours(once.data)) == once.comments
    assert annotate(once.data, report).data == once.data
    # Without our comments only the cuts in runs are left, and they stay from then on.
    bare_of_ours = annotate(once.data, report_on(TEXTS)).data
    assert annotate(bare_of_ours, report).data == once.data
    assert texts(read_bytes(tmp_path, once.data)) == TEXTS


def test_cells_merged_and_repeated(tmp_path: Path) -> None:
    goes_on = "<w:vMerge/>"
    data = docx(
        table(
            row(cell("Tổ một", '<w:vMerge w:val="restart"/>'), "làm đường"),
            row(cell("Tổ một", goes_on), "làm cầu"),
            row(cell(paragraph("Cả hai") + paragraph("tổ"), goes_on), "họp chung"),
            row("một ô thôi"),
            row("Tổ một", "xong"),
        )
    )
    lines = texts(read_bytes(tmp_path, data))
    assert lines == [
        "Tổ một | làm đường",
        "làm cầu",
        "Cả hai tổ | họp chung",
        "một ô thôi",
        "Tổ một | xong",
    ]
    spans = [(0, 3, 10), (1, 0, 7), (2, 3, 15), (3, 4, 10), (4, 0, 15)]
    report = report_on(lines, *(finding(evidence(lines, *span)) for span in spans))
    result = annotate(data, report)
    assert only_ours(result.data) == ["mộtl", "làm cầu", "haitổhọp", "ô thôi", "Tổ mộtxong"]
    assert result.loose == 0


def test_words_that_cannot_be_followed_are_tied_to_their_paragraph(tmp_path: Path) -> None:
    # Two marks of one letter in runs of two kinds, in the order in which nobody sorts them.
    mark = run("\u0323", '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>')
    data = docx(paragraph(run("Vi\u00ea") + mark + run("t kết luận")) + paragraph("Họp"))
    lines = texts(read_bytes(tmp_path, data))
    assert lines == ["Việt kết luận", "Họp"]
    result = annotate(data, report_on(lines, finding(quoted(lines, "kết")), finding()))
    assert result.loose == 1
    assert only_ours(result.data) == ["Vi\u00ea\u0323t kết luận"] * 2


def test_nothing_is_split_where_splitting_would_change_the_text(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(story, "_texts", lambda _data, _limits: ["read otherwise"])
    result = annotate(HARD, report_on(TEXTS, finding(quoted(TEXTS, "mười hai")), finding()))
    assert only_ours(result.data) == ["Có mười hai đảng viên.", "BIÊN BẢN"]
    assert (result.comments, result.loose) == (2, 1)
