"""PDF files with a text layer: words, paragraphs, tables, what is left out."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minutes_nlp.model.document import Document
from minutes_nlp.readers.intake import RawFile
from minutes_nlp.readers.letters.conversion import convert
from minutes_nlp.readers.limits import Limits
from minutes_nlp.readers.pdf.reader import PdfReader
from tests.readers.pdf_builder import Pdf, byte_text, line, paragraph, text, width_of

FIXTURES = Path(__file__).parent / "fixtures"
PARAGRAPHS = [
    "Đồng chí Bí thư kết luận: giao đồng chí Sơn rà soát danh sách hộ nghèo, báo cáo chi ủy trước "
    "ngày 20 tháng 7 để kịp trình đại hội, đồng thời lo kinh phí và mời khách các nơi kết nghĩa.",
    "Hội nghị kết thúc lúc 16 giờ.",
    "Biên bản được đọc lại cho cả chi bộ nghe, mọi người nhất trí, không ai sửa thêm điều gì nữa.",
]


def never(*_: object) -> None:
    raise AssertionError("a typed page is not recognised")


def read(pdf: Pdf | bytes) -> Document:
    data = pdf if isinstance(pdf, bytes) else pdf.build()
    return PdfReader(never).read(RawFile("bien-ban.pdf", data), Limits())  # type: ignore[arg-type]


def texts(pdf: Pdf | bytes) -> list[str]:
    return [paragraph.text for paragraph in read(pdf).paragraphs]


def typed(paragraphs: Sequence[str], top: float = 760) -> list[str]:
    content: list[str] = []
    for words in paragraphs:
        lines, top = paragraph(words, top)
        content += lines
    return content


def page_of(*content: str, entries: str = "") -> Pdf:
    pdf = Pdf()
    pdf.page(*content, entries=entries)
    return pdf


def test_wrapped_lines_become_paragraphs() -> None:
    document = read(page_of(*typed(PARAGRAPHS)))
    assert [p.text for p in document.paragraphs] == PARAGRAPHS
    assert (document.source.media_type, document.source.pages) == ("application/pdf", 1)
    assert not document.source.recognised
    assert document.source.quality is None


def test_every_word_has_its_place_on_the_page() -> None:
    document = read(page_of(*typed(PARAGRAPHS)))
    (page,) = document.pages
    assert (page.number, page.width, page.height, page.recognised) == (1, 595, 842, False)
    for word in page.words:
        assert document.paragraphs[word.paragraph].text[word.start : word.end] == word.text
        assert 0 <= word.left < word.right <= 1
        assert 0 <= word.top < word.bottom <= 1
        assert word.confidence is None
    assert [word.text for word in page.words] == " ".join(PARAGRAPHS).split()
    first = page.words[0]
    assert first.left == pytest.approx((85 + 36) / 595, abs=0.002)
    assert first.top < 1 - 760 / 842 < first.bottom


@given(st.permutations(range(6)))
@settings(max_examples=15, deadline=None)
def test_the_order_of_drawing_does_not_matter(order: list[int]) -> None:
    content = typed(PARAGRAPHS)
    assert len(content) == 6
    assert texts(page_of(*(content[index] for index in order))) == PARAGRAPHS


WORDS = ["đồng", "chí", "Nguyễn", "Văn", "Ổn", "nghị", "quyết", "12-NQ/TW,", "(vắng", "01)"]


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=8))
@settings(max_examples=25, deadline=None)
def test_words_set_one_by_one_keep_their_borders(words: list[str]) -> None:
    content, x = [], 85.0
    for word in words:
        content.append(text(word, x, 700))
        x += width_of(word + " ")
    assert texts(page_of(*content)) == [" ".join(words)]


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
@pytest.mark.parametrize(
    ("matrix", "places"),
    [
        ("1 0 0 1", [(85, 700), (85, 680)]),
        ("0 1 -1 0", [(200, 85), (220, 85)]),
        ("-1 0 0 -1", [(500, 200), (500, 220)]),
        ("0 -1 1 0", [(300, 700), (280, 700)]),
    ],
)
def test_pages_are_read_upright_however_they_are_turned(
    rotate: int, matrix: str, places: list[tuple[float, float]]
) -> None:
    content = [
        text(words, x, y, turned=matrix)
        for words, (x, y) in zip(("Chi bộ thôn", "Bàn về việc"), places, strict=True)
    ]
    document = read(page_of(*content, entries=f"/Rotate {rotate}"))
    assert " ".join(p.text for p in document.paragraphs) == "Chi bộ thôn Bàn về việc"
    (page,) = document.pages
    level = matrix in {"1 0 0 1", "-1 0 0 -1"}
    assert (page.width, page.height) == ((595, 842) if level else (842, 595))
    turns = ["1 0 0 1", "0 1 -1 0", "-1 0 0 -1", "0 -1 1 0"]
    assert page.turned == (90 * turns.index(matrix) - rotate) % 360
    assert page.words[0].top < page.words[-1].top


def test_what_is_not_seen_is_not_read() -> None:
    pdf = page_of(
        text("Trong khung", 100, 700),
        text("ngoài", 900, 700),
        text("cắt", 5, 600),
        text("chữ ẩn", 100, 500, mode=3),
        entries="/CropBox[50 50 500 800]",
    )
    assert texts(pdf) == ["Trong khung"]


def test_letters_drawn_twice_to_look_bold_count_once() -> None:
    whole = page_of(text("BIEN BAN", 85, 700), text("BIEN BAN", 85.4, 700))
    letters = [
        text(char, 85 + width_of("x") * index + moved, 700)
        for index, char in enumerate("HOI NGHI")
        for moved in (0, 0.4)
        if char != " "
    ]
    assert texts(whole) == ["BIEN BAN"]
    assert texts(page_of(*letters)) == ["HOI NGHI"]


def test_ligatures_and_odd_spaces_are_plain() -> None:
    assert texts(page_of(text("\ufb01nance\u00a0chi bộ\u2003xã", 85, 700))) == ["finance chi bộ xã"]


@pytest.mark.parametrize(
    ("end", "start", "whole"),
    [
        ("automa\u00ad", "tion plan", "automation plan"),
        ("số 12-", "NQ/TW của", "số 12-NQ/TW của"),
        ("giá rơ-", "moóc cũ", "giá rơ-moóc cũ"),
        ("manage-", "ment plan", "management plan"),
        ("tháng này -", "việc khác", "tháng này - việc khác"),
    ],
)
def test_words_broken_at_the_end_of_a_line_are_whole(end: str, start: str, whole: str) -> None:
    room = "Chi bộ họp bàn việc làng và việc nước cho thật là đông đủ"
    pdf = page_of(text(f"{room} {end}", 85, 700), text(start, 85, 682))
    assert texts(pdf) == [f"{room} {whole}"]


def test_numbers_of_notes_stand_apart_and_notes_at_their_reference() -> None:
    pdf = page_of(
        text("Hội nghị", 85, 700),
        text("1", 85 + width_of("Hội nghị"), 705, 8),
        text("bàn việc mới, ruộng 5 m", 85 + width_of("Hội nghị  "), 700),
        text("2", 85 + width_of("Hội nghị  bàn việc mới, ruộng 5 m"), 705, 8),
        text("1", 85, 90, 9),
        text("Theo giấy mời số 5.", 95, 90, 9),
    )
    assert texts(pdf) == ["Hội nghị (Theo giấy mời số 5.) bàn việc mới, ruộng 5 m2"]


def test_values_of_form_fields_are_read() -> None:
    pdf = Pdf()
    look = pdf.stream(
        text("Nguyễn Văn An", 2, 4, 12).encode(),
        b"/Type/XObject/Subtype/Form/BBox[0 0 200 20]/Resources<</Font<</Times %d 0 R>>>>"
        % pdf.font(),
    )
    start = b"<</Type/Annot/Subtype/Widget/FT/Tx/F 4"
    drawn = pdf.add(start + b"/T(a)/V(x)/Rect[150 690 350 710]/AP<</N %d 0 R>>>>" % look)
    bare = pdf.add(start + b"/T(b)/V(Tran Binh)/DA(/Helv 12 Tf)/Rect[150 640 350 660]>>")
    hidden = pdf.add(b"<</Type/Annot/Subtype/Widget/FT/Tx/F 2/T(c)/V(no)/Rect[150 600 350 620]>>")
    pdf.page(
        text("Chủ trì:", 85, 695),
        text("Thư ký:", 85, 645),
        entries=f"/Annots[{drawn} 0 R {bare} 0 R {hidden} 0 R]",
    )
    pdf.catalogue = b"/AcroForm<</Fields[%d 0 R %d 0 R %d 0 R]>>" % (drawn, bare, hidden)
    assert texts(pdf) == ["Chủ trì: Nguyễn Văn An", "Thư ký: Tran Binh"]


def test_comments_and_embedded_files_are_not_read() -> None:
    pdf = Pdf()
    note = pdf.add(b"<</Type/Annot/Subtype/Text/Contents(secret)/Rect[150 690 350 710]>>")
    file = pdf.stream(b"secret", b"/Type/EmbeddedFile")
    pdf.page(text("Chi bộ họp", 85, 695), entries=f"/Annots[{note} 0 R]")
    pdf.catalogue = (
        b"/Names<</EmbeddedFiles<</Names[(a.txt)<</Type/Filespec/F(a.txt)/EF<</F %d 0 R>>>>]>>>>"
        b"/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>" % file
    )
    assert texts(pdf) == ["Chi bộ họp"]


def test_fonts_of_tcvn3_show_their_letters() -> None:
    codes = {convert(chr(code), "tcvn3").text: code for code in range(0xA1, 0xFF)}

    def encoded(words: str) -> bytes:
        return bytes(codes.get(char, ord(char) & 0xFF) for char in words)

    pdf = Pdf()
    pdf.byte_font("ABCDEF+.VnTime")
    lines = ["đồng chí bí thư kết luận, lưu tư liệu Mác-xít", "hội nghị nhất trí với nghị quyết"]
    pdf.page(*(byte_text(encoded(words), 85, 700 - 18 * row, "ABCDEF+.VnTime")
               for row, words in enumerate(lines)))  # fmt: skip
    assert " ".join(texts(pdf)) == " ".join(lines)


def test_syllables_set_in_two_pieces_are_joined() -> None:
    document = read(page_of(text("CHI BỘ ĐIỀ U HÀNH VIỆ C LÀNG", 85, 700)))
    assert [p.text for p in document.paragraphs] == ["CHI BỘ ĐIỀU HÀNH VIỆC LÀNG"]
    assert [word.text for word in document.pages[0].words][2:4] == ["ĐIỀU", "HÀNH"]


def table_cells(rows: Sequence[Sequence[str]], lefts: Sequence[float], top: float) -> list[str]:
    return [
        text(cell, left + 4, top - 25 * number)
        for number, row in enumerate(rows)
        for left, cell in zip(lefts, row, strict=True)
        if cell
    ]


ROWS = [("TT", "Nội dung", "Người"), ("1", "Rà soát danh sách", "Sơn"), ("2", "", "14")]


def test_rows_of_ruled_tables_are_paragraphs() -> None:
    lefts = (85, 130, 350)
    rules = [line(85, y, 500, y) for y in (722, 697, 672, 647)]
    rules += [line(x, 722, x, 647) for x in (*lefts, 500)]
    cells = table_cells(ROWS, lefts, 703)
    pdf = page_of(text("Bảng", 85, 750), *cells, *rules, text("Sau bảng", 85, 600))
    document = read(pdf)
    assert [(p.text, p.kind) for p in document.paragraphs] == [
        ("Bảng", "body"),
        ("TT | Nội dung | Người", "table_row"),
        ("1 | Rà soát danh sách | Sơn", "table_row"),
        ("2 | 14", "table_row"),
        ("Sau bảng", "body"),
    ]


def test_lines_of_a_ruled_cell_stay_together() -> None:
    rules = [line(85, y, 500, y) for y in (722, 660, 620)]
    rules += [line(x, 722, x, 620) for x in (85, 300, 500)]
    cells = [
        text("Rà soát danh sách", 89, 705),
        text("hộ nghèo", 89, 687),
        text("đồng chí Sơn", 304, 705),
        text("Lo kinh phí", 89, 640),
        text("đồng chí Hòa", 304, 640),
    ]
    assert texts(page_of(*cells, *rules)) == [
        "Rà soát danh sách hộ nghèo | đồng chí Sơn",
        "Lo kinh phí | đồng chí Hòa",
    ]


def test_a_frame_around_the_text_is_no_table() -> None:
    frame = ["60 40 480 780 re S"]
    assert texts(page_of(*frame, *typed(PARAGRAPHS))) == PARAGRAPHS


def test_columns_without_rules_are_rows() -> None:
    signatures = [
        text("NGƯỜI GHI", 120, 300),
        text("CHỦ TRÌ", 400, 300),
        text("Lê Văn Ân", 120, 230),
        text("Trần Bình", 400, 230),
    ]
    assert texts(page_of(*typed(PARAGRAPHS), *signatures)) == [
        *PARAGRAPHS,
        "NGƯỜI GHI | CHỦ TRÌ",
        "Lê Văn Ân | Trần Bình",
    ]


def test_a_letterhead_with_lines_of_its_own_keeps_its_rows() -> None:
    head = [
        text("ĐẢNG BỘ XÃ AN", 90, 790),
        text("ĐẢNG CỘNG SẢN VIỆT NAM", 330, 790),
        text("CHI BỘ THÔN BA", 90, 772),
        text("An, ngày 5 tháng 3 năm 2026", 330, 772),
    ]
    assert texts(page_of(*head, *typed(PARAGRAPHS, 700)))[:3] == [
        "ĐẢNG BỘ XÃ AN | ĐẢNG CỘNG SẢN VIỆT NAM",
        "CHI BỘ THÔN BA | An, ngày 5 tháng 3 năm 2026",
        PARAGRAPHS[0],
    ]


def test_a_letterhead_with_broken_names_is_read_column_by_column() -> None:
    head = [
        text("ĐẢNG BỘ XÃ TÂN AN", 90, 790),
        text("ĐẢNG CỘNG SẢN VIỆT NAM", 330, 790),
        text("CHI BỘ TRƯỜNG TIỂU", 90, 772),
        text("An, ngày 5 tháng 3 năm 2026", 330, 772),
        text("HỌC PHÚ LỢI", 110, 754),
    ]
    assert texts(page_of(*head, *typed(PARAGRAPHS, 700)))[:2] == [
        "ĐẢNG BỘ XÃ TÂN AN CHI BỘ TRƯỜNG TIỂU HỌC PHÚ LỢI | "
        "ĐẢNG CỘNG SẢN VIỆT NAM An, ngày 5 tháng 3 năm 2026",
        PARAGRAPHS[0],
    ]


@pytest.mark.parametrize("number", ["{}", "- {} -", "Trang {}", "Trang {}/3", "{} / 3"])
@pytest.mark.parametrize("y", [812, 30])
def test_page_numbers_are_no_text(number: str, y: float) -> None:
    pdf = Pdf()
    for page in (1, 2, 3):
        pdf.page(*typed(PARAGRAPHS[page - 1 :]), text(number.format(page), 290, y))
    document = read(pdf)
    assert [p.text for p in document.paragraphs] == PARAGRAPHS + PARAGRAPHS[1:] + PARAGRAPHS[2:]
    furniture = document.headers if y == 812 else document.footers
    assert furniture == tuple(number.format(page) for page in (1, 2, 3))
    assert [p.page for p in document.paragraphs] == [1, 1, 1, 2, 2, 3]


def test_running_headers_and_watermarks_are_kept_apart() -> None:
    pdf = Pdf()
    for start in (0, 1):
        pdf.page(
            text("Chi bộ thôn Ba", 85, 812, 10),
            *typed(PARAGRAPHS[start:]),
            text("BẢN SAO", 200, 300, 60, turned="0.7 0.7 -0.7 0.7"),
        )
    document = read(pdf)
    assert [p.text for p in document.paragraphs] == PARAGRAPHS + PARAGRAPHS[1:]
    assert document.headers == ("Chi bộ thôn Ba", "BẢN SAO")


def test_a_number_that_is_no_page_number_stays() -> None:
    pdf = Pdf()
    pdf.page(*typed(PARAGRAPHS), text("2/9", 85, 60))
    pdf.page(text("17", 85, 790), *typed(PARAGRAPHS[1:]))
    assert [t for t in texts(pdf) if t in {"2/9", "17"}] == ["2/9", "17"]


def test_a_paragraph_goes_on_over_the_page() -> None:
    broken = typed(PARAGRAPHS[:1])
    pdf = Pdf()
    pdf.page(*typed(PARAGRAPHS[2:], 790), broken[0])
    pdf.page(*broken[1:], *typed(PARAGRAPHS[1:2], 700))
    document = read(pdf)
    assert [p.text for p in document.paragraphs] == [PARAGRAPHS[2], PARAGRAPHS[0], PARAGRAPHS[1]]
    assert [p.page for p in document.paragraphs] == [1, 1, 2]
    assert {word.paragraph for word in document.pages[1].words} == {1, 2}


def test_text_in_another_language_is_typed_text() -> None:
    english = "The meeting was opened by the secretary and all of the members were present today."
    assert texts(page_of(text(english, 60, 700, 10))) == [english]


@pytest.mark.parametrize("name", ["libreoffice", "chromium"])
def test_printed_minutes_are_read_as_they_were_typed(name: str) -> None:
    document = read((FIXTURES / f"{name}.pdf").read_bytes())
    expected = (FIXTURES / "printed.txt").read_text(encoding="utf-8").splitlines()
    assert [paragraph.text for paragraph in document.paragraphs] == expected
    assert document.footers == ("1", "2")
