"""Read .doc files of Word 97-2003: body in order, headers and footers apart."""

from __future__ import annotations

import hashlib
import re
from typing import Final

from minutes_nlp.model.document import Document, Source, SourceParagraph
from minutes_nlp.readers import refusals
from minutes_nlp.readers.intake import RawFile
from minutes_nlp.readers.letters.legacy_text import expected_encoding
from minutes_nlp.readers.limits import Limits
from minutes_nlp.readers.sniffing import is_word_97
from minutes_nlp.readers.word97.anchors import Stretch, read_anchors
from minutes_nlp.readers.word97.file import DAMAGE, WordFile
from minutes_nlp.readers.word97.properties import Properties
from minutes_nlp.readers.word97.story import StoryReader

MEDIA_TYPE: Final = "application/msword"
_PARAGRAPH: Final = re.compile("[\r\x07\x0c]")


class Word97Reader:
    """Reads .doc by the published format ([MS-DOC]), and gives what :class:`DocxReader` gives.

    No other program is needed: numbers are counted, deletions and hidden text left out, and
    text in fonts of old encodings keeps every code.
    """

    name = "doc"

    def accepts(self, data: bytes) -> bool:
        """Whether ``data`` is an OLE file with a document of Word."""
        return is_word_97(data)

    def read(self, raw: RawFile, limits: Limits) -> Document:
        """Read the body of ``raw``; macros and embedded objects are not looked at.

        Raises:
            UnreadableInputError: damaged, locked, too large, of Word 95 or older, empty.
        """
        try:
            file = WordFile(raw.data, limits)
            anchors = read_anchors(file)
            expected = expected_encoding(_PARAGRAPH.split(file.text))
            story = StoryReader(file, Properties(file), anchors, limits, expected)
            paragraphs = story.read(*file.stories["text"])
            for box in anchors.loose:
                paragraphs += story.read(*box, "text_box")
            headers = _furniture(story, anchors.headers)
            footers = _furniture(story, anchors.footers)
        except DAMAGE as error:
            raise refusals.damaged() from error
        if not paragraphs:
            raise refusals.no_text(pictures="\x01" in file.text or "\x08" in file.text)
        return Document(
            source=Source(
                name=raw.name,
                sha256=hashlib.sha256(raw.data).hexdigest(),
                media_type=MEDIA_TYPE,
                reader=self.name,
            ),
            paragraphs=tuple(paragraphs),
            headers=headers,
            footers=footers,
        )


def _furniture(story: StoryReader, stretches: list[Stretch]) -> tuple[str, ...]:
    """Return the paragraphs of all headers (or footers), each text once."""
    texts: dict[str, None] = {}
    for stretch in stretches:
        parts: list[SourceParagraph] = story.read(*stretch)
        texts.update(dict.fromkeys(paragraph.text for paragraph in parts))
    return tuple(texts)
