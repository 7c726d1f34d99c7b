"""What is drawn on a page beside its text: pictures, and straight lines level or upright."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice, pairwise
from typing import Any, Final

import pypdfium2.raw as pdfium

from minutes_nlp.readers import refusals
from minutes_nlp.readers.limits import Limits
from minutes_nlp.readers.pdf import calls
from minutes_nlp.readers.pdf.file import PdfPage
from minutes_nlp.readers.pdf.upright import Rectangle, Upright

_OBJECTS: Final = 30_000
_SEGMENTS: Final = 400
_DEPTH: Final = 6
_STRAIGHT: Final = 1.0
"""Points by which a level or upright line may lean."""
_SHORTEST: Final = 5.0

Matrix = tuple[float, float, float, float, float, float]
_UNMOVED: Final[Matrix] = (1, 0, 0, 1, 0, 0)


@dataclass(frozen=True, slots=True)
class Picture:
    """An image at its ``place``.

    ``text_before`` is the share (0..1) of the page's text objects that are drawn before it, and
    so under it, ``see_through`` whether it is transparent.
    """

    place: Rectangle
    text_before: float
    see_through: bool


@dataclass(slots=True)
class Drawings:
    """Drawings on the upright page, in points.

    ``level`` lines are (y, left, right), ``plumb`` ones (x, top, bottom).  ``shapes`` counts
    all paths, lines or not.
    """

    pictures: list[Picture] = field(default_factory=list)
    level: list[tuple[float, float, float]] = field(default_factory=list)
    plumb: list[tuple[float, float, float]] = field(default_factory=list)
    shapes: int = 0


def read_drawings(page: PdfPage, upright: Upright, limits: Limits) -> Drawings:
    """Return what is drawn on ``page``; of absurdly many objects only the first are seen.

    Raises:
        UnreadableInputError: a picture has more pixels than allowed.
    """
    found = Drawings()
    texts = 0
    pictures: list[tuple[Any, Matrix, int]] = []
    for kind, handle, matrix in islice(_objects_of(page), _OBJECTS):
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            texts += 1
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            _check_pixels(handle, limits)
            pictures.append((handle, matrix, texts))
        elif kind == pdfium.FPDF_PAGEOBJ_PATH:
            found.shapes += 1
            _add_lines(handle, matrix, upright, found)
    found.pictures += [
        Picture(
            _place(handle, matrix, upright),
            before / max(1, texts),
            bool(pdfium.FPDFPageObj_HasTransparency(handle)),
        )
        for handle, matrix, before in pictures
    ]
    return found


def _objects_of(page: PdfPage) -> Iterator[tuple[int, Any, Matrix]]:
    """Yield the kind, the handle and the matrix of all objects, texts without a handle."""
    address = calls.address_of(page.handle)
    for index in range(calls.object_count(address)):
        place = calls.object_at(address, index)
        kind = calls.kind_of(place) if place else pdfium.FPDF_PAGEOBJ_UNKNOWN
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            yield kind, None, _UNMOVED
        elif place:
            handle = ctypes.cast(place, pdfium.FPDF_PAGEOBJECT)
            yield from _with_inner(handle, kind, _UNMOVED, 0)


def _with_inner(
    handle: Any, kind: int, matrix: Matrix, depth: int
) -> Iterator[tuple[int, Any, Matrix]]:
    if kind != pdfium.FPDF_PAGEOBJ_FORM:
        yield kind, handle, matrix
    elif depth < _DEPTH:
        moved = _times(_matrix(handle), matrix)
        for index in range(pdfium.FPDFFormObj_CountObjects(handle)):
            if inner := pdfium.FPDFFormObj_GetObject(handle, index):
                kind = pdfium.FPDFPageObj_GetType(inner)
                yield from _with_inner(inner, kind, moved, depth + 1)


def _check_pixels(handle: Any, limits: Limits) -> None:
    width, height = ctypes.c_uint(), ctypes.c_uint()
    pdfium.FPDFImageObj_GetImagePixelSize(handle, ctypes.byref(width), ctypes.byref(height))
    if width.value * height.value > limits.pixels:
        raise refusals.too_many_pixels(limits.pixels)


def _matrix(handle: Any) -> Matrix:
    m = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(handle, ctypes.byref(m)):
        return _UNMOVED
    return m.a, m.b, m.c, m.d, m.e, m.f


def _times(inner: Matrix, outer: Matrix) -> Matrix:
    a, b, c, d, e, f = inner
    x, y = _moved(e, f, outer)
    return (
        a * outer[0] + b * outer[2], a * outer[1] + b * outer[3],
        c * outer[0] + d * outer[2], c * outer[1] + d * outer[3], x, y,
    )  # fmt: skip


def _moved(x: float, y: float, by: Matrix) -> tuple[float, float]:
    return x * by[0] + y * by[2] + by[4], x * by[1] + y * by[3] + by[5]


def _place(handle: Any, matrix: Matrix, upright: Upright) -> Rectangle:
    # An image is drawn into the unit square that its matrix moves.
    whole = _times(_matrix(handle), matrix)
    corners = [upright.point(*_moved(x, y, whole)) for x in (0, 1) for y in (0, 1)]
    xs, ys = zip(*corners, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _add_lines(handle: Any, matrix: Matrix, upright: Upright, found: Drawings) -> None:
    count = pdfium.FPDFPath_CountSegments(handle)
    if not 1 < count <= _SEGMENTS:
        return
    whole = _times(_matrix(handle), matrix)
    for points in _strokes(handle, count):
        seen = [upright.point(*_moved(x, y, whole)) for x, y in points]
        for (x0, y0), (x1, y1) in pairwise(seen):
            if abs(y0 - y1) <= _STRAIGHT and abs(x0 - x1) >= _SHORTEST:
                found.level.append(((y0 + y1) / 2, min(x0, x1), max(x0, x1)))
            elif abs(x0 - x1) <= _STRAIGHT and abs(y0 - y1) >= _SHORTEST:
                found.plumb.append(((x0 + x1) / 2, min(y0, y1), max(y0, y1)))


def _strokes(handle: Any, count: int) -> Iterator[list[tuple[float, float]]]:
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[tuple[float, float]] = []
    for index in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(handle, index)
        pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_BEZIERTO:
            return  # a curved shape is no line of a table
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            yield points
            points = []
        points.append((x.value, y.value))
        if pdfium.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    yield points
