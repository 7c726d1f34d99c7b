"""Posts that persons hold ("phó bí thư", "trưởng thôn", "hiệu phó") and what they make of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final, TypeAlias

from minutes_nlp.nlp.phrase_notation import one_phrase_regex
from minutes_nlp.nlp.phrase_words import first_words
from minutes_nlp.nlp.phrases import load_data, phrase_list
from minutes_nlp.nlp.text import fold

_DATA: Final = "names_posts.toml"
_WORD: Final = re.compile(r"\w+")


class PostKind(StrEnum):
    """What a post means for the role of who holds it."""

    SECRETARY = "secretary"  # bí thư chi bộ
    DEPUTY = "deputy"
    COMMITTEE = "committee"
    HEAD = "head"  # of the unit, a department, a mass organisation
    SUPERIOR = "superior"  # of a body above the cell
    PLAIN = "plain"  # no officer

    @property
    def is_officer(self) -> bool:
        """Whether the guide counts the holder as an officer of the cell or unit."""
        return self in _OFFICERS


_OFFICERS: Final = frozenset(
    [PostKind.SECRETARY, PostKind.DEPUTY, PostKind.COMMITTEE, PostKind.HEAD]
)
_TAGS: Final = {"organisation": PostKind.HEAD, "head_tags": PostKind.HEAD}


@dataclass(frozen=True, slots=True)
class Post:
    """A post as written, ``text[start:end]`` of the paragraph."""

    kind: PostKind
    start: int
    end: int
    text: str


@lru_cache(maxsize=8192)
def find_posts(text: str) -> tuple[Post, ...]:
    """Return the posts named in NFC ``text``, the longest reading of each, in order."""
    folded = fold(text)
    starts = {m.start() for kind in PostKind for m in phrase_list(_DATA, kind).finditer(folded)}
    posts: list[Post] = []
    for start in sorted(starts):
        post = post_at(text, start)
        if post and (not posts or start >= posts[-1].end):
            posts.append(post)
    return tuple(posts)


def post_at(text: str, position: int, *, tag: bool = False) -> Post | None:
    """Return the longest post that begins at ``position``.

    Args:
        text: NFC text.
        position: offset of its first letter.
        tag: also accept short forms and organisations that mean a post only beside a name.
    """
    folded = fold(text)
    first = _WORD.match(folded, position)
    known, others = _by_first_word(tag)
    found = [
        Post(kind, match.start(), match.end(), match[0])
        for kind, phrase in known.get(first[0] if first else "", others)
        if (match := one_phrase_regex(phrase).match(folded, position))
    ]
    return max(found, key=lambda post: post.end, default=None)


_Phrases: TypeAlias = list[tuple[PostKind, str]]


@lru_cache(maxsize=2)
def _by_first_word(tag: bool) -> tuple[dict[str, _Phrases], _Phrases]:
    """Return the phrases that may begin with a word, and those for any other word."""
    keys = {kind.value: kind for kind in PostKind} | (_TAGS if tag else {})
    phrases = [
        (kind, phrase, first_words(phrase))
        for key, kind in keys.items()
        for phrase in load_data(_DATA)[key]
    ]
    words = frozenset().union(*(first or () for _, _, first in phrases))
    known = {
        word: [(kind, phrase) for kind, phrase, first in phrases if first is None or word in first]
        for word in words
    }
    return known, [(kind, phrase) for kind, phrase, first in phrases if first is None]
