"""Which pages of a PDF are read by their text, and which are recognised."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from minutes_nlp.errors import MissingProgramError
from minutes_nlp.model.document import Document, Page
from minutes_nlp.model.language import Text
from minutes_nlp.readers.intake import RawFile
from minutes_nlp.readers.limits import Limits
from minutes_nlp.readers.line_boxes import Box
from minutes_nlp.readers.pdf.reader import PdfReader
from minutes_nlp.readers.scan.page_image import PageImage
from minutes_nlp.readers.scan.recognition import ReadPage
from tests.readers.pdf_builder import A4, Pdf, paragraph, shown, text

SENTENCE = (
    "Đồng chí Bí thư kết luận, giao đồng chí Sơn rà soát danh sách hộ khó và báo cáo chi "
    "ủy trước ngày 20 tháng 7, giao đồng chí Hòa lo kinh phí, mời các đơn vị kết nghĩa về dự đại "
    "hội; mọi người nhất trí, không ai nói khác, biên bản được đọc lại cho mọi người cùng nghe, "
    "sửa một chỗ về số hộ."
)
RECOGNISED = "Chữ máy đọc được"


@dataclass
class FakeRecogniser:
    """Gives every page the same two words; remembers the pictures it was handed."""

    images: dict[int, PageImage] = field(default_factory=dict)

    def __call__(self, image: PageImage, number: int) -> ReadPage:
        self.images[number] = image
        height, width = image.pixels.shape
        words, x = [], 200.0
        for word in RECOGNISED.split():
            words.append(Box(word, x, 300, x + 90, 340, number, confidence=0.9))
            x += 110
        page = Page(number, width, height, recognised=True, confidence=0.9)
        return ReadPage(page, (tuple(words),))


def not_installed(_: PageImage, __: int) -> ReadPage:
    raise MissingProgramError(Text("thiếu ocr", "no ocr"))


def lines_of(words: str, mode: int = 0, font: str = "Times") -> list[str]:
    return [
        code.replace(" 0 Tr ", f" {mode} Tr ").replace("/Times", f"/{font}")
        for code in paragraph(words, 760)[0]
    ]


def whole_page(pdf: Pdf) -> tuple[int, str]:
    picture = pdf.picture()
    return picture, shown(picture, 0, 0, *A4)


def read(pdf: Pdf, recogniser: FakeRecogniser) -> Document:
    return PdfReader(recogniser).read(RawFile("a.pdf", pdf.build()), Limits())


def test_a_scanned_page_is_recognised() -> None:
    pdf, recogniser = Pdf(), FakeRecogniser()
    picture, drawn = whole_page(pdf)
    pdf.page(drawn, pictures=[picture])
    document = read(pdf, recogniser)
    assert [p.text for p in document.paragraphs] == [RECOGNISED]
    assert document.source.recognised
    (page,) = document.pages
    assert page.recognised
    assert [word.text for word in page.words] == RECOGNISED.split()
    image = recogniser.images[1]
    assert image.dpi == 300
    assert image.pixels.shape == (3508, 2479)
    assert image.pixels.min() < 64 < 192 < image.pixels.max()


def test_the_hidden_layer_of_a_scanner_is_not_trusted() -> None:
    pdf, recogniser = Pdf(), FakeRecogniser()
    picture, drawn = whole_page(pdf)
    pdf.page(drawn, *lines_of(SENTENCE, mode=3), pictures=[picture])
    assert [p.text for p in read(pdf, recogniser).paragraphs] == [RECOGNISED]


def test_text_under_a_picture_of_the_page_is_not_trusted() -> None:
    pdf, recogniser = Pdf(), FakeRecogniser()
    picture, drawn = whole_page(pdf)
    pdf.page(*lines_of(SENTENCE), drawn, pictures=[picture])
    assert [p.text for p in read(pdf, recogniser).paragraphs] == [RECOGNISED]


def test_typed_text_on_a_picture_as_background_is_typed() -> None:
    pdf, recogniser = Pdf(), FakeRecogniser()
    picture, drawn = whole_page(pdf)
    pdf.page(drawn, *lines_of(SENTENCE), pictures=[picture])
    assert [p.text for p in read(pdf, recogniser).paragraphs] == [SENTENCE]


def test_a_scan_with_a_typed_stamp_is_recognised() -> None:
    pdf, recogniser = Pdf(), FakeRecogniser()
    picture, drawn = whole_page(pdf)
    pdf.page(drawn, text("Đã ký số ngày 5 tháng 3", 300, 60, 9), pictures=[picture])
    assert [p.text for p in read(pdf, recogniser).paragraphs] == [RECOGNISED]


def test_a_small_picture_on_a_typed_page_is_no_scan() -> None:
    pdf, recogniser = Pdf(), FakeRecogniser()
    picture = pdf.picture()
    pdf.page(*lines_of(SENTENCE), shown(picture, 350, 100, 150, 150), pictures=[picture])
    assert [p.text for p in read(pdf, recogniser).paragraphs] == [SENTENCE]


def test_letters_turned_into_outlines_are_recognised() -> None:
    pdf, recogniser = Pdf(), FakeRecogniser()
    pdf.page(*(f"{80 + 3 * n % 400} {700 - n % 60} 2 3 re f" for n in range(400)))
    assert [p.text for p in read(pdf, recogniser).paragraphs] == [RECOGNISED]


@pytest.mark.parametrize("shift", [1, 5, 29])
def test_wrong_letters_are_recognised(shift: int) -> None:
    spoiled = "".join(chr(ord(char) + shift) if char != " " else " " for char in SENTENCE)
    pdf, recogniser = Pdf(), FakeRecogniser()
    pdf.page(*lines_of(spoiled))
    assert [p.text for p in read(pdf, recogniser).paragraphs] == [RECOGNISED]


@pytest.mark.parametrize(
    "words",
    [
        SENTENCE,
        "Dong chi Bi thu ket luan hoi nghi va giao dong chi Son ra soat danh sach ho ngheo",
        "The meeting was opened by the secretary and everybody agreed that the plan was good",
        "Bảng 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20",
    ],
)
def test_text_that_can_be_read_is_typed(words: str) -> None:
    pdf, recogniser = Pdf(), FakeRecogniser()
    pdf.page(*lines_of(words))
    assert [p.text for p in read(pdf, recogniser).paragraphs] == [words]
    assert not recogniser.images


def test_typed_and_scanned_pages_make_one_document() -> None:
    pdf, recogniser = Pdf(), FakeRecogniser()
    picture, drawn = whole_page(pdf)
    pdf.page(*lines_of(SENTENCE))
    pdf.page(drawn, pictures=[picture])
    pdf.page()
    pdf.page(*lines_of("Phụ lục kèm theo biên bản."))
    document = read(pdf, recogniser)
    assert [(p.text, p.page) for p in document.paragraphs] == [
        (SENTENCE, 1),
        (RECOGNISED, 2),
        ("Phụ lục kèm theo biên bản.", 4),
    ]
    assert [page.number for page in document.pages] == [1, 2, 3, 4]
    assert [page.recognised for page in document.pages] == [False, True, False, False]
    assert document.source.recognised
    assert list(recogniser.images) == [2]
    for page in document.pages:
        for word in page.words:
            whole = document.paragraphs[word.paragraph]
            assert (whole.text[word.start : word.end], whole.page) == (word.text, page.number)


def test_a_turned_scan_is_drawn_as_viewers_show_it() -> None:
    pdf, recogniser = Pdf(), FakeRecogniser()
    picture, drawn = whole_page(pdf)
    pdf.page(drawn, pictures=[picture], entries="/Rotate 90")
    read(pdf, recogniser)
    assert recogniser.images[1].pixels.shape == (2479, 3508)


def test_a_large_page_is_drawn_with_fewer_dots() -> None:
    pdf, recogniser = Pdf(), FakeRecogniser()
    picture = pdf.picture()
    pdf.page(shown(picture, 0, 0, 2384, 3370), size=(2384, 3370), pictures=[picture])  # A0
    read(pdf, recogniser)
    image = recogniser.images[1]
    assert image.dpi is not None
    assert 100 <= image.dpi < 300
    assert image.pixels.size <= Limits().pixels


def test_without_recognition_a_scan_names_what_is_missing() -> None:
    pdf = Pdf()
    picture, drawn = whole_page(pdf)
    pdf.page(drawn, pictures=[picture])
    with pytest.raises(MissingProgramError):
        PdfReader(not_installed).read(RawFile("a.pdf", pdf.build()), Limits())


def test_without_recognition_a_hidden_layer_is_read_and_not_relied_on() -> None:
    pdf = Pdf()
    picture, drawn = whole_page(pdf)
    pdf.page(*lines_of("Trang gõ máy của chi bộ."))
    pdf.page(drawn, *lines_of(SENTENCE, mode=3), pictures=[picture])
    document = PdfReader(not_installed).read(RawFile("a.pdf", pdf.build()), Limits())
    assert [p.text for p in document.paragraphs] == ["Trang gõ máy của chi bộ.", SENTENCE]
    assert [page.recognised for page in document.pages] == [False, True]
    assert [page.quality for page in document.pages] == [None, 0.0]
    assert document.source.recognised
