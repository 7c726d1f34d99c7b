"""Tell a document that bears a mark of state secrecy: MẬT, TỐI MẬT, TUYỆT MẬT.

The mark is stamped or typed on its own: in a header, a text box, a cell or a line of the
letterhead, after the number, or after "Độ mật:".  The word inside a sentence ("bỏ phiếu kín, giữ
bí mật", "mật ong") is none.  A stamp that recognition did not read cannot be seen here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from minutes_nlp.errors import SecrecyMarkError
from minutes_nlp.model.document import Document
from minutes_nlp.model.language import Text

_LETTERHEAD: Final = 12
"""Paragraphs at the head of a document among which a mark may stand less apart."""
_SHORT: Final = 45
"""Characters of a line of a letterhead; sentences are longer."""
_GRADE: Final = r"(?:TUYỆT\s*MẬT|TỐI\s*MẬT|MẬT)"
_ON_ITS_OWN: Final = re.compile(
    rf"(?:(?:TÀI LIỆU|VĂN BẢN|HỒ SƠ|BẢN)\s+)?{_GRADE}(?:\s*\(?[ABC]\)?)?"
    rf"|(?:(?:ĐỘ|MỨC|MỨC ĐỘ|DẤU(?: ĐỘ)?)\s+MẬT)\s*[:\-–]?\s*(?:{_GRADE}|[ABC])"
)
_WITHOUT_DIACRITICS: Final = re.compile(r"(?:TUYET|TOI)\s*MAT|MAT")
_IN_LETTERHEAD: Final = re.compile(rf"\b(?:TUYỆT|TỐI) MẬT\b|^Số\b.*\b{_GRADE}$|^{_GRADE}\s+Số\b")
_EDGES: Final = " \t.,;:!*_-–—=|[](){}<>“”\"'"
_SPACED: Final = re.compile(r"(?:\w\s){2,}\w")


def refuse_secret(document: Document) -> Document:
    """Return ``document`` if it bears no mark of secrecy.

    Raises:
        SecrecyMarkError: it does; the message says no more than that.
    """
    if bears_secrecy_mark(document):
        raise SecrecyMarkError(
            Text(
                "Tài liệu mang dấu chỉ độ mật nên không được xử lý; hãy xử lý theo quy định về bảo "
                "vệ bí mật nhà nước, trên máy dành riêng.",
                "The document bears a mark of state secrecy and is not processed; handle it as the "
                "rules on state secrets ask, on a machine kept for that.",
            )
        )
    return document


def bears_secrecy_mark(document: Document) -> bool:
    """Return whether a mark of secrecy stands on the document or on one of its pages."""
    return any(_is_mark(cell) for cell in _cells(document)) or any(
        _is_mark_of_letterhead(cell) for cell in _letterhead(document)
    )


def _is_mark(cell: str) -> bool:
    """Whether the cell is a mark and nothing else, in capitals or in brackets."""
    inner = cell.strip(_EDGES)
    bracketed = cell.strip()[:1] in "([" and cell.strip()[-1:] in ")]"
    told = inner.upper().startswith(("ĐỘ", "MỨC", "DẤU"))
    if not (inner.isupper() or bracketed or told):
        return False
    return _ON_ITS_OWN.fullmatch(_closed_up(inner).upper()) is not None


def _is_mark_of_letterhead(cell: str) -> bool:
    inner = _closed_up(cell.strip(_EDGES))
    alone = _ON_ITS_OWN.fullmatch(inner.upper()) or _WITHOUT_DIACRITICS.fullmatch(inner)
    return bool(alone or (len(inner) <= _SHORT and _IN_LETTERHEAD.search(inner)))


def _closed_up(text: str) -> str:
    """Undo letters set apart ("T Ố I   M Ậ T"): the pattern allows no space between the words."""
    return text.replace(" ", "") if _SPACED.fullmatch(text.replace("  ", " ")) else text


def _cells(document: Document) -> Iterator[str]:
    yield from document.headers
    yield from document.footers
    for paragraph in document.paragraphs:
        yield from paragraph.text.split(" | ")


def _letterhead(document: Document) -> Iterator[str]:
    yield from document.headers
    for paragraph in document.paragraphs[:_LETTERHEAD]:
        yield from paragraph.text.split(" | ")
