from __future__ import annotations

from pathlib import Path

import pytest

from .docx_builder import read_bytes, texts
from .odt_builder import (
    body_texts,
    bullets,
    flat_odt,
    items,
    list_style,
    numbers,
    odt,
    p,
    row,
    span,
    style,
    table,
)

ROMAN = list_style(
    numbers(1, 'style:num-format="I" style:num-suffix="."'),
    numbers(2, 'style:num-format="1" style:num-suffix=")" style:num-prefix="("'),
    numbers(3, 'style:num-format="1" style:num-suffix="." text:display-levels="3"'),
    bullets(4, "•"),
    bullets(5, "+"),
)


def test_spaces_tabs_and_soft_breaks(tmp_path: Path) -> None:
    body = p('a<text:s text:c="3"/>b<text:tab/>c\n   d') + p("Tên<text:line-break/>Chức vụ")
    assert body_texts(tmp_path, body) == ["a b c d", "Tên", "Chức vụ"]


def test_decomposed_letters_are_composed(tmp_path: Path) -> None:
    assert body_texts(tmp_path, p("Bie\u0302n ba\u0309n")) == ["Biên bản"]


def test_nested_lists_are_numbered(tmp_path: Path) -> None:
    inner = items(p("a"), p("b") + items(p("c") + items(p("d")), attributes=""), attributes="")
    body = items(p("Một") + inner, p("Hai") + p("thêm") + items(p("lại"), attributes=""))
    assert body_texts(tmp_path, body, automatic=ROMAN) == [
        "I. Một",
        "(1) a",
        "(2) b",
        "I.2.1. c",
        "- d",
        "II. Hai",
        "thêm",
        "(1) lại",
    ]


def test_a_new_list_begins_anew_and_a_continued_one_goes_on(tmp_path: Path) -> None:
    one = 'text:style-name="L" xml:id="một"'
    body = items(p("a"), attributes=one) + p("x") + items(p("b"))
    body += items(p("c"), attributes='text:style-name="L" text:continue-numbering="true"')
    body += items(p("d"), attributes='text:style-name="L" text:continue-list="một"')
    body += items(p("e"), attributes='text:style-name="L" text:continue-list="không có"')
    assert body_texts(tmp_path, body, automatic=ROMAN) == [
        "I. a", "x", "I. b", "II. c", "II. d", "III. e",
    ]  # fmt: skip


def test_a_level_that_is_left_out_counts_as_begun(tmp_path: Path) -> None:
    inner = items(items(p("a"), p("b"), attributes=""), p("c"))
    assert body_texts(tmp_path, inner, automatic=ROMAN) == ["(1) a", "(2) b", "II. c"]


def test_start_values_of_levels_and_items(tmp_path: Path) -> None:
    levels = list_style(
        numbers(1, 'style:num-format="a" style:num-suffix=")" text:start-value="3"')
    )
    later = f'<text:list text:style-name="L"><text:list-item text:start-value="7">{p("g")}'
    body = items(p("c"), p("d")) + later + "</text:list-item></text:list>"
    assert body_texts(tmp_path, body, automatic=levels) == ["c) c", "d) d", "g) g"]


def test_the_whole_label_of_newer_programs_is_preferred(tmp_path: Path) -> None:
    levels = list_style(
        numbers(1, 'style:num-format="I" loext:num-list-format="Phần %1%:" style:num-suffix="."'),
        numbers(2, 'style:num-format="1" loext:num-list-format="%1%-%2%" text:display-levels="2"'),
    )
    body = items(p("a") + items(p("b"), attributes=""))
    assert body_texts(tmp_path, body, automatic=levels) == ["Phần I: a", "I-1 b"]


def test_list_headers_and_unnumbered_levels_have_no_label(tmp_path: Path) -> None:
    levels = list_style(numbers(1, 'style:num-format=""'))
    head = f'<text:list text:style-name="L"><text:list-header>{p("đầu")}</text:list-header>'
    assert body_texts(tmp_path, head + "</text:list>" + items(p("a")), automatic=levels) == [
        "đầu",
        "a",
    ]


def test_headings_are_numbered_by_the_outline(tmp_path: Path) -> None:
    outline = (
        '<text:outline-style><text:outline-level-style text:level="1" style:num-format="I" '
        'style:num-suffix="."/><text:outline-level-style text:level="2" style:num-format="1" '
        'text:display-levels="2"/></text:outline-style>'
    )
    body = "".join(
        f'<text:h text:outline-level="{level}">{words}</text:h>'
        for level, words in [(1, "a"), (2, "b"), (2, "c"), (1, "d")]
    )
    assert body_texts(tmp_path, body, styles=outline) == ["I. a", "I.1 b", "I.2 c", "II. d"]


def test_rows_join_their_cells(tmp_path: Path) -> None:
    inner = table(row(p("x"), p("y")))
    head = f"<table:table-header-rows>{row(p('TT'), p('Họ tên'))}</table:table-header-rows>"
    body = table(
        head, row(p("1"), p("An") + p("Bí thư")), row(p("một mình"), ""), row(inner, p("z"))
    )
    document = read_bytes(tmp_path, odt(body))
    assert texts(document) == ["TT | Họ tên", "1 | An Bí thư", "một mình", "x | y | z"]
    assert {paragraph.kind for paragraph in document.paragraphs} == {"table_row"}


