"""Paragraphs of one story of an RTF or Word 97 file, put together from its runs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from minutes_nlp.model.document import ParagraphKind, SourceParagraph
from minutes_nlp.readers.letters.detection import NOTHING, Expected
from minutes_nlp.readers.paragraph_lines import paragraph_lines
from minutes_nlp.readers.pieces import Piece, in_font, shown
from minutes_nlp.readers.table_rows import RowCollector

LINE_BREAK: Final = "\n"
_DEEPEST_TABLE: Final = 20


@dataclass(slots=True)
class Story:
    """Body, note, header, or text box while it is read."""

    kind: ParagraphKind = "body"
    expected: Expected = NOTHING
    """What the document betrays of its encoding."""
    rows: RowCollector = field(default_factory=RowCollector)
    stored: list[str] = field(default_factory=list)
    """The paragraphs that were read, as they are stored."""
    _runs: list[tuple[str | None, bool, list[str]]] = field(default_factory=list)
    """Font, whether finished, and neighbouring texts alike: symbols are told by their number."""
    _label: str = ""
    _boxes: list[SourceParagraph] = field(default_factory=list)

    def add(self, text: str, font: str | None = None, *, finished: bool = False) -> None:
        """Take text of the paragraph that is open; line ends are ``LINE_BREAK``.

        Text that is ``finished`` is Unicode already, whatever is around it.
        """
        if not self._runs or self._runs[-1][:2] != (font, finished):
            self._runs.append((font, finished, []))
        self._runs[-1][2].append(text)

    def set_label(self, label: str) -> None:
        """Take the automatic number or bullet of the open paragraph, its space behind it."""
        self._label = label

    def add_boxes(self, paragraphs: Iterable[SourceParagraph]) -> None:
        """Take the text of a box; it follows the paragraph that is open."""
        self._boxes.extend(paragraphs)

    def open_text(self) -> str:
        """Return the text of the open paragraph in Unicode."""
        pieces = [
            Piece("".join(texts), font, finished) if finished else in_font("".join(texts), font)
            for font, finished, texts in self._runs
        ]
        self.stored.append("".join(piece.text for piece in pieces if not piece.finished))
        text = shown(pieces, self.expected)
        # A character beyond 16 bits is written as two halves.
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")

    def drop_label(self) -> None:
        """The end of the open paragraph is deleted: it takes the next one's number."""
        self._label = ""

    def end_paragraph(self, depth: int) -> None:
        """End the open paragraph at ``depth`` (0 outside tables); a blank one is left out."""
        depth = min(depth, _DEEPEST_TABLE)
        if not self._runs and not self._boxes:
            self._label = ""
            self.rows.add((), depth)
            return
        kind: ParagraphKind = "table_row" if depth else self.kind
        lines = paragraph_lines(self._label, self.open_text(), kind)
        self.rows.add([*lines, *self._boxes], depth)
        self._runs.clear()
        self._boxes.clear()
        self._label = ""

    def end_cell(self, depth: int) -> None:
        """End the open paragraph and its cell."""
        self.end_paragraph(depth)
        self.rows.end_cell(min(depth, _DEEPEST_TABLE))

    def end_row(self, depth: int) -> None:
        """End the row."""
        self.rows.end_row(min(depth, _DEEPEST_TABLE))

    def end(self) -> list[SourceParagraph]:
        """End what is open and return all paragraphs."""
        if self._runs or self._boxes:
            self.end_paragraph(0)
        return self.rows.end()

    def line(self) -> str:
        """End the story and return its text on one line."""
        return " ".join(paragraph.text for paragraph in self.end())
