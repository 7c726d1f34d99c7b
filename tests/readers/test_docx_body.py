from pathlib import Path

import pytest

from minutes_nlp.errors import UnreadableInputError

from .docx_builder import (
    body_texts,
    cell,
    docx,
    package_files,
    paragraph,
    part_xml,
    read_bytes,
    relations_xml,
    row,
    run,
    table,
    texts,
    zipped,
)


def test_paragraphs_come_in_order_and_blank_ones_are_left_out(tmp_path: Path) -> None:
    body = paragraph("Một") + paragraph(run("  ")) + "<w:p/>" + paragraph("Hai")
    assert body_texts(tmp_path, body) == ["Một", "Hai"]


def test_runs_of_one_word_are_joined(tmp_path: Path) -> None:
    assert body_texts(tmp_path, paragraph(run("Kết l") + run("uận"))) == ["Kết luận"]


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>", "a b"),
        ("<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t></w:r>", "a-b"),
        ("<w:r><w:t>a</w:t><w:softHyphen/><w:t>b</w:t></w:r>", "ab"),
        (run("a\u00a0b\u200b\u00ad"), "a b"),
        (run("Hoa\u0300 bi\u0300nh"), "Hoà bình"),
        ("<w:hyperlink r:id='x'>" + run("liên kết") + "</w:hyperlink>", "liên kết"),
        ("<w:smartTag>" + run("Đà Lạt") + "</w:smartTag>", "Đà Lạt"),
        ("<w:sdt><w:sdtPr/><w:sdtContent>" + run("ô") + "</w:sdtContent></w:sdt>", "ô"),
        ("<w:ins>" + run("thêm") + "</w:ins>", "thêm"),
        ("<w:moveTo>" + run("đến") + "</w:moveTo>", "đến"),
        (run("a") + "<w:del><w:r><w:delText>b</w:delText></w:r></w:del>", "a"),
        (run("a") + "<w:moveFrom>" + run("b") + "</w:moveFrom>", "a"),
        (run("a") + run("ẩn", "<w:vanish/>"), "a"),
        (run("a") + run("hiện", '<w:vanish w:val="0"/>'), "ahiện"),
        (run("a") + '<w:r><w:commentReference w:id="0"/></w:r>', "a"),
        ('<w:fldSimple w:instr="DATE">' + run("05/7/2026") + "</w:fldSimple>", "05/7/2026"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>' + run(" B"), "→ B"),
        ('<w:r><w:sym w:font="Wingdings" w:char="zz"/></w:r>' + run("B"), "B"),
        ("<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>", "x=1"),
        ("<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r>"
         "</m:den></m:f></m:oMath>", "1/2"),
        ("<w:unknown>" + run("lạ") + "</w:unknown>", "lạ"),
    ],
)  # fmt: skip
def test_inline_markup(tmp_path: Path, markup: str, text: str) -> None:
    assert body_texts(tmp_path, paragraph(markup)) == [text]


