"""OpenCV, loaded when the first page is read: it is in the extra ``ocr``."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from minutes_nlp.readers.scan.tesseract import missing_extra


@lru_cache(maxsize=1)
def opencv() -> Any:
    """Return the module ``cv2``, held to one thread.

    Raises:
        MissingProgramError: it is not installed.
    """
    try:
        import cv2
    except ImportError as error:
        raise missing_extra() from error
    cv2.setNumThreads(1)
    return cv2
