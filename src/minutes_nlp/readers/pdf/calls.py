"""Calls of pdfium that are made for every letter, without what makes them slow from Python.

Handles are plain addresses, 0 for none; no objects are made for them.  The interpreter's lock is
kept during these short calls.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from ctypes import c_int, c_void_p
from typing import Any, Final

import pypdfium2.raw as pdfium

Address = int | None
"""Of an object of pdfium; 0 or ``None`` for none."""


def address_of(handle: Any) -> int:
    """Return the address that ``handle`` points to."""
    return c_void_p.from_buffer(handle).value or 0


def _quick(function: Any, result: Any, *arguments: Any) -> Callable[..., Any]:
    place = ctypes.cast(function, c_void_p).value
    return ctypes.PYFUNCTYPE(result, *arguments)(place or 0)


char_count: Final = _quick(pdfium.FPDFText_CountChars, c_int, c_void_p)
code_at: Final = _quick(pdfium.FPDFText_GetUnicode, ctypes.c_uint, c_void_p, c_int)
box_at: Final = _quick(pdfium.FPDFText_GetLooseCharBox, c_int, c_void_p, c_int, c_void_p)
owner_at: Final = _quick(pdfium.FPDFText_GetTextObject, c_void_p, c_void_p, c_int)
size_at: Final = _quick(pdfium.FPDFText_GetFontSize, ctypes.c_double, c_void_p, c_int)
matrix_at: Final = _quick(pdfium.FPDFText_GetMatrix, c_int, c_void_p, c_int, c_void_p)
origin_at: Final = _quick(pdfium.FPDFText_GetCharOrigin, c_int, c_void_p, c_int, c_void_p, c_void_p)
font_of: Final = _quick(pdfium.FPDFTextObj_GetFont, c_void_p, c_void_p)
render_mode_of: Final = _quick(pdfium.FPDFTextObj_GetTextRenderMode, c_int, c_void_p)
fill_colour_of: Final = _quick(
    pdfium.FPDFPageObj_GetFillColor, c_int, c_void_p, c_void_p, c_void_p, c_void_p, c_void_p
)
font_name: Final = _quick(
    pdfium.FPDFFont_GetBaseFontName, ctypes.c_size_t, c_void_p, c_void_p, ctypes.c_size_t
)
object_count: Final = _quick(pdfium.FPDFPage_CountObjects, c_int, c_void_p)
object_at: Final = _quick(pdfium.FPDFPage_GetObject, c_void_p, c_void_p, c_int)
kind_of: Final = _quick(pdfium.FPDFPageObj_GetType, c_int, c_void_p)
