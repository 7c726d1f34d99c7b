"""Values of form fields that a file holds without saying how they look."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import pypdfium2.raw as pdfium

from minutes_nlp.readers.cleaning import clean

_MOST: Final = 1_000
_LONGEST: Final = 10_000
_UNSEEN: Final = pdfium.FPDF_ANNOT_FLAG_HIDDEN | pdfium.FPDF_ANNOT_FLAG_NOVIEW


@dataclass(frozen=True, slots=True)
class Field:
    """A value and the box it is set into: left, bottom, right, top in points of the page."""

    text: str
    box: tuple[float, float, float, float]


def read_fields(page: Any) -> list[Field]:
    """Return the values of text fields that have no appearance.

    Args:
        page: pdfium's handle of a page as stored.
    """
    fields: list[Field] = []
    for index in range(min(pdfium.FPDFPage_GetAnnotCount(page), _MOST)):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        try:
            fields += _fields(annotation)
        finally:
            pdfium.FPDFPage_CloseAnnot(annotation)
    return fields


def _fields(annotation: Any) -> Iterator[Field]:
    if pdfium.FPDFAnnot_GetSubtype(annotation) != pdfium.FPDF_ANNOT_WIDGET:
        return
    if pdfium.FPDFAnnot_GetFlags(annotation) & _UNSEEN or _has_look(annotation):
        return
    box = pdfium.FS_RECTF()
    text = clean(_value(annotation))
    if text and pdfium.FPDFAnnot_GetRect(annotation, ctypes.byref(box)):
        yield Field(text, (box.left, box.bottom, box.right, box.top))


def _has_look(annotation: Any) -> bool:
    return bool(
        pdfium.FPDFAnnot_GetAP(annotation, pdfium.FPDF_ANNOT_APPEARANCEMODE_NORMAL, None, 0) > 2
    )


def _value(annotation: Any) -> str:
    """Return the text value; names, as of tick boxes, are none."""
    if pdfium.FPDFAnnot_GetValueType(annotation, b"V") != pdfium.FPDF_OBJECT_STRING:
        return ""
    length = pdfium.FPDFAnnot_GetStringValue(annotation, b"V", None, 0)
    if not 2 < length <= _LONGEST:
        return ""
    buffer = (ctypes.c_ushort * (length // 2 + 1))()
    pdfium.FPDFAnnot_GetStringValue(annotation, b"V", buffer, length)
    return bytes(buffer).decode("utf-16-le", "ignore").rstrip("\0")
