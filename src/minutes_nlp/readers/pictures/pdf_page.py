"""Draw one page of a PDF upright."""

from __future__ import annotations

import ctypes
from math import cos, radians, sin

import numpy as np
import pypdfium2.raw as pdfium
from numpy.typing import NDArray

from minutes_nlp.readers import refusals
from minutes_nlp.readers.limits import Limits
from minutes_nlp.readers.pdf.file import PdfPage, open_pdf
from minutes_nlp.readers.pictures.encoding import Pixels
from minutes_nlp.readers.pictures.picture import PageView

Matrix = NDArray[np.float64]
"""Three rows and columns: from places (x, y, 1) to places, y downward."""


def draw_pdf_page(data: bytes, view: PageView, limits: Limits) -> Pixels:
    """Return the page in colours, drawn at its size: nothing is blurred by turning it.

    Raises:
        UnreadableInputError: the file cannot be opened, or has no such page.
    """
    with open_pdf(data, limits) as file:
        if not 1 <= view.page <= file.count:
            raise refusals.no_such_page(view.page, file.count)
        with file.page(view.page - 1) as page:
            return _drawn(page, view)


def _drawn(page: PdfPage, view: PageView) -> Pixels:
    left, bottom, right, top = page.box
    width, height = right - left, top - bottom
    if page.rotation in {90, 270}:
        width, height = height, width
    columns, rows = view.size(width, height, enlarged=True)
    pixels = np.full((rows, columns, 3), 255, np.uint8)
    place = pixels.ctypes.data_as(ctypes.c_void_p)
    bitmap = pdfium.FPDFBitmap_CreateEx(columns, rows, pdfium.FPDFBitmap_BGR, place, 3 * columns)
    if not bitmap:
        raise refusals.damaged_pdf()
    # pdfium draws a page of whole points, whatever its size.
    matrix = upright_matrix((max(1, int(width)), max(1, int(height))), (columns, rows), view)
    (a, c, e), (b, d, f) = matrix[:2].tolist()
    try:
        flags = pdfium.FPDF_ANNOT | pdfium.FPDF_REVERSE_BYTE_ORDER
        pdfium.FPDF_RenderPageBitmapWithMatrix(
            bitmap,
            page.handle,
            pdfium.FS_MATRIX(a, b, c, d, e, f),
            pdfium.FS_RECTF(0, 0, columns, rows),
            flags,
        )
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
    return pixels


def upright_matrix(stored: tuple[int, int], drawn: tuple[int, int], view: PageView) -> Matrix:
    """Return where the places of the page as stored are on its upright picture.

    Args:
        stored: width and height before the page is turned.
        drawn: width and height of the picture.
        view: how the page is turned.
    """
    width, height = drawn
    quarter = radians(view.turned)
    sideways = view.turned in (90, 270)
    across, down = (height, width) if sideways else (width, height)
    scaled = np.diag([across / stored[0], down / stored[1], 1.0])
    return (
        _moved(width / 2, height / 2)
        @ _turned(quarter - radians(view.skew))
        @ _moved(-across / 2, -down / 2)
        @ scaled
    )


def _moved(x: float, y: float) -> Matrix:
    return np.array([[1.0, 0.0, x], [0.0, 1.0, y], [0.0, 0.0, 1.0]])


def _turned(angle: float) -> Matrix:
    """Return a turn about the origin, clockwise as it is seen."""
    return np.array([[cos(angle), -sin(angle), 0.0], [sin(angle), cos(angle), 0.0], [0, 0, 1.0]])
