"""Reading one name: addresses, capitalised words, and the posts around them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from minutes_nlp.nlp.letters import CAPITALISED
from minutes_nlp.nlp.phrases import load_data
from minutes_nlp.nlp.posts import Post, PostKind, find_posts, post_at
from minutes_nlp.nlp.text import fold, place_tones

_TITLES: Final = "names_titles.toml"
_WORD: Final = re.compile(CAPITALISED)
_BLANK: Final = re.compile(r"[ \t]{1,3}")
_AFTER_TITLE: Final = re.compile(r"[ \t]{0,3}")
_AFTER_SHORT_TITLE: Final = re.compile(r"[ \t]{0,3}[:.]?[ \t]{0,3}")
_BEFORE_POST: Final = re.compile(
    r"[ \t]{0,2}(?:[,(/;+–-]|(?:hiện |nay )?là(?!\w)|kiêm(?!\w)|và(?!\w)|chức vụ:?|hiện giữ chức)?"
    r"[ \t]{0,2}"
)
_SPOKEN_TO: Final = re.compile(
    r"(?<!\w)(?:trả lời|đáp lời|đáp|nghe|về|thay|cảm ơn|hỏi|với|theo|của|sau ý) $"
)
_UNIT_LAST: Final = re.compile(
    r"(?:môn|phòng|khoa|ban|tổ|đội|xưởng|trạm|nhánh|phận|hội|tâm|ngành|chuyền|line|nhóm|đoàn)$"
)
_MAX_WORDS: Final = 5


@dataclass(frozen=True, slots=True)
class PersonMention:
    """One name of a person; offsets are half-open and count code points of the NFC text.

    ``start``/``end`` cut the naming words (address, post before the name, name);
    ``title`` is the folded address; ``posts`` stand right before or after the name;
    mentions of one joint list share ``group``, the start of its first.
    """

    name: str
    start: int
    end: int
    name_start: int
    name_end: int
    title: str | None = None
    posts: tuple[Post, ...] = ()
    group: int = 0
    plural: bool = False


def title_at(text: str, position: int) -> re.Match[str] | None:
    """Return the address ("đ/c", "bs.", "chị") that begins at ``position`` of NFC ``text``."""
    return titles().match(fold(text), position)


def is_public_figure(name: str) -> bool:
    """Whether ``name`` is that of a national leader, street or movement."""
    data = load_data("names_families.toml")
    return fold(name) in data["public"] or fold(name) in data["places"]


@lru_cache(maxsize=1)
def titles() -> re.Pattern[str]:
    """Return the pattern of every address, for folded text."""
    data = load_data(_TITLES)
    words = [word for key in ("plural", "comrade", "kinship", "profession") for word in data[key]]
    one = "|".join(re.escape(fold(word)) for word in sorted(words, key=lambda w: (-len(w), w)))
    return re.compile(rf"(?<!\w)(?:{one})(?!\w)")


@lru_cache(maxsize=1)
def plural_titles() -> frozenset[str]:
    """Return the folded addresses that a list of names follows."""
    return frozenset(fold(word) for word in load_data(_TITLES)["plural"])


@lru_cache(maxsize=1)
def family_names() -> frozenset[str]:
    """Return the family names, tones on the dictionary's place."""
    return frozenset(place_tones(word) for word in _load_words("families"))


@lru_cache(maxsize=1)
def body_words() -> frozenset[str]:
    """Return capitalised words that open the name of a body or place."""
    return frozenset(_load_words("bodies"))


@lru_cache(maxsize=1)
def heading_words() -> frozenset[str]:
    """Return folded words of headings that no signature in capitals contains."""
    return frozenset(_load_words("headings"))


@lru_cache(maxsize=1)
def _stopped() -> frozenset[str]:
    words: str = load_data(_TITLES)["stopped"]
    return frozenset(words.split())


def _load_words(key: str) -> list[str]:
    words: str = load_data("names_families.toml")[key]
    return words.split()


def post_before(text: str, start: int) -> Post | None:
    """Return the post that ends right before an address ("Bí thư chi đoàn đ/c Khua")."""
    for post in find_posts(text):
        if post.end < start <= post.end + 2 and not text[post.end : start].strip():
            return post
    return None


def skip_to_name(text: str, end: int) -> tuple[int, tuple[Post, ...]]:
    """Return where a name may begin after an address, past further addresses and posts."""
    posts: list[Post] = []
    position = _blank(text, end, title=True)
    for _ in range(4):
        post = post_at(text, position, tag=True)
        if post and not (post.kind is PostKind.PLAIN and name_at(text, position)):
            posts.append(post)
            position = _blank(text, post.end)
            continue
        title = title_at(text, position)
        if title is None:
            break
        position = _blank(text, title.end(), title=True)
    return position, tuple(posts)


