"""PDF files as pdfium opens them: one at a time, every handle closed, refusals in plain words.

Nothing in a PDF is run or unpacked beyond its pages: the library is built without JavaScript and
XFA, and embedded files are not looked at.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from threading import RLock
from typing import Any, Final

import pypdfium2.raw as pdfium

from minutes_nlp.readers import refusals
from minutes_nlp.readers.limits import Limits
from minutes_nlp.readers.pdf.fields import Field, read_fields
from minutes_nlp.readers.pdf.streams import check_streams

_LOCK: Final = RLock()
"""pdfium keeps state of its own for all documents: one thread at a time."""
_PASSWORD: Final = 4
_UNKNOWN_SECURITY: Final = 5
_LONGEST_SIDE: Final = 14_400
"""Points; what PDF programs allow (200 inches)."""


@contextmanager
def open_pdf(data: bytes, limits: Limits) -> Iterator[PdfFile]:
    """Open the PDF in ``data``, in which a header may stand behind other bytes.

    Raises:
        UnreadableInputError: damaged, locked by a password, a form of XFA, without pages or with
            too many.
    """
    check_streams(data, limits)
    with _LOCK:
        document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
        if not document:
            raise _refusal(pdfium.FPDF_GetLastError())
        try:
            count = pdfium.FPDF_GetPageCount(document)
            if count > limits.pages:
                raise refusals.too_many_pages(limits.pages)
            if count < 1:
                raise refusals.damaged_pdf()
            if pdfium.FPDF_GetFormType(document) == pdfium.FORMTYPE_XFA_FULL:
                raise refusals.xfa_form()
            yield PdfFile(document, count)
        finally:
            pdfium.FPDF_CloseDocument(document)


def _refusal(error: int) -> Exception:
    if error in {_PASSWORD, _UNKNOWN_SECURITY}:
        return refusals.encrypted_pdf()
    return refusals.damaged_pdf()


class PdfFile:
    """An open PDF of ``count`` pages."""

    def __init__(self, document: Any, count: int) -> None:
        self._document = document
        self.count = count

    @contextmanager
    def page(self, index: int) -> Iterator[PdfPage]:
        """Open page ``index`` (from 0).

        Raises:
            UnreadableInputError: the page is damaged or absurdly large.
        """
        handle = pdfium.FPDF_LoadPage(self._document, index)
        if not handle:
            raise refusals.damaged_pdf()
        try:
            fields = read_fields(handle)
            if _has_widgets(handle):
                # What fields and stamps show becomes part of the page; the file stays as it is.
                pdfium.FPDFPage_Flatten(handle, pdfium.FLAT_NORMALDISPLAY)
                pdfium.FPDF_ClosePage(handle)
                handle = pdfium.FPDF_LoadPage(self._document, index)
                if not handle:
                    raise refusals.damaged_pdf()
            yield PdfPage(handle, fields)
        finally:
            if handle:
                pdfium.FPDF_ClosePage(handle)


class PdfPage:
    """An open page; ``box`` is what is seen of it: left, bottom, right, top in points.

    ``fields`` are values of form fields that are not drawn anywhere.
    """

    def __init__(self, handle: Any, fields: Sequence[Field]) -> None:
        self.handle = handle
        self.fields = fields
        bounds = pdfium.FS_RECTF()
        pdfium.FPDF_GetPageBoundingBox(handle, ctypes.byref(bounds))
        self.box = (bounds.left, bounds.bottom, bounds.right, bounds.top)
        width, height = bounds.right - bounds.left, bounds.top - bounds.bottom
        if not (0 < width <= _LONGEST_SIDE and 0 < height <= _LONGEST_SIDE):
            raise refusals.absurd_page()
        self.rotation = 90 * max(0, pdfium.FPDFPage_GetRotation(handle))
        """Degrees, clockwise, by which viewers turn the page."""

    @contextmanager
    def text(self) -> Iterator[Any]:
        """Open the text layer."""
        handle = pdfium.FPDFText_LoadPage(self.handle)
        if not handle:
            raise refusals.damaged_pdf()
        try:
            yield handle
        finally:
            pdfium.FPDFText_ClosePage(handle)


_SHOWN: Final = {pdfium.FPDF_ANNOT_WIDGET, pdfium.FPDF_ANNOT_FREETEXT, pdfium.FPDF_ANNOT_STAMP}


def _has_widgets(page: Any) -> bool:
    for index in range(min(pdfium.FPDFPage_GetAnnotCount(page), 1000)):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        kind = pdfium.FPDFAnnot_GetSubtype(annotation) if annotation else None
        if annotation:
            pdfium.FPDFPage_CloseAnnot(annotation)
        if kind in _SHOWN:
            return True
    return False