def test_covered_cells_are_not_shown(tmp_path: Path) -> None:
    merged = f"<table:covered-table-cell>{p('che')}</table:covered-table-cell></table:table-row>"
    body = table(row(p("a"), p("b")).replace("</table:table-row>", merged))
    assert body_texts(tmp_path, body) == ["a | b"]


def test_notes_stand_in_parentheses_and_comments_are_left_out(tmp_path: Path) -> None:
    note = (
        "<text:note><text:note-citation>1</text:note-citation>"
        f"<text:note-body>{p('chú')}{p('thêm')}</text:note-body></text:note>"
    )
    comment = f"<office:annotation>{p('nhận xét')}</office:annotation>"
    assert body_texts(tmp_path, p(f"a{note}{comment} b")) == ["a (chú thêm) b"]


def test_text_boxes_follow_their_paragraph(tmp_path: Path) -> None:
    frame = f"<draw:frame><draw:text-box>{p('trong khung')}</draw:text-box></draw:frame>"
    shape = f"<draw:custom-shape>{p('trong hình')}</draw:custom-shape>"
    document = read_bytes(tmp_path, odt(p(f"a{frame}b{shape}") + p("c") + frame))
    assert [(part.text, part.kind) for part in document.paragraphs] == [
        ("ab", "body"),
        ("trong khung", "text_box"),
        ("trong hình", "text_box"),
        ("c", "body"),
        ("trong khung", "text_box"),
    ]


def test_tracked_deletions_are_left_out(tmp_path: Path) -> None:
    changes = (
        '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion>'
        f"{p('bỏ hẳn')}</text:deletion></text:changed-region>"
        '<text:changed-region text:id="c2"><text:insertion/></text:changed-region>'
        "</text:tracked-changes>"
    )
    kept = p(
        'giữ<text:change text:change-id="c1"/><text:change-start text:change-id="c2"/> thêm'
        '<text:change-end text:change-id="c2"/>'
    )
    assert body_texts(tmp_path, changes + kept) == ["giữ thêm"]


def test_a_deletion_that_stays_in_its_place_may_join_paragraphs(tmp_path: Path) -> None:
    changes = (
        '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion/>'
        "</text:changed-region></text:tracked-changes>"
    )
    first = p('đầu <text:change-start text:change-id="c1"/>bỏ')
    last = p('bỏ nốt<text:change-end text:change-id="c1"/>cuối')
    body = changes + p("x") + items(first, p("bỏ cả"), last)
    assert body_texts(tmp_path, body, automatic=ROMAN) == ["x", "I. đầu cuối"]


def test_hidden_text(tmp_path: Path) -> None:
    hidden = style("An", 'text:display="none"') + style("Hien", 'text:display="true"')
    section = f'<text:section text:display="none">{p("phần ẩn")}</text:section>'
    field = '<text:hidden-paragraph text:is-hidden="true"/>'
    shown = p("a" + span("ẩn" + span("hiện", "Hien"), "An")) + p(f"đoạn ẩn{field}")
    assert body_texts(tmp_path, shown + section, automatic=hidden) == ["ahiện"]


def test_fonts_of_the_tcvn3_encoding(tmp_path: Path) -> None:
    fonts = style("Vn", 'fo:font-family=".VnTime"')
    fonts += style("P", 'fo:font-family=".VnTimeH"', family="paragraph")
    fonts += style("P2", "", family="paragraph", more='style:parent-style-name="P"')
    body = p(span("Chi bé th\xad\xeang k\xfa", "Vn")) + p("\xae\xb6ng", "P2")
    assert body_texts(tmp_path, body, automatic=fonts) == ["Chi bộ thường kỳ", "ĐẢNG"]


def test_headers_and_footers_are_apart(tmp_path: Path) -> None:
    masters = (
        f"<style:master-page><style:header>{p('đầu trang')}</style:header>"
        f"<style:footer>{p('chân')}</style:footer>"
        f"<style:footer-left>{p('chân')}</style:footer-left></style:master-page>"
    )
    for data in (odt(p("a"), masters=masters), flat_odt(p("a"), masters=masters)):
        document = read_bytes(tmp_path, data)
        assert (texts(document), document.headers, document.footers) == (
            ["a"],
            ("đầu trang",),
            ("chân",),
        )


def test_flat_files_are_read_alike(tmp_path: Path) -> None:
    body = items(p("a"), p("b")) + table(row(p("x"), p("y")))
    flat = read_bytes(tmp_path, flat_odt(body, automatic=ROMAN), "a.doc")
    assert texts(flat) == body_texts(tmp_path, body, automatic=ROMAN) == ["I. a", "II. b", "x | y"]
    assert (flat.source.reader, flat.source.pages) == ("odt", None)


@pytest.mark.parametrize("content", ["<text:date>4/9</text:date>", "<text:a>4/9</text:a>"])
def test_fields_and_links_show_their_text(tmp_path: Path, content: str) -> None:
    assert body_texts(tmp_path, p(f"Ngày {content} họp")) == ["Ngày 4/9 họp"]