def _blank(text: str, position: int, *, title: bool = False) -> int:
    """Skip blanks; after an address also the stop of "bs." or the colon of "đồng chí: A"."""
    short = title and text[max(0, position - 6) : position].split(" ")[-1].lower() in _stopped()
    match = (_AFTER_SHORT_TITLE if short else _AFTER_TITLE).match(text, position)
    return match.end() if match else position


def name_at(text: str, position: int) -> tuple[int, int] | None:
    """Return the span of the capitalised words at ``position`` that make a name."""
    end = position
    first_is_upper = False
    for count in range(_MAX_WORDS):
        match = _WORD.match(text, end)
        if match is None or (count and _ends_name(text, match, upper=first_is_upper)):
            break
        if count == 0:
            first_is_upper = len(match[0]) > 1 and match[0].isupper()
            if post_at(text, position) or _is_abbreviation(match[0]):
                return None
        last = match.end()
        blank = _BLANK.match(text, last)
        if blank is None:
            return position, last
        end = blank.end()
    else:
        return position, last
    return None if end == position else (position, last)


def _is_abbreviation(word: str) -> bool:
    return word.isupper() and len(word) > 1 and not re.search(r"[AEIOUYÀ-Ỹ]", word)


def _ends_name(text: str, match: re.Match[str], *, upper: bool) -> bool:
    """Whether the next capitalised word no longer belongs to the name."""
    word = match[0]
    if len(word) > 1 and word.isupper() != upper:
        return True
    return post_at(text, match.start(), tag=True) is not None


def make_mention(
    text: str,
    cut: tuple[int, int, int],
    *,
    title: str | None = None,
    before: tuple[Post, ...] = (),
    group: int | None = None,
    plural: bool = False,
) -> PersonMention:
    """Build a mention from (start, name start, name end), with the posts behind it."""
    start, name_start, name_end = cut
    return PersonMention(
        name=text[name_start:name_end],
        start=start,
        end=name_end,
        name_start=name_start,
        name_end=name_end,
        title=title,
        posts=before + _posts_after(text, start, name_end),
        group=start if group is None else group,
        plural=plural,
    )


def _posts_after(text: str, start: int, end: int) -> tuple[Post, ...]:
    """Return the posts that stand right behind a name ("(PBT, QĐ xưởng 1)", "– bí thư")."""
    posts: list[Post] = []
    for _ in range(4):
        gap = _BEFORE_POST.match(text, end)
        post = post_at(text, gap.end(), tag=True) if gap else None
        if gap is None or post is None or _belongs_to_next(text, post):
            break
        # "Trả lời đồng chí Nhài, Bí thư cho lập …": the post opens the next clause.
        comma = gap[0].lstrip().startswith(",")
        if comma and is_spoken_to(text, start) and not _is_apposition(text, post):
            break
        posts.append(post)
        end = post.end
    return tuple(posts)


def is_spoken_to(text: str, start: int) -> bool:
    """Whether the words before ``start`` make the person an object ("theo ý của …")."""
    return _SPOKEN_TO.search(fold(text[max(0, start - 16) : start])) is not None


def _is_apposition(text: str, post: Post) -> bool:
    """Whether a pause closes the post within a few words ("…, Trưởng Bộ môn Hóa, nên tách")."""
    rest = re.split(r"[,.;:()]", text[post.end : post.end + 60])
    return len(rest) > 1 and len(rest[0].split()) <= 5


def takes_unit(post: Post) -> bool:
    """Whether the name of a unit may follow the post ("trưởng bộ môn Hóa")."""
    return _UNIT_LAST.search(post.text) is not None


def _belongs_to_next(text: str, post: Post) -> bool:
    """Whether a post behind a name is rather the next person's ("Đ/c Lan, trưởng thôn Đạt nói")."""
    if "(" in text[post.start - 2 : post.start]:
        return False
    position = _blank(text, post.end)
    title = title_at(text, position)
    if title is not None:
        return (
            title[0] not in plural_titles() and name_at(text, _blank(text, title.end())) is not None
        )
    word = _WORD.match(text, position)
    if takes_unit(post):
        span = name_at(text, position)
        if span is None or " " not in text[span[0] : span[1]]:
            return False
    return (
        position > post.end
        and text[post.end : position].isspace()
        and word is not None
        and word[0] not in body_words()
        and not word[0].isupper()
        and post_at(text, position, tag=True) is None
    )
