"""Pages are really read: upright, turned, dirty; and their words keep their places."""

import io
from pathlib import Path
from random import Random

import numpy as np
import pytest
from PIL import Image

from minutes_nlp.errors import MissingProgramError
from minutes_nlp.learning.scans.degrading import Condition, degraded
from minutes_nlp.learning.scans.measuring import character_error_rate, page_text
from minutes_nlp.readers.base import read_document
from minutes_nlp.readers.intake import RawFile
from minutes_nlp.readers.limits import Limits
from minutes_nlp.readers.sandbox.progress import listening
from minutes_nlp.readers.scan import tesseract
from minutes_nlp.readers.scan.reader import ImageReader
from tests.readers.scanned import PARAGRAPHS, page

DIRTY = Condition("dirty", 200, skew=2.5, blur=0.6, speckle=0.0005, noise=12, quality=40)


def test_a_dirty_page_upside_down_is_read_into_its_paragraphs(tmp_path: Path) -> None:
    image = degraded(Image.fromarray(page(dpi=200)), DIRTY, Random(1)).rotate(180)
    image.save(tmp_path / "quét.jpg", quality=60)
    document = read_document(tmp_path / "quét.jpg")
    (read,) = document.pages
    assert character_error_rate(" ".join(PARAGRAPHS), page_text(read)) < 0.02
    assert len(document.paragraphs) == len(PARAGRAPHS)
    assert document.source.recognised
    assert document.source.pages == 1
    assert read.turned == 180
    assert read.confidence is not None
    assert read.confidence > 0.85
    assert read.ink_covered is not None
    assert read.ink_covered > 0.95
    for word in read.words:
        assert document.paragraphs[word.paragraph].text[word.start : word.end] == word.text
        assert 0 <= word.left < word.right <= 1
        assert 0 <= word.top < word.bottom <= 1
    first, last = read.words[0], read.words[-1]
    assert first.bottom < 0.2 < last.top


def test_a_folder_of_pages_is_one_document_in_page_order(tmp_path: Path) -> None:
    folder = tmp_path / "biên bản"
    folder.mkdir()
    for number, text in ((10, "2. Trang cuối cùng của biên bản."), (2, "1. Trang đầu tiên.")):
        Image.fromarray(page([text])[:300]).save(folder / f"trang {number}.png")
    (folder / "ghi chú.txt").write_text("không phải ảnh")
    seen: list[int | None] = []
    document = read_document(folder)
    assert [p.text for p in document.paragraphs] == [
        "1. Trang đầu tiên.",
        "2. Trang cuối cùng của biên bản.",
    ]
    assert [p.page for p in document.paragraphs] == [1, 2]
    assert document.source.name == "biên bản"
    files = [RawFile(f.name, f.read_bytes()) for f in sorted(folder.glob("*.png"))]
    with listening(lambda stage: seen.append(stage.page)):
        again = ImageReader().read_several("x", files, Limits())
    assert seen == [1, 2]
    assert again.paragraphs[0].text == "2. Trang cuối cùng của biên bản."


def test_a_tiff_of_many_pages(tmp_path: Path) -> None:
    frames = [
        Image.fromarray(page([f"{word}."])[:300]) for word in ("1. Trang đầu", "2. Trang sau")
    ]
    path = tmp_path / "quét"
    frames[0].save(path, "TIFF", save_all=True, append_images=frames[1:])
    document = read_document([path])
    assert [(p.text, p.page) for p in document.paragraphs] == [
        ("1. Trang đầu.", 1),
        ("2. Trang sau.", 2),
    ]


def test_a_page_without_print_has_nothing_to_read() -> None:
    buffer = io.BytesIO()
    Image.fromarray(np.full((600, 400), 250, np.uint8)).save(buffer, "PNG")
    document = ImageReader().read(RawFile("trắng.png", buffer.getvalue()), Limits())
    assert not document.paragraphs


def test_without_the_vietnamese_model_the_package_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tesseract, "_folders", lambda: iter([tmp_path]))
    with pytest.raises(MissingProgramError) as caught:
        tesseract.model_folder()
    for language in ("vi", "en"):
        assert "tesseract-ocr-vie" in caught.value.message(language)
    (tmp_path / "vie.traineddata").write_bytes(b"model")
    assert tesseract.model_folder() == tmp_path
