"""Names without any address ("Khôi: …", "Linh hỏi …"), learnt from how one document uses them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from minutes_nlp.model.labels import SectionLabel
from minutes_nlp.model.minutes import Paragraph
from minutes_nlp.nlp.letters import CAPITALISED
from minutes_nlp.nlp.name_reading import body_words, heading_words, is_public_figure, title_at
from minutes_nlp.nlp.phrases import word_set
from minutes_nlp.nlp.posts import post_at
from minutes_nlp.nlp.speaker_candidates import lead_end, says_next, says_soon
from minutes_nlp.nlp.text import fold

_OPENS: Final = re.compile(rf"{CAPITALISED}(?:\s{CAPITALISED}){{0,3}}")
_COLON: Final = re.compile(r"\s?(?:\([^()]{0,60}\)|-[^-:.;,]{1,30})?\s?[:|]")
_JOINED: Final = re.compile(rf"(?:\s?[,&+]\s?|\svà\s)({CAPITALISED}(?:\s{CAPITALISED}){{0,3}})")
_SHORT_ADDRESS: Final = re.compile(r"(?:^|\W)[abcôe]\.\s?$", re.IGNORECASE)
_WORD: Final = re.compile(r"[^\W\d_]+")
_INSIDE: Final = re.compile(rf"(?<=[^\W\d_][ ,]) ?({CAPITALISED})")
_DISCUSSION: Final = (SectionLabel.CONTRIBUTIONS, SectionLabel.CRITICISM)


def bare_names(paragraphs: Sequence[Paragraph]) -> tuple[str, ...]:
    """Return the names that open a remark without an address, each once, in order.

    A capitalised word opens every paragraph, so one counts as a name only before a colon or a word
    of saying, and only when the document never writes it small or writes it large in mid-sentence.
    """
    small = Counter(w for p in paragraphs for w in _WORD.findall(p.text) if w.islower())
    inside = Counter(m[1] for p in paragraphs for m in _INSIDE.finditer(p.text))
    openings = [
        (name, paragraph.text)
        for paragraph in paragraphs
        if paragraph.section in _DISCUSSION
        for name in _openings(paragraph.text)
    ]
    # A word that opens one sentence only, without a colon, is more likely no name.
    opened = Counter(name for name, _ in openings)
    opened.update(name for name, text in openings if ":" in text)
    found = (
        name
        for name, text in openings
        if (_is_name(name, small, inside) and (opened[name] > 1 or inside[name.split()[0]]))
        or _is_addressed(text)
    )
    return tuple(dict.fromkeys(found))


def _is_addressed(text: str) -> bool:
    """Whether the remark begins "a. Phát: …": what looks like a letter of a list is an address."""
    start = lead_end(text)
    opening = _OPENS.match(text, start)
    addressed = _SHORT_ADDRESS.search(text, 0, start) is not None
    return addressed and opening is not None and text[opening.end() : opening.end() + 1] == ":"


def _openings(text: str) -> Iterator[str]:
    start = lead_end(text)
    match = _OPENS.match(text, start)
    if match is None or title_at(text, start) or post_at(text, start, tag=True):
        return
    names, end = [match[0]], match.end()
    while joined := _JOINED.match(text, end):
        names.append(joined[1])
        end = joined.end()
    folded = fold(text)
    if _COLON.match(folded, end) or says_next(text, end) or says_soon(folded, end):
        yield from names


def _is_name(name: str, small: Counter[str], inside: Counter[str]) -> bool:
    words = name.split()
    first = words[0]
    if name.isupper() or first in body_words() or is_public_figure(name):
        return False
    if any(fold(word) in heading_words() for word in words):
        return False
    if len(words) > 1:
        return True
    if len(first) == 1 or fold(first) in word_set("openers"):
        return False
    return small[first.lower()] == 0 or inside[first] > 0
