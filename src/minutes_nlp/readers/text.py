"""Read plain text: one line is one paragraph, unless lines are evidently wrapped."""

from __future__ import annotations

import hashlib
import re
from typing import Final

from minutes_nlp.model.document import Document, Source, SourceParagraph
from minutes_nlp.readers import refusals
from minutes_nlp.readers.cleaning import clean
from minutes_nlp.readers.intake import RawFile
from minutes_nlp.readers.letters.legacy_text import expected_encoding, unicode_of_paragraph
from minutes_nlp.readers.letters.text_encoding import decode
from minutes_nlp.readers.limits import Limits
from minutes_nlp.readers.line_wrapping import rejoin_wrapped_lines
from minutes_nlp.readers.size import check_size
from minutes_nlp.readers.sniffing import is_other_kind, refusal_of

_LINE_END: Final = re.compile("\r\n|[\n\r\x0b\x1c-\x1e\x85\u2028\u2029]|(?=\f)")
_END_OF_FILE: Final = "\x1a"  # old editors end a text with it


class TextReader:
    """Reads plain text; runs of tabs and spaces become one space."""

    name = "text"

    def accepts(self, data: bytes) -> bool:
        """Whether ``data`` is of no other known format."""
        return not is_other_kind(data) and refusal_of(data) is None

    def read(self, raw: RawFile, limits: Limits) -> Document:
        """Read the lines of ``raw``; form feeds count pages, and without them none is known.

        Raises:
            UnreadableInputError: the bytes are no text in a known encoding, or too many.
        """
        text = decode(raw.data)
        if text is None:
            raise refusals.not_text()
        check_size(0, len(text), limits)
        text = text.rstrip(_END_OF_FILE).rstrip()
        return Document(
            source=Source(
                name=raw.name,
                sha256=hashlib.sha256(raw.data).hexdigest(),
                media_type="text/plain",
                reader=self.name,
                pages=text.count("\f") + 1 if "\f" in text else None,
            ),
            paragraphs=tuple(_paragraphs(text)),
        )


def _paragraphs(text: str) -> list[SourceParagraph]:
    page = 1 if "\f" in text else None
    paragraphs: list[SourceParagraph] = []
    lines = _LINE_END.split(text)
    expected = expected_encoding(lines)
    unicode = [unicode_of_paragraph([(line, None)], expected) for line in lines]
    for line in rejoin_wrapped_lines(unicode):
        if page is not None:
            page += line.count("\f")
        if words := clean(line):
            paragraphs.append(SourceParagraph(words, page))
    return paragraphs
