"""Whole analyses of documents with pages: quality, boxes, what is open, the contract."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

from minutes_nlp.analyzer import analyze_document
from minutes_nlp.model.document import Document, Page, PageWord, Source, SourceParagraph
from minutes_nlp.model.labels import Level
from minutes_nlp.model.report import BoxInfo, Report
from minutes_nlp.readers.base import read_document
from minutes_nlp.renderers.base import render
from minutes_nlp.settings import Settings

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = ROOT / "examples" / "bien-ban-thang-9.docx"
SCHEMA = json.loads((ROOT / "docs" / "report.schema.json").read_text(encoding="utf-8"))
TEXTS = tuple(p.text for p in read_document(SAMPLE).paragraphs)
WORDS_A_LINE = 10


def scan(
    texts: Sequence[str],
    qualities: Sequence[float | None],
    *,
    recognised: bool = True,
    breaks: Sequence[int] = (),
) -> Document:
    """Lay paragraphs on pages, ten words a line; ``breaks`` are the first of each later page."""
    pages = [1 + sum(index >= first for first in breaks) for index in range(len(texts))]
    words: dict[int, list[PageWord]] = {number: [] for number in range(1, len(qualities) + 1)}
    for index, (text, number) in enumerate(zip(texts, pages, strict=True)):
        for place, match in enumerate(re.finditer(r"\S+", text)):
            line, column = divmod(place, WORDS_A_LINE)
            top = 0.02 * index + 0.005 * line
            words[number].append(
                PageWord(
                    text=match[0],
                    left=column / WORDS_A_LINE,
                    top=top,
                    right=(column + 0.8) / WORDS_A_LINE,
                    bottom=top + 0.004,
                    paragraph=index,
                    start=match.start(),
                    end=match.end(),
                    confidence=0.96 if recognised else None,
                )
            )
    return Document(
        source=Source("quet.pdf", "0" * 64, "application/pdf", "pdf", len(qualities), recognised),
        paragraphs=tuple(
            SourceParagraph(text, number) for text, number in zip(texts, pages, strict=True)
        ),
        pages=tuple(
            Page(
                number=number,
                width=1654,
                height=2339,
                recognised=recognised,
                quality=quality if recognised else None,
                ink_covered=0.995 if recognised else None,
                words=tuple(words[number]),
            )
            for number, quality in enumerate(qualities, start=1)
        ),
    )


def codes(report: Report) -> set[str]:
    return {finding.code for finding in report.findings}


def boxes(report: Report) -> list[tuple[str, tuple[BoxInfo, ...]]]:
    quoted = [e for finding in report.findings for e in finding.evidence]
    quoted += [e for level in report.characteristics.values() for e in level.evidence]
    return [(one.text, one.boxes) for one in quoted]


@pytest.mark.parametrize("qualities", [[0.95, 0.9], [0.95, 0.2], [0.1, 0.2], [0.9, None]])
def test_reports_of_scans_keep_the_contract(qualities: list[float | None]) -> None:
    report = analyze_document(scan(TEXTS, qualities, breaks=[15]))
    jsonschema.validate(json.loads(report.to_json()), SCHEMA)
    assert report.source.quality == min(q for q in qualities if q is not None)
    assert [page.quality for page in report.source.page_quality] == qualities
    assert [page.poor for page in report.source.page_quality] == [
        q is not None and q < 0.5 for q in qualities
    ]


def test_a_clear_scan_says_what_the_typed_file_says_but_for_figures_and_signatures() -> None:
    typed = analyze_document(read_document(SAMPLE))
    scanned = analyze_document(scan(TEXTS, [0.95]))
    open_in_scans = {"BQ002", "TP002", "TG003", "HT002", "TP005"}
    assert codes(scanned) == codes(typed) - open_in_scans
    assert scanned.characteristics["leadership"].level == typed.characteristics["leadership"].level


def test_a_poor_scan_is_neither_accused_nor_cleared() -> None:
    report = analyze_document(scan(TEXTS, [0.2]))
    assert codes(report) == {"HT007"}
    assert {"KL001", "YK001", "TC001", "TC002", "TC003"} <= {one.code for one in report.undecided}
    assert all(level.confidence <= 0.2 for level in report.characteristics.values())


def test_every_quote_on_a_page_says_where_it_stands() -> None:
    report = analyze_document(scan(TEXTS, [0.95, 0.95], breaks=[15]))
    assert boxes(report)
    for text, places in boxes(report):
        assert places
        for box in places:
            assert 0 <= box.left < box.right <= 1
            assert 0 <= box.top < box.bottom <= 1
        assert len(places) <= 1 + len(text.split())


def test_a_quote_over_two_lines_has_two_boxes() -> None:
    blank = "Đại biểu cấp trên: [không đề cập]"
    texts = ["Nội dung " * 2 + blank, *TEXTS]  # its third word begins the second line
    report = analyze_document(scan(texts, [0.95]), settings=Settings(select=("HT004",)))
    (quote,) = (e for finding in report.findings for e in finding.evidence)
    assert quote.text == "[không đề cập]"
    assert [(box.left, round(box.right, 2)) for box in quote.boxes] == [(0.8, 0.98), (0.0, 0.08)]
    assert quote.boxes[0].bottom <= quote.boxes[1].top


def test_pages_with_a_text_layer_have_boxes_and_no_quality() -> None:
    report = analyze_document(scan(TEXTS, [None], recognised=False))
    assert report.source.quality is None
    assert all(places for _, places in boxes(report))
    assert "HT007" not in codes(report)


def test_files_without_pages_have_no_boxes() -> None:
    report = analyze_document(read_document(SAMPLE))
    assert all(not places for _, places in boxes(report))
    assert report.source.page_quality == ()


def test_blank_paragraphs_of_a_reader_shift_no_box() -> None:
    plain = analyze_document(scan(TEXTS, [0.95]))
    document = scan(["", *(f" {text}" for text in TEXTS)], [0.95])
    shifted = analyze_document(document)
    assert [text for text, _ in boxes(shifted)] == [text for text, _ in boxes(plain)]
    for (_, before), (_, after) in zip(boxes(plain), boxes(shifted), strict=True):
        assert [box.left for box in before] == [box.left for box in after]


def test_recognised_text_whose_pages_were_not_kept_is_gated_by_its_quality() -> None:
    document = scan(TEXTS, [0.2])
    source = replace(document.source, quality=0.2)
    report = analyze_document(replace(document, source=source, pages=()))
    assert codes(report) == {"HT007"}


def test_poor_pages_are_named_before_everything_else() -> None:
    report = analyze_document(scan(TEXTS, [0.95, 0.2, 0.95], breaks=[10, 20]))
    for text in (render(report, "text"), render(report, "html")):
        plain = " ".join(text.split())
        assert "Bản quét: trang 2 chất lượng thấp" in plain
        assert plain.index("Bản quét: trang 2") < plain.index(
            "Chi bộ</dt>" if "<dt>" in plain else "Chủ trì"
        )
        assert "1 trang đọc kém" in plain
        assert "Không thấy điểm nào cần sửa" not in plain


def test_no_low_level_is_shown_for_a_poor_scan() -> None:
    report = analyze_document(scan(["Họp chi bộ tháng 7.", *TEXTS[:6]], [0.2]))
    assert any(level.level is Level.ABSENT for level in report.characteristics.values())
    for text in (render(report, "text"), render(report, "html")):
        assert "chưa thể hiện" not in text
        assert "chưa kết luận được" in text


def test_a_wholly_illegible_scan_is_not_called_another_paper() -> None:
    report = analyze_document(scan(["Ghm uợc vgc Ialn", "qưa mnùs zz kkw"] * 6, [0.05]))
    assert codes(report) == {"HT007"}
    text = " ".join(render(report, "text").split())
    assert "không giống biên bản" not in text
    assert "không kiểm tra thêm" not in text
