"""Pictures of pages: the boxes of a report lie on the words, and nothing but a picture comes."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from numpy.typing import NDArray
from PIL import Image

from minutes_nlp.errors import (
    LimitExceededError,
    MinutesNlpError,
    ReaderCrashError,
    UnreadableInputError,
)
from minutes_nlp.model.document import Document, Page
from minutes_nlp.readers.base import read_document
from minutes_nlp.readers.limits import Limits
from minutes_nlp.readers.page_pictures import PagePicture, page_picture
from minutes_nlp.readers.pictures.picture import PageView
from minutes_nlp.readers.sandbox.reading import Sandbox

from .hostile_files import SECRET, files_of_pages
from .sample_files import samples
from .scanned import PARAGRAPHS, page

FIXTURES = Path(__file__).parent / "fixtures"
GENEROUS = Limits(reading_seconds=60)
ON_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="limits as Linux holds them")


def grey(picture: PagePicture) -> NDArray[np.uint8]:
    image = Image.open(io.BytesIO(picture.data))
    assert image.size == (picture.width, picture.height)
    assert image.get_format_mimetype() == picture.media_type
    return np.asarray(image.convert("L"))


def ink(picture: PagePicture) -> NDArray[np.bool_]:
    return grey(picture) < 128


def places(picture: PagePicture, read: Page) -> list[tuple[slice, slice]]:
    """Return the pixels of each word: rows and columns."""
    across, down = picture.width, picture.height
    return [
        (
            slice(round(word.top * down), round(word.bottom * down) + 1),
            slice(round(word.left * across), round(word.right * across) + 1),
        )
        for word in read.words
    ]


def covered(picture: PagePicture, read: Page) -> float:
    """Return the share of the page's ink that lies in the boxes of its words."""
    dark = ink(picture)
    inside = np.zeros_like(dark)
    for place in places(picture, read):
        inside[place] = True
    return float((dark & inside).sum() / dark.sum())


TYPED, SCANNED = 0.85, 0.97
"""Least share of ink in the boxes of words; typed pages have running headers and rules too."""