def field(mark: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{mark}"/></w:r>'


def test_of_a_field_the_result_is_read(tmp_path: Path) -> None:
    instruction = "<w:r><w:instrText>REF x</w:instrText></w:r>"
    nested = field("begin") + instruction + field("separate") + run("điều kiện") + field("end")
    outer = field("begin") + instruction + nested + field("separate") + run("quả") + field("end")
    assert body_texts(tmp_path, paragraph(run("kết ") + outer + run(" ở đây"))) == ["kết quả ở đây"]


def test_a_field_that_never_ends_loses_no_words(tmp_path: Path) -> None:
    body = paragraph(field("begin") + run("giữ")) + paragraph("nguyên")
    assert body_texts(tmp_path, body) == ["giữ", "nguyên"]


def test_hidden_by_style(tmp_path: Path) -> None:
    styles = (
        '<w:style w:type="character" w:styleId="An"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="An2"><w:basedOn w:val="An"/></w:style>'
    )
    body = paragraph(run("thấy") + run("ẩn", '<w:rStyle w:val="An2"/>'))
    assert body_texts(tmp_path, body, styles=styles) == ["thấy"]


def test_a_deleted_paragraph_mark_joins_paragraphs(tmp_path: Path) -> None:
    body = paragraph(run("Đồng chí "), "<w:rPr><w:del/></w:rPr>") + paragraph("Lan: nhất trí")
    assert body_texts(tmp_path, body) == ["Đồng chí Lan: nhất trí"]


def test_text_before_a_table_stays_before_it(tmp_path: Path) -> None:
    body = paragraph("Bảng", "<w:rPr><w:vanish/></w:rPr>") + table(row("a", "b"))
    assert body_texts(tmp_path, body + paragraph("Sau")) == ["Bảng", "a | b", "Sau"]


def test_letterhead_and_signatures_are_rows(tmp_path: Path) -> None:
    left = cell(paragraph("ĐẢNG BỘ XÃ ĐẠI KHÊ") + paragraph("CHI BỘ THÔN ĐÔNG"))
    signature = row("THƯ KÝ", cell(paragraph("CHỦ TRÌ") + paragraph("Nguyễn Đức Thịnh")))
    body = table(row(left, "ĐẢNG CỘNG SẢN VIỆT NAM"), signature)
    assert body_texts(tmp_path, body) == [
        "ĐẢNG BỘ XÃ ĐẠI KHÊ CHI BỘ THÔN ĐÔNG | ĐẢNG CỘNG SẢN VIỆT NAM",
        "THƯ KÝ | CHỦ TRÌ Nguyễn Đức Thịnh",
    ]


def test_soft_breaks_separate_or_join(tmp_path: Path) -> None:
    broken = (
        "<w:r><w:t>Lan: nhất trí.</w:t><w:br/><w:t>Hùng: bổ sung</w:t><w:cr/><w:t>thêm</w:t></w:r>"
    )
    assert body_texts(tmp_path, paragraph(broken)) == ["Lan: nhất trí.", "Hùng: bổ sung thêm"]


def test_a_row_is_one_paragraph(tmp_path: Path) -> None:
    body = table(row("TT", "Họ tên", "Ý kiến"), row("1", "", "Nhất trí"))
    document = read_bytes(tmp_path, docx(body))
    assert texts(document) == ["TT | Họ tên | Ý kiến", "1 | Nhất trí"]
    assert {paragraph.kind for paragraph in document.paragraphs} == {"table_row"}


def test_merged_cells_are_read_once(tmp_path: Path) -> None:
    body = table(
        row(cell("Nội dung", '<w:gridSpan w:val="2"/>'), "Kết quả"),
        row(cell("Tổ 1", '<w:vMerge w:val="restart"/>'), "Phát cỏ", "xong"),
        row(cell("Tổ 1", "<w:vMerge/>"), "Dọn mương", "chưa"),
        row(cell("", "<w:vMerge/>"), "Đắp bờ", "xong"),
    )
    assert body_texts(tmp_path, body) == [
        "Nội dung | Kết quả",
        "Tổ 1 | Phát cỏ | xong",
        "Dọn mương | chưa",
        "Đắp bờ | xong",
    ]


def test_a_deleted_row_is_left_out(tmp_path: Path) -> None:
    body = table(row("giữ", "lại"), row("bỏ", "đi", properties="<w:del/>"))
    assert body_texts(tmp_path, body) == ["giữ | lại"]


def test_nested_table_and_several_paragraphs_in_a_cell(tmp_path: Path) -> None:
    inner = table(row("x", "y"))
    body = table(row(cell(paragraph("Trên") + paragraph("dưới") + inner), "Phải"))
    assert body_texts(tmp_path, body) == ["Trên dưới x | y | Phải"]


def test_a_row_that_lays_out_the_page_keeps_its_paragraphs(tmp_path: Path) -> None:
    opinions = [f"Đ/c số {number}: " + "đề nghị sửa máy bơm ngay trong tuần này. " * 5
                for number in range(3)]  # fmt: skip
    body = table(row("Thảo luận", cell("".join(paragraph(text) for text in opinions))))
    assert body_texts(tmp_path, body) == ["Thảo luận", *(text.strip() for text in opinions)]


def test_rows_and_cells_inside_content_controls(tmp_path: Path) -> None:
    wrapped = f"<w:sdt><w:sdtPr/><w:sdtContent>{row('a', 'b')}</w:sdtContent></w:sdt>"
    in_row = f"<w:tr><w:sdt><w:sdtContent>{cell('c')}</w:sdtContent></w:sdt>{cell('d')}</w:tr>"
    block = f"<w:sdt><w:sdtContent>{paragraph('e')}</w:sdtContent></w:sdt>"
    assert body_texts(tmp_path, table(wrapped, in_row) + block) == ["a | b", "c | d", "e"]


def test_a_text_box_is_read_once_after_its_paragraph(tmp_path: Path) -> None:
    inside = f"<w:txbxContent>{paragraph('Trong khung')}</w:txbxContent>"
    drawing = f"<w:drawing><wps:txbx>{inside}</wps:txbx></w:drawing>"
    picture = f"<w:pict><v:textbox>{inside}</v:textbox></w:pict>"
    both = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{drawing}</mc:Choice>'
        f"<mc:Fallback>{picture}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    document = read_bytes(tmp_path, docx(paragraph(run("Trước ") + both + run("sau"))))
    assert [(part.text, part.kind) for part in document.paragraphs] == [
        ("Trước sau", "body"),
        ("Trong khung", "text_box"),
    ]


def test_the_fallback_is_read_when_the_choice_has_no_words(tmp_path: Path) -> None:
    fallback = f"<mc:Fallback>{run('chữ')}</mc:Fallback>"
    body = paragraph(
        "<w:r><mc:AlternateContent><mc:Choice Requires='x'><w:drawing/></mc:Choice>"
        f"{fallback}</mc:AlternateContent></w:r>"
    )
    assert body_texts(tmp_path, body) == ["chữ"]


def test_notes_stand_in_parentheses_at_their_reference_once(tmp_path: Path) -> None:
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    footnotes = (
        f'<w:footnote w:type="separator" w:id="0">{paragraph("---")}</w:footnote>'
        f'<w:footnote w:id="2">{paragraph("Quyết định số 5")}</w:footnote>'
    )
    body = paragraph(run("Theo quy định") + reference + run(", chi bộ giao")) + paragraph(
        run("Lần hai") + reference
    )
    assert body_texts(tmp_path, body, footnotes=footnotes) == [
        "Theo quy định (Quyết định số 5), chi bộ giao",
        "Lần hai",
    ]


def test_headers_and_footers_are_apart(tmp_path: Path) -> None:
    data = docx(paragraph("Thân"), header=paragraph("Đầu trang"), footer=paragraph("Chân trang"))
    document = read_bytes(tmp_path, data)
    assert texts(document) == ["Thân"]
    assert (document.headers, document.footers) == (("Đầu trang",), ("Chân trang",))


def test_comments_are_no_body(tmp_path: Path) -> None:
    comments = f'<w:comment w:id="0">{paragraph("Xem lại")}</w:comment>'
    assert body_texts(tmp_path, paragraph("Thân"), comments=comments) == ["Thân"]


def test_strict_files_are_read(tmp_path: Path) -> None:
    document = read_bytes(tmp_path, docx(paragraph("Chặt chẽ"), strict=True))
    assert texts(document) == ["Chặt chẽ"]


def test_flat_packages_are_read(tmp_path: Path) -> None:
    files = package_files(paragraph("Phẳng"), footer=paragraph("Chân"))
    parts = "".join(
        f'<pkg:part pkg:name="/{name}"><pkg:xmlData>{_without_declaration(str(content))}'
        "</pkg:xmlData></pkg:part>"
        for name, content in files.items()
    )
    space = "http://schemas.microsoft.com/office/2006/xmlPackage"
    flat = f'<?xml version="1.0"?><pkg:package xmlns:pkg="{space}">{parts}</pkg:package>'
    document = read_bytes(tmp_path, flat.encode(), "x.xml")
    assert texts(document) == ["Phẳng"]
    assert document.footers == ("Chân",)
    assert document.source.reader == "docx"


def _without_declaration(xml: str) -> str:
    return xml.partition("?>")[2] if xml.startswith("<?xml") else xml


def test_the_body_is_found_where_the_relations_say(tmp_path: Path) -> None:
    files = {
        "_rels/.rels": relations_xml({"officeDocument": "/other/main.xml"}),
        "other/main.xml": part_xml("document", f"<w:body>{paragraph('Chỗ khác')}</w:body>"),
    }
    assert texts(read_bytes(tmp_path, zipped(dict(files)))) == ["Chỗ khác"]


def test_an_embedded_document_is_refused_not_passed_over(tmp_path: Path) -> None:
    body = paragraph("Chỉ một phần") + '<w:altChunk r:id="a"/>'
    with pytest.raises(UnreadableInputError, match="nhúng"):
        body_texts(tmp_path, body)


def test_pages_are_counted_by_recorded_breaks(tmp_path: Path) -> None:
    rendered = "<w:r><w:lastRenderedPageBreak/><w:t>{}</w:t></w:r>"
    body = (
        paragraph("một")
        + paragraph(rendered.format("hai"))
        + paragraph(run("hai nữa") + '<w:r><w:br w:type="page"/></w:r>')
        + paragraph(rendered.format("ba"))
        + paragraph("bốn", "<w:pageBreakBefore/>")
    )
    document = read_bytes(tmp_path, docx(body))
    assert [(part.text, part.page) for part in document.paragraphs] == [
        ("một", 1),
        ("hai", 2),
        ("hai nữa", 2),
        ("ba", 3),
        ("bốn", 4),
    ]
    assert document.source.pages == 4


def test_pages_are_unknown_without_any_break(tmp_path: Path) -> None:
    document = read_bytes(tmp_path, docx(paragraph("một")))
    assert document.source.pages is None
    assert document.paragraphs[0].page is None


def test_text_in_a_tcvn3_font_becomes_unicode(tmp_path: Path) -> None:
    font = '<w:rFonts w:ascii=".VnTime"/>'
    capitals = '<w:rFonts w:ascii=".VnTimeH"/>'
    body = paragraph(run("§¶ng bé x· §¹i Hång", font)) + paragraph(
        run("biªn b¶n", capitals)
    ) + paragraph(run("đã gõ Unicode", font))  # fmt: skip
    assert body_texts(tmp_path, body) == ["Đảng bộ xã Đại Hồng", "BIÊN BẢN", "đã gõ Unicode"]


def test_many_paragraphs_are_allowed(tmp_path: Path) -> None:
    body = "".join(paragraph(f"Đoạn {number}") for number in range(10_000))
    assert len(body_texts(tmp_path, body)) == 10_000
