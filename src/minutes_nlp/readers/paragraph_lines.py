"""Turn what a paragraph of a word processor holds into paragraphs of a document."""

from __future__ import annotations

from minutes_nlp.model.document import ParagraphKind, SourceParagraph
from minutes_nlp.readers.cleaning import clean
from minutes_nlp.readers.soft_breaks import split_soft_breaks


def paragraph_lines(label: str, text: str, kind: ParagraphKind) -> list[SourceParagraph]:
    r"""Return ``text`` split at those ``\n`` that end a line of thought, blank lines left out.

    ``label``, the automatic number or bullet, stands before the first line that has words.
    """
    paragraphs: list[SourceParagraph] = []
    for line in split_soft_breaks(text):
        if words := clean(line):
            paragraphs.append(SourceParagraph(clean(label + words), None, kind))
            label = ""
    return paragraphs
