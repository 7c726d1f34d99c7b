"""PDF files that are damaged, locked or hostile: a clear refusal, at once."""

import contextlib
import resource
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minutes_nlp.errors import MinutesNlpError, UnreadableInputError
from minutes_nlp.model.document import Document
from minutes_nlp.readers.intake import RawFile
from minutes_nlp.readers.limits import Limits
from minutes_nlp.readers.pdf.reader import PdfReader
from minutes_nlp.readers.scan.recognition import ReadPage
from tests.readers.pdf_builder import Pdf, assembled, shown, text

FIXTURES = Path(__file__).parent / "fixtures"


class NotRecognisedError(Exception):
    """A page was handed to recognition."""


def unread(*_: object) -> ReadPage:
    raise NotRecognisedError


def read(data: bytes) -> Document:
    return PdfReader(unread).read(RawFile("a.pdf", data), Limits())


def small() -> Pdf:
    pdf = Pdf()
    pdf.page(text("Chi bộ họp", 85, 700))
    return pdf


def tree(*objects: bytes) -> bytes:
    return assembled([b"<</Type/Catalog/Pages 2 0 R>>", *objects])


def many_pages() -> bytes:
    pdf = Pdf()
    for _ in range(2000):
        pdf.page(text("a", 85, 700))
    return pdf.build()


def huge_page() -> bytes:
    pdf = Pdf()
    pdf.page(text("Chi bộ", 85, 700), size=(400_000, 400_000))
    return pdf.build()


def huge_picture() -> bytes:
    pdf = Pdf()
    picture = pdf.picture(40_000, 40_000, b"\0" * 1000)
    pdf.page(shown(picture, 0, 0, 595, 842), pictures=[picture])
    return pdf.build()


def operator_bomb() -> bytes:
    pdf = Pdf()
    content = pdf.stream(b"q " * 50_000_000, packed=True)
    pdf.pages.append(pdf.add(b"<</Type/Page/Parent 2 0 R/Contents %d 0 R>>" % content))
    return pdf.build()


def twice_packed() -> bytes:
    pdf = Pdf()
    content = pdf.stream(b"q ", b"/Filter[/FlateDecode /FlateDecode]")
    pdf.pages.append(pdf.add(b"<</Type/Page/Parent 2 0 R/Contents %d 0 R>>" % content))
    return pdf.build()


def xfa() -> bytes:
    pdf = small()
    form = pdf.stream(b"<xdp:xdp xmlns:xdp='http://ns.adobe.com/xdp/'><template/></xdp:xdp>")
    pdf.catalogue = b"/NeedsRendering true/AcroForm<</Fields[]/XFA %d 0 R>>" % form
    return pdf.build()


def locked() -> bytes:
    pdf = small()
    pdf.build()
    entries = b"/Encrypt<</Filter/Standard/V 1/R 2/O(%s)/U(%s)/P -44>>/ID[(a)(a)]" % (
        b"o" * 32,
        b"u" * 32,
    )
    return assembled(pdf.objects, entries)


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: small().build()[:400], "hỏng"),
        (lambda: b"%PDF-1.7\n" + bytes(range(256)) * 100, "hỏng"),
        (lambda: b"%PDF-1.4", "hỏng"),
        (lambda: tree(b"<</Type/Pages/Count 0/Kids[]>>"), "hỏng"),
        (lambda: tree(b"<</Type/Pages/Count 5/Kids[2 0 R 2 0 R]>>"), "hỏng"),
        (lambda: tree(b"<</Type/Pages/Count 100000000/Kids[]>>"), "hỏng"),
        (lambda: tree(b"<</Type/Pages/Count -3/Kids[]>>"), "hỏng"),
        (many_pages, "300 trang"),
        (huge_page, "khổ vô lý"),
        (huge_picture, "điểm ảnh"),
        (operator_bomb, "không an toàn"),
        (twice_packed, "không an toàn"),
        (xfa, "XFA"),
        (locked, "mật khẩu"),
        (lambda: Pdf(pages=[]).build(), "hỏng"),
    ],
)
def test_a_clear_refusal(make: Callable[[], bytes], words: str) -> None:
    data = make()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    started = time.process_time()
    with pytest.raises(UnreadableInputError, match=words) as caught:
        read(data)
    assert time.process_time() - started < 5
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 300_000
    assert caught.value.message("en").isascii() or "“" in caught.value.message("en")


def test_only_a_password_to_open_locks_a_file() -> None:
    document = read((FIXTURES / "printing-forbidden.pdf").read_bytes())
    assert [p.text for p in document.paragraphs] == ["Chi bo hop ban viec lang"]
    with pytest.raises(UnreadableInputError, match="mật khẩu"):
        read((FIXTURES / "password.pdf").read_bytes())


def test_an_empty_page_is_no_minutes() -> None:
    pdf = Pdf()
    pdf.page()
    with pytest.raises(UnreadableInputError, match="không có chữ"):
        read(pdf.build())


def test_other_bytes_may_stand_before_the_header() -> None:
    document = read(b"HTTP/1.1 200 OK\r\n\r\n" + small().build())
    assert [p.text for p in document.paragraphs] == ["Chi bộ họp"]


def test_a_form_that_loops_is_read_once() -> None:
    pdf = Pdf()
    loop = len(pdf.objects) + 1
    pdf.stream(
        b"/F Do",
        b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F %d 0 R>>>>" % loop,
    )
    pdf.page(text("Chi bộ họp", 85, 700), f"/P{loop} Do", pictures=[loop])
    assert [p.text for p in read(pdf.build()).paragraphs] == ["Chi bộ họp"]


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_damage_is_read_or_refused(data: st.DataObject) -> None:
    spoiled = bytearray(small().build())
    for _ in range(data.draw(st.integers(1, 20))):
        place = data.draw(st.integers(0, len(spoiled) - 1))
        spoiled[place] = data.draw(st.integers(0, 255))
    if data.draw(st.booleans()):
        del spoiled[data.draw(st.integers(0, len(spoiled) - 1)) :]
    with contextlib.suppress(MinutesNlpError, NotRecognisedError):
        assert read(bytes(spoiled)).paragraphs
