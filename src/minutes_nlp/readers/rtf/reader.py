"""Read Rich Text Format: body in order, headers and footers apart."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Final

from minutes_nlp.model.document import Document, Source
from minutes_nlp.readers import refusals
from minutes_nlp.readers.intake import RawFile
from minutes_nlp.readers.letters.legacy_text import expected_encoding
from minutes_nlp.readers.limits import Limits
from minutes_nlp.readers.rtf.parser import RtfParser
from minutes_nlp.readers.run_story import Story
from minutes_nlp.readers.size import check_size
from minutes_nlp.readers.sniffing import is_rtf

MEDIA_TYPE: Final = "application/rtf"


class RtfReader:
    """Reads .rtf with a parser of its own, and gives what :class:`DocxReader` gives.

    Numbers and bullets are those that the writing program put beside each paragraph for
    programs without lists of their own; deletions and hidden text are left out, notes stand
    in parentheses, text boxes after the paragraph that anchors them.
    """

    name = "rtf"

    def accepts(self, data: bytes) -> bool:
        """Whether ``data`` begins as RTF does."""
        return is_rtf(data)

    def read(self, raw: RawFile, limits: Limits) -> Document:
        """Read the body of ``raw``.

        Raises:
            UnreadableInputError: cut off, unsafe, too large, empty.
        """
        data = raw.data[max(raw.data.find(b"{"), 0) :]
        parser = RtfParser(limits)
        parser.parse(data)
        paragraphs = parser.body.end()
        expected = expected_encoding(parser.stored)
        if expected.encoding or parser.claims:  # read again, knowing what the whole betrays
            parser = RtfParser(limits, expected)
            parser.parse(data)
            paragraphs = parser.body.end()
        check_size(len(paragraphs), sum(len(part.text) for part in paragraphs), limits)
        if not paragraphs:
            raise refusals.no_text(pictures=b"\\pict" in raw.data)
        return Document(
            source=Source(
                name=raw.name,
                sha256=hashlib.sha256(raw.data).hexdigest(),
                media_type=MEDIA_TYPE,
                reader=self.name,
            ),
            paragraphs=tuple(paragraphs),
            headers=_furniture(parser.headers),
            footers=_furniture(parser.footers),
        )


def _furniture(stories: Iterable[Story]) -> tuple[str, ...]:
    """Return the paragraphs of all headers (or footers), each text once."""
    return tuple(dict.fromkeys(paragraph.text for story in stories for paragraph in story.end()))
