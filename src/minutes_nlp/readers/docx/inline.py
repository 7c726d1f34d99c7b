"""The text inside one paragraph of a .docx, as Word shows it with all changes accepted."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Final

from minutes_nlp.readers.docx.pages import ASKED_PAGE_BREAK, RENDERED_PAGE_BREAK
from minutes_nlp.readers.docx.styles import Style, Styles
from minutes_nlp.readers.docx.wordml import attribute, child, has_words, name_of
from minutes_nlp.readers.letters.detection import NOTHING, Expected
from minutes_nlp.readers.pieces import Piece, in_font, inserted_symbol, shown
from minutes_nlp.readers.xml_safety import Element

LINE_BREAK: Final = "\n"

_DROPPED: Final = frozenset(
    [
        "w:del",
        "w:moveFrom",
        "w:delText",
        "w:instrText",
        "w:delInstrText",
        "w:pPr",
        "w:rPr",
        "w:sdtPr",
        "w:sdtEndPr",
        "w:smartTagPr",
        "w:customXmlPr",
        "w:fldData",
        "w:ffData",
        "w:rt",
        "w:annotationRef",
        "w:footnoteRef",
        "w:endnoteRef",
        "w:binData",
        "w:comment",
    ]
)
_FIXED: Final = {
    "w:tab": " ",
    "w:ptab": " ",
    "w:noBreakHyphen": "-",
    "w:softHyphen": "\xad",  # a letter in TCVN3; elsewhere it is cleaned away
    "w:cr": LINE_BREAK,
    "w:lastRenderedPageBreak": RENDERED_PAGE_BREAK,
}

NoteReader = Callable[[str, str], str]
"""From ``"footnote"`` or ``"endnote"`` and an id to the note's text, ``""`` without one."""


@dataclass(slots=True)
class InlineText:
    """What was found in one paragraph; the text holds the break signs of this module."""

    pieces: list[Piece] = field(default_factory=list)
    text_boxes: list[Element] = field(default_factory=list)
    expected: Expected = NOTHING

    @property
    def text(self) -> str:
        """The pieces in a row, out of the encodings of their fonts."""
        return shown(self.pieces, self.expected)


class InlineReader:
    """Walks runs, fields, links, tracked changes and drawings of one paragraph.

    Insertions and moved-to text are kept, deletions and moved-from text dropped; of a field
    the result is kept, not the instruction; notes stand in parentheses at their reference.
    """

    def __init__(
        self,
        styles: Styles,
        style: Style,
        read_note: NoteReader,
        expected: Expected = NOTHING,
    ) -> None:
        self._styles = styles
        self._style = style
        self._read_note = read_note
        self._found = InlineText(expected=expected)
        # Where each open field began; None once its result has begun.
        self._fields: list[int | None] = []

    def read(self, elements: Iterable[Element]) -> InlineText:
        """Read ``elements``, the content of a paragraph."""
        for element in elements:
            self._walk(element, None, hidden=False)
        return self._found

    def _walk(self, element: Element, run: Element | None, *, hidden: bool) -> None:
        name = name_of(element)
        if name == "w:fldChar":
            self._field(attribute(element, "fldCharType"))
        elif name == "w:r":
            run = child(element, "w:rPr")
            self._descend(element, run, hidden=self._styles.hidden(run, self._style))
        elif name == "mc:AlternateContent":
            self._descend(chosen_branch(element), run, hidden=hidden)
        elif name == "w:txbxContent":
            self._found.text_boxes.append(element)
        elif name == "m:den":  # of a fraction: 1/2, not 12
            self._found.pieces.append(Piece("/"))
            self._descend(element, run, hidden=hidden)
        elif name not in _DROPPED:
            self._leaf_or_branch(element, name, run, hidden=hidden)

    def _leaf_or_branch(
        self, element: Element, name: str, run: Element | None, *, hidden: bool
    ) -> None:
        piece = self._piece(element, name, run)
        if piece is None:
            self._descend(element, run, hidden=hidden)
        elif not hidden:
            self._found.pieces.append(piece)

    def _descend(self, element: Element | None, run: Element | None, *, hidden: bool) -> None:
        for inner in () if element is None else element:
            self._walk(inner, run, hidden=hidden)

    def _piece(self, element: Element, name: str, run: Element | None) -> Piece | None:
        if name in {"w:t", "m:t"}:
            # Line ends inside w:t are only how the XML was written.
            words = " ".join((element.text or "").splitlines())
            return in_font(words, self._styles.font(run, self._style))
        if name == "w:sym":
            return _symbol(element)
        if name == "w:br":
            asked = attribute(element, "type") == "page"
            return Piece(LINE_BREAK + ASKED_PAGE_BREAK if asked else LINE_BREAK)
        if name in {"w:footnoteReference", "w:endnoteReference"}:
            kind = name[2:].removesuffix("Reference")
            note = self._read_note(kind, attribute(element, "id") or "")
            return Piece(f" ({note})" if note else "", finished=True)
        fixed = _FIXED.get(name)
        return None if fixed is None else Piece(fixed)

    def _field(self, mark: str | None) -> None:
        if mark == "begin":
            self._fields.append(len(self._found.pieces))
            return
        if not self._fields:
            return
        # A field without an end keeps its words: nothing is cut before its mark is seen.
        start = self._fields.pop()
        if start is not None:
            del self._found.pieces[start:]
        if mark == "separate":
            self._fields.append(None)


def chosen_branch(alternatives: Element) -> Element | None:
    """Return the first branch of ``mc:AlternateContent`` that holds words, else the first.

    Branches say the same in different ways; reading one reads the text once.
    """
    branches = [inner for inner in alternatives if name_of(inner) in {"mc:Choice", "mc:Fallback"}]
    worded = (branch for branch in branches if has_words(branch))
    return next(worded, branches[0] if branches else None)


def _symbol(element: Element) -> Piece:
    try:
        code = int(attribute(element, "char") or "", 16)
    except ValueError:
        return Piece("")
    if not 0x20 <= code <= 0xFFFF:
        return Piece("")
    return inserted_symbol(code, attribute(element, "font"))