def assert_boxes_on_words(path: Path, document: Document, least: float) -> None:
    assert document.pages
    for read in document.pages:
        picture = page_picture(
            path, read.number, turned=read.turned, skew=read.skew, limits=GENEROUS
        )
        dark = ink(picture)
        words = [place for place in places(picture, read) if place[1].stop - place[1].start > 12]
        assert len(words) > 20
        assert all(dark[place].mean() > 0.03 for place in words)
        # The left margin beside a word is white.
        margin = min(columns.start for _, columns in words)
        assert not any(dark[rows, margin // 4 : margin // 2].any() for rows, _ in words)
        assert covered(picture, read) > least
        assert len(picture.data) <= 400_000


def saved(image: Image.Image, path: Path, **options: object) -> Path:
    image.save(path, **options)
    return path


def scan(texts: Sequence[str] = PARAGRAPHS, *, skew: float = 0.0, turned: int = 0) -> Image.Image:
    """Return a page that must be turned by so much to be upright."""
    askew = Image.fromarray(page(texts, 150)).rotate(-skew, Image.Resampling.BICUBIC, fillcolor=255)
    return askew.rotate(turned, expand=True)


def rotated_pdf(tmp_path: Path, degrees: int) -> Path:
    """Return a PDF that viewers show on its side, and not from its corner."""
    document = pypdfium2.PdfDocument(FIXTURES / "chromium.pdf")
    for one in document:
        one.set_rotation(degrees)
        left, bottom, right, top = one.get_mediabox()
        one.set_cropbox(left + 20.3, bottom + 11.7, right - 5, top - 9.2)
    path = tmp_path / f"xoay-{degrees}.pdf"
    document.save(path)
    return path


@pytest.mark.parametrize("name", ["chromium.pdf", "libreoffice.pdf"])
def test_boxes_lie_on_typed_words(name: str) -> None:
    assert_boxes_on_words(FIXTURES / name, read_document(FIXTURES / name), TYPED)


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_boxes_lie_on_words_of_turned_pages(tmp_path: Path, degrees: int) -> None:
    path = rotated_pdf(tmp_path, degrees)
    document = read_document(path)
    assert {read.turned for read in document.pages} == {360 - degrees}
    assert_boxes_on_words(path, document, TYPED)
    assert covered(page_picture(path, 1, turned=(540 - degrees) % 360), document.pages[0]) < 0.5


def write_jpeg(folder: Path) -> Path:
    return saved(scan(skew=2.0, turned=90), folder / "a.jpg", quality=90, dpi=(150, 150))


def write_upside_down(folder: Path) -> Path:
    return saved(scan(skew=-1.3, turned=180), folder / "a.png")


def write_by_a_phone(folder: Path) -> Path:
    exif = Image.Exif()
    exif[0x0112] = 6
    return saved(scan(skew=1.0).rotate(90, expand=True), folder / "a.webp", exif=exif)


def write_scanned_pdf(folder: Path) -> Path:
    image = scan(skew=1.7, turned=90).convert("RGB")
    return saved(image, folder / "a.pdf", resolution=150)


def write_tiff(folder: Path) -> Path:
    more = scan(PARAGRAPHS[::-1], skew=1.5, turned=180)
    return saved(scan(), folder / "a.tif", save_all=True, append_images=[more])


def write_folder(folder: Path) -> Path:
    (folder / "trang").mkdir()
    saved(Image.new("L", (400, 600), 255), folder / "trang" / "trang 2.png")
    saved(scan(skew=-1.0), folder / "trang" / "trang 10.png")
    return folder / "trang"


SCANS = [write_jpeg, write_upside_down, write_by_a_phone, write_scanned_pdf, write_tiff]


@pytest.mark.parametrize("write", SCANS)
def test_boxes_lie_on_recognised_words(tmp_path: Path, write: Callable[[Path], Path]) -> None:
    path = write(tmp_path)
    document = read_document(path)
    last = document.pages[-1]
    assert last.turned or last.skew
    assert_boxes_on_words(path, document, SCANNED)
    # Only as it was read: neither turned otherwise nor askew do the boxes fit.
    for turned, skew in (((last.turned + 180) % 360, last.skew), (last.turned, -last.skew)):
        other = page_picture(path, last.number, turned=turned, skew=skew, limits=GENEROUS)
        assert covered(other, last) < 0.9


def test_pages_of_several_files_are_counted_through(tmp_path: Path) -> None:
    folder = write_folder(tmp_path)
    assert not ink(page_picture(folder, 1)).any()
    last = page_picture(folder, 2)
    assert ink(last).any()
    tiff = write_tiff(tmp_path)
    files = [folder / "trang 2.png", tiff, folder / "trang 10.png"]
    assert page_picture(files, 4) == last
    assert page_picture(files, 3) == page_picture(tiff, 2)
    with pytest.raises(UnreadableInputError, match="chỉ có 4 trang"):
        page_picture(files, 5)


@pytest.mark.parametrize("number", [-1, 0, 3])
def test_a_page_out_of_range_is_refused(tmp_path: Path, number: int) -> None:
    for path in (FIXTURES / "chromium.pdf", write_tiff(tmp_path)):
        count = len(pypdfium2.PdfDocument(path)) if path.suffix == ".pdf" else 2
        wrong = number if number < 1 else count + 1
        with pytest.raises(UnreadableInputError, match=f"chỉ có {count} trang"):
            page_picture(path, wrong)


def refusal(path: Path, limits: Limits) -> MinutesNlpError | None:
    """Return why no page is drawn; what is drawn is a picture that opens."""
    try:
        picture = page_picture(path, 1, limits=limits)
    except MinutesNlpError as error:
        return error
    assert grey(picture).size
    return None


def test_typed_files_have_no_pages(tmp_path: Path) -> None:
    seen = set()
    for suffix, data in samples():
        path = tmp_path / f"bien-ban.{suffix}"
        path.write_bytes(data)
        error = refusal(path, GENEROUS)
        if error is not None:
            assert "không có ảnh trang" in error.message("vi")
            seen.add(suffix)
    assert seen == {"docx", "odt", "fodt", "rtf", "doc", "txt"}


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "CMYK", "I;16"])
def test_colours_and_paper_are_kept(tmp_path: Path, mode: str) -> None:
    """Left half red or dark, right half white or nothing at all."""
    whole = Image.new("RGBA", (600, 800), (0, 0, 0, 0))
    whole.paste((200, 0, 0, 255), (0, 0, 300, 800))
    if mode in ("LA", "RGBA"):
        image = whole.convert(mode)
    else:
        plain = Image.new("RGB", whole.size, "white")
        plain.paste(whole, mask=whole)
        image = plain.convert("L").convert("I;16") if mode == "I;16" else plain.convert(mode)
    path = saved(image, tmp_path / ("a.tif" if mode == "CMYK" else "a.png"))
    picture = page_picture(path, 1, width=300)
    assert (picture.width, picture.height) == (300, 400)
    shown = Image.open(io.BytesIO(picture.data)).convert("RGB")
    red, green, blue = shown.getpixel((75, 200))
    assert shown.getpixel((225, 200)) >= (250, 250, 250)
    assert max(green, blue) < 90
    assert (red - green > 100) == (mode in ("P", "RGB", "RGBA", "CMYK"))


