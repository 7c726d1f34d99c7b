"""A spaCy tokenizer for Vietnamese over underthesea's word segmentation.

Registered as ``minutes_nlp.VietnameseTokenizer.v1``.  A token is a Vietnamese word of one or
more syllables ("đảng viên"); its text is cut out of the original, so ``doc.text`` equals the
input code point by code point, whatever its white space or normalisation form.  Every line is
segmented on its own, as a line is a paragraph of the minutes.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

from spacy import util
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from minutes_nlp.nlp.segmenter import compiled_spans, segment
from minutes_nlp.nlp.text import place_tones

Boundary = tuple[int, int]


_PLAIN: Final = re.compile("[\\0-\u02ff\u1e00-\u1eff\u2002-\u2064\u20ab]*")
"""Lines of letters and signs that NFC neither changes nor joins with a neighbour."""


def word_boundaries(line: str) -> tuple[Boundary, ...]:
    """Return half-open offsets of the words of ``line`` into ``line`` as it stands."""
    return tuple(line_boundaries([line])[0])


def line_boundaries(lines: Sequence[str]) -> list[list[Boundary]]:
    """Return half-open offsets of the words of each line into the line as it stands.

    The segmenter sees NFC text with the tones on one place (hoà as hòa), so that every way of
    writing a word is segmented alike; offsets are carried back over white space and over
    letters that the original spells with combining marks.  Where the segmenter rewrote a
    character so that the texts can no longer be aligned, the line's white-space separated
    chunks are the words.
    """
    plain = [place_tones(line) if _PLAIN.fullmatch(line) else "" for line in lines]
    return [
        _aligned(line) if spans is None or len(own) != len(line) else spans
        for line, own, spans in zip(lines, plain, compiled_spans(plain), strict=True)
    ]


def _aligned(line: str) -> list[Boundary]:
    composed, origins = compose(line)
    composed = place_tones(composed)
    visible = [
        (char, origin) for char, origin in zip(composed, origins, strict=True) if not char.isspace()
    ]
    words = segment([composed])[0]
    if "".join("".join(word.split()) for word in words) != "".join(c for c, _ in visible):
        return _chunks(line)
    boundaries: list[Boundary] = []
    position = 0
    for word in words:
        length = sum(len(part) for part in word.split())
        if length:
            boundaries.append((visible[position][1][0], visible[position + length - 1][1][1]))
        position += length
    return _without_overlaps(boundaries)


def compose(line: str) -> tuple[str, list[Boundary]]:
    """Return the NFC text of ``line`` with the origin of each of its characters."""
    if _PLAIN.fullmatch(line):
        return line, list(pairwise(range(len(line) + 1)))
    letters: list[str] = []
    origins: list[Boundary] = []
    start = 0
    for end in range(1, len(line) + 1):
        if end < len(line) and unicodedata.combining(line[end]):
            continue
        composed = unicodedata.normalize("NFC", line[start:end])
        letters.append(composed)
        origins.extend([(start, end)] * len(composed))
        start = end
    return "".join(letters), origins


def _without_overlaps(boundaries: list[Boundary]) -> list[Boundary]:
    # A cluster that NFC leaves as several characters may be split between two words.
    result: list[Boundary] = []
    for start, end in boundaries:
        if result and start < result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return result


def _chunks(line: str) -> list[Boundary]:
    boundaries: list[Boundary] = []
    position = 0
    for chunk in line.split():
        start = line.index(chunk, position)
        position = start + len(chunk)
        boundaries.append((start, position))
    return boundaries


def _pieces(text: str) -> Iterator[Boundary]:
    """Yield every word and every piece of white space that spaCy must keep as a token."""
    lines = text.split("\n")
    position = line_start = 0
    for line, boundaries in zip(lines, line_boundaries(lines), strict=True):
        for start, end in boundaries:
            start, end = start + line_start, end + line_start
            if start > position:
                yield position, start
            yield start, end
            position = end
        line_start += len(line) + 1
    if position < len(text):
        yield position, len(text)


class VietnameseTokenizer:
    """Callable that turns text into a :class:`spacy.tokens.Doc`; see the module's docstring."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """Tokenize ``text``; ``doc.text == text`` always holds."""
        words: list[str] = []
        spaces: list[bool] = []
        for start, end in _pieces(text):
            piece = text[start:end]
            if piece.isspace() and spaces and not words[-1].isspace() and piece[0] == " ":
                spaces[-1] = True
                piece = piece[1:]
            for part in _split_line_ends(piece):
                words.append(part)
                spaces.append(False)
        return Doc(self.vocab, words=words, spaces=spaces)

    def pipe(self, texts: Iterable[str], batch_size: int = 1000) -> Iterator[Doc]:
        """Tokenize a stream of texts; ``batch_size`` is spaCy's and has no effect."""
        for text in texts:
            yield self(text)

    # The tokenizer has no state of its own: what it needs is inside the installed packages.
    def to_bytes(self, **kwargs: Any) -> bytes:
        """Return nothing to store."""
        return b""

    def from_bytes(self, data: bytes, **kwargs: Any) -> VietnameseTokenizer:
        """Return the tokenizer itself."""
        return self

    def to_disk(self, path: str | Path, **kwargs: Any) -> None:
        """Store nothing."""

    def from_disk(self, path: str | Path, **kwargs: Any) -> VietnameseTokenizer:
        """Return the tokenizer itself."""
        return self


def _split_line_ends(piece: str) -> list[str]:
    if not piece.isspace() or "\n" not in piece:
        return [piece] if piece else []
    return [part for part in piece.replace("\n", "\0\n\0").split("\0") if part]


@util.registry.tokenizers("minutes_nlp.VietnameseTokenizer.v1")  # type: ignore[untyped-decorator]
def create_vietnamese_tokenizer() -> Callable[[Language], VietnameseTokenizer]:
    """Return the factory that spaCy's configuration asks for."""

    def create(nlp: Language) -> VietnameseTokenizer:
        return VietnameseTokenizer(nlp.vocab)

    return create
