"""The text inside one paragraph of an OpenDocument text, as it is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Final

from minutes_nlp.readers.letters.detection import NOTHING, Expected
from minutes_nlp.readers.odt.odf import attribute, child, children, name_of
from minutes_nlp.readers.odt.styles import Style, Styles
from minutes_nlp.readers.pieces import Piece, in_font, shown
from minutes_nlp.readers.xml_safety import Element

LINE_BREAK: Final = "\n"

_DROPPED: Final = frozenset(
    [
        "text:number",
        "text:note-citation",
        "text:ruby-text",
        "text:script",
        "text:tracked-changes",
        "text:deletion",
        "text:hidden-text",
        "office:annotation",
        "office:event-listeners",
        "office:forms",
        "svg:title",
        "svg:desc",
        "draw:image",
        "draw:object",
        "draw:object-ole",
        "draw:plugin",
        "draw:glue-point",
    ]
)
_NO_BREAK_HYPHEN: Final = "\u2011"
_FIXED: Final = {"text:s": " ", "text:tab": " ", "text:line-break": LINE_BREAK}

NoteReader = Callable[[Element], str]
"""From ``text:note-body`` to its text on one line."""


@dataclass(slots=True)
class Deletions:
    """The tracked deletions of a document whose text stands in its place.

    Mostly deleted text is kept apart, in ``text:tracked-changes``; flat files may leave it
    between two marks, which may lie in different paragraphs.
    """

    ids: frozenset[str]
    _open: set[str] = field(default_factory=set)

    @property
    def going_on(self) -> bool:
        """Whether the place that reading has come to lies in a deletion."""
        return bool(self._open)

    def meet(self, name: str, change_id: str | None) -> None:
        """Pass a mark where a change begins or ends."""
        if change_id in self.ids and change_id is not None:
            if name == "text:change-start":
                self._open.add(change_id)
            elif name == "text:change-end":
                self._open.discard(change_id)


def read_deletions(root: Element) -> Deletions:
    """Return the deletions that ``root`` (a body) records."""
    regions = children(child(root, "text:tracked-changes"), "text:changed-region")
    deleted = (region for region in regions if child(region, "text:deletion") is not None)
    return Deletions(frozenset(attribute(region, "text:id") or "" for region in deleted))


@dataclass(slots=True)
class InlineText:
    """What was found in one paragraph."""

    pieces: list[Piece] = field(default_factory=list)
    text_boxes: list[Element] = field(default_factory=list)
    hidden: bool = False
    expected: Expected = NOTHING

    @property
    def text(self) -> str:
        """The pieces in a row, out of the encodings of their fonts."""
        return shown(self.pieces, self.expected)


class InlineReader:
    """Walks spans, fields, links, notes and frames of one paragraph.

    Insertions stand in the text and deletions outside it; of a field its result is kept;
    notes stand in parentheses at their reference; frames are handed on.
    """

    def __init__(
        self,
        styles: Styles,
        deletions: Deletions,
        read_note: NoteReader,
        expected: Expected = NOTHING,
    ) -> None:
        self._styles = styles
        self._deletions = deletions
        self._read_note = read_note
        self._found = InlineText(expected=expected)

    def read(self, elements: Element | Iterable[Element], style: Style) -> InlineText:
        """Read a paragraph in ``style``, or loose elements."""
        if isinstance(elements, list):
            for element in elements:
                self._walk(element, style)
        else:
            self._content(elements, style)
        return self._found

    def _content(self, element: Element, style: Style) -> None:
        self._words(element.text, style)
        for inner in element:
            self._walk(inner, style)
            self._words(inner.tail, style)

    def _words(self, text: str | None, style: Style) -> None:
        if text:
            # Line ends are only how the XML was written.
            words = " ".join(text.splitlines()).replace(_NO_BREAK_HYPHEN, "-")
            self._add(in_font(words, style.font), style)

    def _walk(self, element: Element, style: Style) -> None:
        name = name_of(element)
        if name in _FIXED:
            self._add(Piece(_FIXED[name]), style)
        elif name == "text:span":
            named = attribute(element, "text:style-name")
            self._content(element, self._styles.span(style, named))
        elif name.startswith("text:change"):
            self._deletions.meet(name, attribute(element, "text:change-id"))
        elif name == "text:note":
            note = self._read_note(child(element, "text:note-body"))
            self._add(Piece(f" ({note})" if note else "", finished=True), style)
        elif name == "text:hidden-paragraph":
            self._found.hidden |= attribute(element, "text:is-hidden") == "true"
        elif name.startswith("draw:") and name not in _DROPPED:
            self._shape(element, name, style)
        elif name not in _DROPPED:
            self._content(element, style)

    def _add(self, piece: Piece, style: Style) -> None:
        if not style.hidden and not self._deletions.going_on:
            self._found.pieces.append(piece)

    def _shape(self, element: Element, name: str, style: Style) -> None:
        if name == "draw:a":
            self._content(element, style)
        elif name == "draw:text-box" or any(True for _ in children(element, "text:p", "text:list")):
            self._found.text_boxes.append(element)
        else:
            for inner in element:
                self._walk(inner, style)