def test_colours_of_a_pdf_are_kept(tmp_path: Path) -> None:
    path = saved(Image.new("RGB", (600, 800), (0, 0, 200)), tmp_path / "a.pdf", resolution=72)
    shown = Image.open(io.BytesIO(page_picture(path, 1, width=300).data))
    red, green, blue = shown.getpixel((100, 100))
    assert blue > 150 > 90 > max(red, green)


def test_a_grainy_page_stays_small(tmp_path: Path) -> None:
    grain = np.random.default_rng(1).integers(120, 255, (2339, 1654, 3), dtype=np.uint8)
    path = saved(Image.fromarray(grain), tmp_path / "a.png")
    assert len(page_picture(path, 1, limits=GENEROUS).data) < 400_000


@pytest.mark.parametrize(
    ("turned", "skew", "width"),
    [(45, 0, 1400), (360, 0, 1400), (0, float("nan"), 1400), (0, 60, 1400), (0, 0, 30_000)],
)
def test_no_other_view(turned: int, skew: float, width: int) -> None:
    with pytest.raises(ValueError, match=r"page|picture"):
        page_picture(FIXTURES / "chromium.pdf", 1, turned=turned, skew=skew, width=width)


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    box = Sandbox("tests.readers.hostile:read", "tests.readers.hostile:draw")
    yield box
    box.close()


def draw(folder: Path, word: str, sandbox: Sandbox, limits: Limits = GENEROUS) -> PagePicture:
    path = folder / "a.txt"
    path.write_text(word)
    with sandbox.start_drawing(path, PageView(1), limits) as drawing:
        return drawing.result()


@ON_LINUX
@pytest.mark.parametrize("word", ["good", "send_picture"])
def test_a_picture_is_taken(tmp_path: Path, sandbox: Sandbox, word: str) -> None:
    assert grey(draw(tmp_path, word, sandbox)).tolist() == [[0]]


@ON_LINUX
@pytest.mark.parametrize(
    "word",
    [
        "send_document",
        "send_web_page",
        "send_drawing",
        "send_other_size",
        "send_more_behind",
        "send_letters",
        "send_nonsense",
        "name_other_classes",
    ],
)
def test_what_is_no_picture_is_refused(tmp_path: Path, sandbox: Sandbox, word: str) -> None:
    with pytest.raises(ReaderCrashError, match="answer"):
        draw(tmp_path, word, sandbox)


@ON_LINUX
def test_a_picture_is_no_document(tmp_path: Path, sandbox: Sandbox) -> None:
    path = tmp_path / "a.txt"
    path.write_text("send_picture")
    with (
        sandbox.start(path, GENEROUS) as reading,
        pytest.raises(ReaderCrashError, match="answer"),
    ):
        reading.result()


@ON_LINUX
@pytest.mark.parametrize(
    ("word", "limits", "setting"),
    [
        ("loop", Limits(reading_seconds=0.3), "reading_seconds"),
        ("eat_memory", Limits(reading_seconds=60, memory_bytes=200 << 20), "memory_bytes"),
        ("send_many_bytes", GENEROUS, "result_bytes"),
        ("segfault", GENEROUS, "SIGSEGV"),
    ],
)
def test_limits_hold_for_drawing(
    tmp_path: Path, sandbox: Sandbox, word: str, limits: Limits, setting: str
) -> None:
    with pytest.raises((LimitExceededError, ReaderCrashError), match=setting):
        draw(tmp_path, word, sandbox, limits)


def test_without_fork_a_page_is_drawn_too() -> None:
    box = Sandbox(forks=False)
    with box.start_drawing(FIXTURES / "chromium.pdf", PageView(1), GENEROUS) as drawing:
        assert ink(drawing.result()).any()


def test_hostile_files_are_refused_or_harmless(tmp_path: Path) -> None:
    secret = tmp_path / "bi-mat.txt"
    secret.write_text(SECRET, encoding="utf-8")
    refused = 0
    for file in files_of_pages(secret):
        path = tmp_path / file.name
        path.write_bytes(file.data)
        error = refusal(path, Limits())
        if error is not None:
            assert error.message("vi")
            assert SECRET not in error.message("vi") + error.message("en")
            refused += 1
    assert refused > 12
