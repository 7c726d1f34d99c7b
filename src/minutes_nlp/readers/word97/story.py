"""Read the stories of a Word 97-2003 file paragraph by paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from minutes_nlp.model.document import ParagraphKind, SourceParagraph
from minutes_nlp.readers.letters.detection import NOTHING, Expected
from minutes_nlp.readers.limits import Limits
from minutes_nlp.readers.pieces import Piece, inserted_symbol
from minutes_nlp.readers.run_story import LINE_BREAK, Story
from minutes_nlp.readers.size import check_size
from minutes_nlp.readers.word97.anchors import Anchors
from minutes_nlp.readers.word97.file import WordFile
from minutes_nlp.readers.word97.lists import Lists
from minutes_nlp.readers.word97.properties import Character, Paragraph, Properties

_END: Final = re.compile("[\r\x07\x0c]")
_CELL: Final = "\x07"
_PAGE: Final = "\x0c"
_NOTE: Final = "\x02"
_DRAWING: Final = "\x08"
_FIELD_BEGIN, _FIELD_RESULT, _FIELD_END = "\x13", "\x14", "\x15"
_MARKS: Final = re.compile("([\x02\x08\x13\x14\x15])")
_SHOWN: Final = {
    0x09: " ",
    0x0B: LINE_BREAK,
    0x0C: LINE_BREAK,
    0x0E: LINE_BREAK,
    0x1E: "-",
    0x1F: "\u00ad",  # a letter in fonts of the TCVN3 encoding
    **dict.fromkeys((0x00, 0x01, 0x03, 0x04, 0x05, 0x06), ""),
}


@dataclass(slots=True)
class StoryReader:
    """Reads any stretch of places; counts list items as it goes on."""

    file: WordFile
    properties: Properties
    anchors: Anchors
    limits: Limits
    expected: Expected = NOTHING
    lists: Lists = field(init=False)
    _characters: int = 0
    _marks: int = 0

    def __post_init__(self) -> None:
        self.lists = Lists(self.file)

    def read(self, start: int, end: int, kind: ParagraphKind = "body") -> list[SourceParagraph]:
        """Return the paragraphs from place ``start`` to ``end``; blank ones are left out."""
        story = Story(kind, self.expected)
        for first, mark in self._paragraphs(start, end):
            paragraph = self.properties.paragraph(mark)
            self._add_words(story, first, mark, paragraph)
            self._end(story, mark, paragraph)
            self._count(mark - first, len(story.rows.finished))
        return story.end()

    def _count(self, characters: int, paragraphs: int) -> None:
        # Over all stories: stretches of a hostile file may lie over each other.
        self._characters += characters
        self._marks += 1
        check_size(max(paragraphs, self._marks // 5), self._characters, self.limits)

    def _paragraphs(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield the first place and the mark of each paragraph."""
        first = place = start
        end = min(end, len(self.file.text))
        while found := _END.search(self.file.text, place, end):
            place = found.end()
            mark = found.start()
            # A page break stands inside a paragraph, the end of a section behind one.
            if found[0] != _PAGE or self.properties.ends_paragraph(mark):
                yield first, mark
                first = place
        if first < end:
            yield first, end - 1 if self.file.text[end - 1] in "\r\x07\x0c" else end

    def _end(self, story: Story, mark: int, paragraph: Paragraph) -> None:
        sign = self.file.text[mark : mark + 1]
        if sign == _CELL and paragraph.row_end:
            story.end_row(max(paragraph.depth, 1))
        elif paragraph.row_end:
            story.end_row(max(paragraph.depth, 2))
        elif sign == "\r" and self._is_gone(mark, paragraph) and not paragraph.cell_end:
            pass  # Its text belongs to the next paragraph, whose number it takes.
        else:
            story.set_label(self.lists.label(paragraph))
            if sign == _CELL:
                story.end_cell(max(paragraph.depth, 1))
            elif paragraph.cell_end:
                story.end_cell(max(paragraph.depth, 2))
            else:
                story.end_paragraph(paragraph.depth)

    def _is_gone(self, mark: int, paragraph: Paragraph) -> bool:
        runs = self.properties.characters(mark, mark + 1, paragraph.style)
        return any(run.deleted or run.hidden for _, _, run in runs)

    def _add_words(self, story: Story, start: int, end: int, paragraph: Paragraph) -> None:
        pieces: list[Piece] = []
        # Where each open field began; None once its result has begun.
        fields: list[int | None] = []
        for first, last, run in self.properties.characters(start, end, paragraph.style):
            if run.deleted:
                continue
            place = first
            for part in _MARKS.split(self.file.text[first:last]):
                if part == _FIELD_BEGIN:
                    fields.append(len(pieces))
                elif part in (_FIELD_RESULT, _FIELD_END) and fields:
                    begun = fields.pop()
                    if begun is not None:
                        del pieces[begun:]
                    if part == _FIELD_RESULT:
                        fields.append(None)
                elif part == _NOTE and place not in self.anchors.notes:
                    pass
                elif part and not run.hidden:
                    pieces.append(self._piece(story, part, place, run))
                place += len(part)
        for piece in pieces:
            story.add(piece.text, piece.font, finished=piece.finished)

    def _piece(self, story: Story, part: str, place: int, run: Character) -> Piece:
        if part == _NOTE:
            note = self._apart(self.anchors.notes.pop(place, None))
            text = " ".join(paragraph.text for paragraph in note)
            return Piece(f" ({text})" if text else "", finished=True)
        if part == _DRAWING:
            for box in self.anchors.boxes.pop(place, ()):
                story.add_boxes(self._apart(box, "text_box"))
            return Piece("")
        if run.symbol is not None and len(part) == 1:
            return inserted_symbol(run.symbol[1], self.properties.font(run.symbol[0]))
        return Piece(part.translate(_SHOWN), self.properties.font(run.font))

    def _apart(
        self, stretch: tuple[int, int] | None, kind: ParagraphKind = "body"
    ) -> list[SourceParagraph]:
        """Read a note or a text box; each is given out once, so they cannot hold themselves."""
        return [] if stretch is None else self.read(*stretch, kind)
