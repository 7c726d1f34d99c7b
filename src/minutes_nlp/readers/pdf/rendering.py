"""Draw a page of a PDF as a grey picture, for recognition."""

from __future__ import annotations

import ctypes
from typing import Final

import numpy as np
import pypdfium2.raw as pdfium

from minutes_nlp.readers import refusals
from minutes_nlp.readers.limits import Limits
from minutes_nlp.readers.pdf.file import PdfPage
from minutes_nlp.readers.scan.page_image import PageImage

_DPI: Final = 300
_LOWEST_DPI: Final = 100
_POINTS: Final = 72


def draw_page(page: PdfPage, limits: Limits) -> PageImage:
    """Return ``page`` at 300 dpi, less where it would have too many pixels, with its stamps.

    Raises:
        UnreadableInputError: even at 100 dpi the page has more pixels than allowed.
    """
    left, bottom, right, top = page.box
    width, height = right - left, top - bottom
    if page.rotation in {90, 270}:
        width, height = height, width
    fits = (limits.pixels / (width * height)) ** 0.5 * _POINTS
    dpi = int(min(_DPI, fits))
    if dpi < _LOWEST_DPI:
        raise refusals.too_many_pixels(limits.pixels)
    columns, rows = (max(1, int(side * dpi / _POINTS)) for side in (width, height))
    pixels = np.full((rows, columns), 255, np.uint8)
    bitmap = pdfium.FPDFBitmap_CreateEx(
        columns, rows, pdfium.FPDFBitmap_Gray, pixels.ctypes.data_as(ctypes.c_void_p), columns
    )
    if not bitmap:
        raise refusals.damaged_pdf()
    try:
        flags = pdfium.FPDF_ANNOT | pdfium.FPDF_GRAYSCALE
        pdfium.FPDF_RenderPageBitmap(bitmap, page.handle, 0, 0, columns, rows, 0, flags)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
    return PageImage(pixels, dpi)
