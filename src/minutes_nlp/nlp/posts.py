"""Posts that persons hold ("phó bí thư", "trưởng thôn", "hiệu phó") and what they make of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final

from minutes_nlp.nlp.phrases import phrase_list
from minutes_nlp.nlp.text import fold

_DATA: Final = "names_posts.toml"


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
    found = [
        Post(kind, match.start(), match.end(), match[0])
        for kind in PostKind
        for match in phrase_list(_DATA, kind.value).finditer(fold(text))
    ]
    found.sort(key=lambda post: (post.start - post.end, post.start))
    taken: list[Post] = []
    for post in found:
        if all(post.end <= other.start or other.end <= post.start for other in taken):
            taken.append(post)
    return tuple(sorted(taken, key=lambda post: post.start))


def post_at(text: str, position: int, *, tag: bool = False) -> Post | None:
    """Return the longest post that begins at ``position``.

    Args:
        text: NFC text.
        position: offset of its first letter.
        tag: also accept short forms and organisations that mean a post only beside a name.
    """
    folded = fold(text)
    keys = {kind.value: kind for kind in PostKind} | (_TAGS if tag else {})
    found: list[Post] = []
    for key, kind in keys.items():
        match: re.Match[str] | None = phrase_list(_DATA, key).match(folded, position)
        if match:
            found.append(Post(kind, match.start(), match.end(), match[0]))
    return max(found, key=lambda post: post.end, default=None)
