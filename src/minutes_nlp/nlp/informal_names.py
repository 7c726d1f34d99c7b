"""Names by writers who save letters or capitals: "a. Tuấn", "ô thắng:", "bt vũ đình khoát".

A short address with a stop is also how lists are lettered ("a. Ưu điểm"), so it counts only inside
a line.  Small letters count only in a paragraph that begins with one: elsewhere the writer would
have used a capital.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from minutes_nlp.nlp.letters import CAPITALISED
from minutes_nlp.nlp.name_reading import PersonMention, family_names, make_mention, name_at
from minutes_nlp.nlp.phrases import load_data
from minutes_nlp.nlp.text import fold

_LETTERED: Final = re.compile(
    rf"(?<=[^\W_])[ \t,;:(+&/>-]+(?P<start>(?:a|c|b|ô|e)\.[ \t]?)(?={CAPITALISED})", re.IGNORECASE
)
_LEAD: Final = re.compile(
    r"[\W\d_]*(?:(?<=\d)h\d{0,2})?[\W\d_]*(?:[a-zđ][.)][ \t]*)?", re.IGNORECASE
)


def informal_names(text: str) -> Iterator[PersonMention]:
    """Yield the mentions of persons in NFC ``text`` that only such writers would make."""
    for match in _LETTERED.finditer(text):
        span = name_at(text, match.end())
        if span:
            yield make_mention(text, (match.start("start"), *span), title=match["start"].strip())
    lead = _LEAD.match(text)
    begin = lead.end() if lead else 0
    if text[begin : begin + 1].islower():
        yield from _small_names(text, begin)


def _small_names(text: str, begin: int) -> Iterator[PersonMention]:
    for match in _small_pattern().finditer(fold(text), begin):
        part = next(name for name in ("full", "given", "alone") if match[name])
        title = (match["title"] or "").strip() or None
        if text[match.start(part)].islower():
            yield make_mention(text, (match.start(), *match.span(part)), title=title)


@lru_cache(maxsize=1)
def _small_pattern() -> re.Pattern[str]:
    """Return the pattern of an address with a name, or of a full name, for folded text."""
    data = load_data("names_small.toml")
    families = _one_of(name for name in family_names() if len(name) > 1)
    full = rf"{families}[ \t]{_one_of(data['middles'].split())}[ \t][^\W\d_]{{2,8}}"
    given = rf"(?!{_one_of(data['no_names'].split())}(?!\w))[^\W\d_]{{2,8}}"
    title = rf"(?P<title>{_one_of(data['titles'])}(?:[ \t]|\.[ \t]?))"
    return re.compile(
        rf"(?<!\w)(?:{title}(?:(?P<full>{full})|(?P<given>{given}))|(?P<alone>{full}))(?!\w)"
    )


def _one_of(words: Iterable[str]) -> str:
    longest_first = sorted({fold(word) for word in words}, key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(map(re.escape, longest_first))})"
