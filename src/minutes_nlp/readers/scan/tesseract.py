"""Tesseract in this process: its library from tesserocr, its Vietnamese model from the system."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from minutes_nlp.errors import MissingProgramError
from minutes_nlp.model.language import Text
from minutes_nlp.readers.line_boxes import Box

GreyImage = NDArray[np.uint8]
"""Rows of grey values, 0 black to 255 white."""

LANGUAGE: Final = "vie"
_MODEL: Final = f"{LANGUAGE}.traineddata"


class Tesseract:
    """A recogniser that is started once; not for use from several threads."""

    def __init__(self) -> None:
        library = _library()
        self._library = library
        self._api: Any = library.PyTessBaseAPI(
            path=str(model_folder()) + os.sep, lang=LANGUAGE, oem=library.OEM.LSTM_ONLY
        )

    def read(self, image: GreyImage, dpi: int, page: int = 1) -> list[list[Box]]:
        """Return the words of each line of print, from left to right.

        Args:
            image: an upright page.
            dpi: its resolution as far as known; it only decides what is too small to be a letter.
            page: the number that the boxes get.
        """
        height, width = image.shape
        pixels = np.ascontiguousarray(image)
        self._api.SetImageBytes(pixels.tobytes(), width, height, 1, width)
        self._api.SetSourceResolution(dpi)
        if not self._api.Recognize():
            return []
        lines = list(self._lines(page))
        self._api.Clear()
        return lines

    def _lines(self, page: int) -> Iterator[list[Box]]:
        line_level, word_level = self._library.RIL.TEXTLINE, self._library.RIL.WORD
        words: list[Box] = []
        iterator = self._api.GetIterator()
        if iterator is None:
            return
        for word in self._library.iterate_level(iterator, word_level):
            if words and word.IsAtBeginningOf(line_level):
                yield words
                words = []
            box = _word(word, word_level, page)
            if box is not None:
                words.append(box)
        if words:
            yield words


def _word(word: Any, level: Any, page: int) -> Box | None:
    place = word.BoundingBox(level)
    if place is None or word.Empty(level):
        return None
    text = word.GetUTF8Text(level).strip()
    if not text:
        return None
    left, top, right, bottom = map(float, place)
    return Box(
        text, left, top, right, bottom, page, confidence=round(word.Confidence(level) / 100, 4)
    )


@lru_cache(maxsize=1)
def engine() -> Tesseract:
    """Return the recogniser of this process, started at the first call.

    Raises:
        MissingProgramError: the library or its Vietnamese model is not installed.
    """
    return Tesseract()


@lru_cache(maxsize=1)
def _library() -> Any:
    # Several threads of one page get in each other's way: they cost five times the time.
    os.environ["OMP_THREAD_LIMIT"] = "1"
    try:
        import tesserocr
    except ImportError as error:
        raise missing_extra() from error
    return tesserocr


def missing_extra() -> MissingProgramError:
    """Return the error for a Python package of the extra ``ocr`` that is not installed."""
    return MissingProgramError(
        Text(
            "Đọc ảnh và bản quét cần phần thêm ocr; hãy chạy: pip install 'minutes-nlp[ocr]' "
            "(và cài tesseract-ocr-vie).",
            "Reading pictures and scans needs the extra ocr; run: pip install 'minutes-nlp[ocr]' "
            "(and install tesseract-ocr-vie).",
        )
    )


def model_folder() -> Path:
    """Return the folder that holds Tesseract's Vietnamese model.

    Raises:
        MissingProgramError: there is none in ``TESSDATA_PREFIX`` nor where systems put it.
    """
    for folder in _folders():
        if (folder / _MODEL).is_file():
            return folder
    raise MissingProgramError(
        Text(
            "Thiếu dữ liệu tiếng Việt của Tesseract; Debian, Ubuntu: apt-get install "
            "tesseract-ocr-vie; Windows: cài Tesseract (bản UB Mannheim, chọn thêm Vietnamese) "
            f"hoặc đặt TESSDATA_PREFIX tới thư mục có {_MODEL}.",
            "Tesseract's Vietnamese model is missing; Debian, Ubuntu: apt-get install "
            "tesseract-ocr-vie; Windows: install Tesseract (the build of UB Mannheim, with "
            f"Vietnamese) or set TESSDATA_PREFIX to the folder that holds {_MODEL}.",
        )
    )


def _folders() -> Iterator[Path]:
    named = os.environ.get("TESSDATA_PREFIX")
    if named:
        yield Path(named)
        yield Path(named) / "tessdata"
    if sys.platform == "win32":
        for variable in ("PROGRAMFILES", "PROGRAMW6432", "LOCALAPPDATA", "PROGRAMFILES(X86)"):
            root = os.environ.get(variable)
            if root:
                yield Path(root) / "Tesseract-OCR" / "tessdata"
                yield Path(root) / "Programs" / "Tesseract-OCR" / "tessdata"
        return
    for share in ("/usr/share", "/usr/local/share", "/opt/homebrew/share"):
        yield from sorted(Path(share).glob("tesseract-ocr/*/tessdata"), reverse=True)
        yield Path(share) / "tessdata"
        yield Path(share) / "tesseract-ocr" / "tessdata"
