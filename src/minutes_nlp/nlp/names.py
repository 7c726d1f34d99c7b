"""How persons are named in minutes: "Đ/c Nguyễn Văn A", "bs. Tùng", "chị Hai", "GĐ Khoát".

A mention is an address (đồng chí, kinship word, profession, post) before a capitalised name,
or a full name that begins with a known family name.  Joint lists ("các đ/c A, B và C") give
one mention a name, all of one ``group``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from minutes_nlp.nlp.letters import CAPITALISED
from minutes_nlp.nlp.phrases import compile_phrases, load_data
from minutes_nlp.nlp.posts import Post, PostKind, find_posts, post_at
from minutes_nlp.nlp.text import fold, place_tones

_TITLES: Final = "names_titles.toml"
_WORD: Final = re.compile(CAPITALISED)
_BLANK: Final = re.compile(r"[ \t]{1,3}")
_AFTER_TITLE: Final = re.compile(r"[ \t]{0,3}")
_AFTER_SHORT_TITLE: Final = re.compile(r"[ \t]{0,3}[:.]?[ \t]{0,3}")
_JOIN: Final = re.compile(
    r"[ \t]{0,2}(?:[,;+&]|(?<!\w)(?:và|với|cùng|cùng với)(?!\w))[ \t]{0,2}(?:và[ \t])?"
)
_BEFORE_POST: Final = re.compile(
    r"[ \t]{0,2}(?:[,(/;+–-]|(?:hiện |nay )?là(?!\w)|kiêm(?!\w)|và(?!\w)|chức vụ:?|hiện giữ chức)?"
    r"[ \t]{0,2}"
)
_ASIDE: Final = re.compile(r"[ \t]{0,2}\([^()]{0,80}\)")
_COUNTED: Final = re.compile(r"(?:\d|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)[ \t]{1,2}$")
_PLACE_BEFORE: Final = re.compile(
    r"(?<!\w)(?:xã|phường|thôn|ấp|bản|xóm|đường|phố|trường|công ty|khu|huyện|quận|tỉnh|chợ|cầu|sông"
    r"|kênh|kinh|chùa|đền|đình|thị trấn|thành phố|tiểu học|thcs|thpt|mầm non|giải|giải thưởng|quỹ"
    r"|buôn|khóm|làng|cty|tnhh|may|dòng họ|họ|mẹ|hồ|núi|đảo|tàu|bến|cảng|xưởng)[ \t]{1,2}$"
)  # fmt: skip
# Last words of addresses that may carry a stop or a colon.
_STOPPED: Final = frozenset("chí đ/c đc bs đd ktv ds ys lx hl ks cn ths ts pgs gs tskh gv nv".split())
# Clan or gender particles of the Central Highlands written with an apostrophe.
_CLAN: Final = re.compile(r"[KHRYB]['’`]")
_BODY_BETWEEN: Final = re.compile(
    r"[ \t]+(?:(?:tổ|đội|ban|phòng|khoa|phân xưởng|xưởng|chuyền|line|dân phố|thôn|ấp|bản|xóm|khu|chi|hội|nhà|bộ"
    r"|công|trường|xã|phường|đoàn|văn|trạm|ca|ngành|kỹ|kế|sản|hành|cơ|vận|an|kinh|tài|phụ trách|thường trực)"
    r"(?:[ \t][^\W\d_]{1,7}){0,5}[ \t]+)?"
)
_HEADING_WORDS: Final = frozenset(
    "thông tin chung qua nghị quyết phòng hội nội dung phần nhiệm vụ công tác kết luận ý kiến bế mạc"
    " khoa tỉnh văn thời sự tình hình thảo luận chuyên đề".split()
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


@lru_cache(maxsize=8192)
def find_persons(text: str) -> tuple[PersonMention, ...]:
    """Return every mention of a person by name in NFC ``text``, in order."""
    found: list[PersonMention] = []
    for match in _titles().finditer(fold(text)):
        if found and match.start() < found[-1].name_end:
            continue
        found.extend(_addressed(text, match.start(), match.end()))
    found.extend(_after_posts(text, found))
    found.extend(_full_names(text, found))
    return _regrouped(text, sorted(found, key=lambda mention: mention.start))


def _regrouped(text: str, mentions: list[PersonMention]) -> tuple[PersonMention, ...]:
    """Put names that only a comma or "và" parts into one group ("Trưởng thôn Đạt, bà Mận")."""
    grouped: list[PersonMention] = []
    for mention in mentions:
        last = grouped[-1] if grouped else None
        join = _JOIN.match(text, _past_asides(text, last.name_end, last)) if last else None
        if last and join and join.end() == mention.start:
            mention = replace(mention, group=last.group, plural=last.plural or mention.plural)
        grouped.append(mention)
    return tuple(grouped)


def title_at(text: str, position: int) -> re.Match[str] | None:
    """Return the address ("đ/c", "bs.", "chị") that begins at ``position`` of NFC ``text``."""
    return _titles().match(fold(text), position)


def is_public_figure(name: str) -> bool:
    """Whether ``name`` is that of a national leader, street or movement."""
    data = load_data("names_families.toml")
    return fold(name) in data["public"] or fold(name) in data["places"]


@lru_cache(maxsize=1)
def _titles() -> re.Pattern[str]:
    data = load_data(_TITLES)
    words = [word for key in ("plural", "comrade", "kinship", "profession") for word in data[key]]
    one = "|".join(re.escape(fold(word)) for word in sorted(words, key=lambda w: (-len(w), w)))
    return re.compile(rf"(?<!\w)(?:{one})(?!\w)")


@lru_cache(maxsize=1)
def _plural_titles() -> frozenset[str]:
    return frozenset(fold(word) for word in load_data(_TITLES)["plural"])


@lru_cache(maxsize=1)
def _family_names() -> frozenset[str]:
    return frozenset(place_tones(word) for word in _load_words("families"))


@lru_cache(maxsize=1)
def _body_words() -> frozenset[str]:
    return frozenset(_load_words("bodies"))


def _load_words(key: str) -> list[str]:
    words: str = load_data("names_families.toml")[key]
    return words.split()


def _addressed(text: str, start: int, end: int) -> list[PersonMention]:
    """Read the name or the list of names after the address ``text[start:end]``."""
    title = fold(text[start:end])
    position, posts = _skip_to_name(text, end)
    span = _name_at(text, position)
    if span is None or is_public_figure(f"{title} {text[span[0] : span[1]]}"):
        return []
    if _PLACE_BEFORE.search(fold(text[max(0, start - 16) : start])) or text[:end].isupper():
        return []
    counted = _COUNTED.search(fold(text[max(0, start - 8) : start])) is not None
    plural = title in _plural_titles() or counted
    leading = _post_before(text, start)
    first = _mention(
        text,
        (leading.start if leading else start, *span),
        title=title,
        before=(leading, *posts) if leading else posts,
        plural=plural,
    )
    return [first, *_others(text, first)]


def _post_before(text: str, start: int) -> Post | None:
    """Return the post that ends right before an address ("Bí thư chi đoàn đ/c Khua")."""
    for post in find_posts(text):
        if post.end < start <= post.end + 2 and not text[post.end : start].strip():
            return post
    return None


def _skip_to_name(text: str, end: int) -> tuple[int, tuple[Post, ...]]:
    """Return where a name may begin after an address, past further addresses and posts."""
    posts: list[Post] = []
    position = _blank(text, end, title=True)
    for _ in range(4):
        post = post_at(text, position, tag=True)
        if post and not (post.kind is PostKind.PLAIN and _name_at(text, position)):
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
    short = title and text[max(0, position - 6) : position].split(" ")[-1].lower() in _STOPPED
    match = (_AFTER_SHORT_TITLE if short else _AFTER_TITLE).match(text, position)
    return match.end() if match else position


def _name_at(text: str, position: int) -> tuple[int, int] | None:
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


def _mention(
    text: str,
    cut: tuple[int, int, int],
    *,
    title: str | None = None,
    before: tuple[Post, ...] = (),
    group: int | None = None,
    plural: bool = False,
) -> PersonMention:
    start, name_start, name_end = cut
    return PersonMention(
        name=text[name_start:name_end],
        start=start,
        end=name_end,
        name_start=name_start,
        name_end=name_end,
        title=title,
        posts=before + _posts_after(text, name_end),
        group=start if group is None else group,
        plural=plural,
    )


def _posts_after(text: str, end: int) -> tuple[Post, ...]:
    """Return the posts that stand right behind a name ("(PBT, QĐ xưởng 1)", "– bí thư")."""
    posts: list[Post] = []
    for _ in range(4):
        gap = _BEFORE_POST.match(text, end)
        post = post_at(text, gap.end(), tag=True) if gap else None
        if post is None or _belongs_to_next(text, post):
            break
        posts.append(post)
        end = post.end
    return tuple(posts)


def _belongs_to_next(text: str, post: Post) -> bool:
    position = _blank(text, post.end)
    title = title_at(text, position)
    if title is not None:
        return title.group() not in _plural_titles()
    word = _WORD.match(text, position)
    return (
        position > post.end
        and text[post.end : position].isspace()
        and word is not None
        and word[0] not in _body_words()
        and not word[0].isupper()
        and post_at(text, position, tag=True) is None
    )


def _others(text: str, first: PersonMention) -> list[PersonMention]:
    """Return the further names of a joint list."""
    found: list[PersonMention] = []
    end, last = first.name_end, first
    while len(found) < 40:
        end = _past_asides(text, end, last)
        join = _JOIN.match(text, end)
        following = _next_in_list(text, join.end(), first, join[0].strip()) if join else None
        if following is None:
            return found
        found.append(following)
        last, end = following, following.name_end
    return found


def _past_asides(text: str, end: int, last: PersonMention) -> int:
    if last.posts and last.posts[-1].start >= end:
        end = last.posts[-1].end
    aside = _ASIDE.match(text, end)
    if aside:
        return aside.end()
    return end + 1 if text[end : end + 1] == ")" else end


def _next_in_list(
    text: str, position: int, first: PersonMention, join: str
) -> PersonMention | None:
    title = title_at(text, position)
    start = position
    posts: tuple[Post, ...] = ()
    if title:
        position, posts = _skip_to_name(text, title.end())
    elif not first.plural and join in {",", ";"}:
        return None
    span = _name_at(text, position)
    if span is None or (title is None and text[span[0] : span[1]].split()[0] in _body_words()):
        return None
    return _mention(
        text,
        (start, *span),
        title=title.group() if title else first.title,
        before=posts,
        group=first.start,
        plural=first.plural,
    )


def _after_posts(text: str, found: list[PersonMention]) -> list[PersonMention]:
    """Return names right after a post without an address ("GĐ Khoát", "Bí thư Nguyễn Văn A")."""
    taken = [(mention.start, mention.name_end) for mention in found]
    mentions: list[PersonMention] = []
    folded = fold(text)
    for match in _posts_as_titles().finditer(folded):
        start = match.start()
        post = post_at(text, start, tag=True)
        if post is None or any(a <= start < b for a, b in taken):
            continue
        span = _name_after_post(text, post)
        if span is None or _opens_body(text, span):
            continue
        mentions.append(_mention(text, (start, *span), title=None, before=(post,)))
        taken.append((start, span[1]))
    return mentions


def _name_after_post(text: str, post: Post) -> tuple[int, int] | None:
    # "Bí thư Đoàn Khánh Vy" names a person, "Bí thư Đoàn xã" a post.
    last = text.rfind(" ", post.start, post.end) + 1
    if text[last].isupper() and place_tones(text[last : post.end]) in _family_names():
        span = _name_at(text, last)
        if span and len(text[span[0] : span[1]].split()) >= 3:
            return span
    blank = _BLANK.match(text, post.end)
    return _name_at(text, blank.end()) if blank else None


@lru_cache(maxsize=1)
def _posts_as_titles() -> re.Pattern[str]:
    data = load_data("names_posts.toml")
    keys = ("secretary", "deputy", "committee", "head")
    return compile_phrases((*(phrase for key in keys for phrase in data[key]), "gđ", "pgđ", "qđ"))


def _opens_body(text: str, span: tuple[int, int]) -> bool:
    words = text[span[0] : span[1]].split()
    if words[0] not in _body_words():
        return words[0].isupper() and len(words[0]) > 1 and not text.isupper()
    return not (len(words) >= 2 and place_tones(words[0]) in _family_names())


def _full_names(text: str, found: list[PersonMention]) -> list[PersonMention]:
    """Return full names without an address: a family name and one to four names more."""
    taken = [(mention.start, mention.name_end) for mention in found]
    mentions: list[PersonMention] = []
    position = 0
    while match := _WORD.search(text, position):
        position = match.end()
        if not _may_open_full_name(text, match, taken):
            continue
        span = _name_at(text, match.start())
        if span is None or len(text[span[0] : span[1]].split()) < 2:
            continue
        position = span[1]
        if not is_public_figure(text[span[0] : span[1]]) and _stands_as_name(text, span):
            leading = _post_with_body_before(text, span[0])
            start = leading[0].start if leading else span[0]
            mentions.append(_mention(text, (start, *span), before=leading))
    return mentions


def _post_with_body_before(text: str, start: int) -> tuple[Post, ...]:
    """Return the post before a full name, the body that it belongs to between them."""
    for post in find_posts(text):
        if 0 <= start - post.end <= 60 and _BODY_BETWEEN.fullmatch(fold(text), post.end, start):
            return (post,)
    return ()


def _stands_as_name(text: str, span: tuple[int, int]) -> bool:
    """Whether capitals throughout are a signature, not a heading."""
    name = text[span[0] : span[1]]
    if not name.isupper() or max(map(len, name.split())) == 1:
        return True
    before, after = text[: span[0]].rstrip(), text[span[1] :].lstrip()
    alone = (not before or before[-1] in "|:.)") and (not after or after[0] in "|(,")
    return alone and not any(word in _HEADING_WORDS for word in fold(name).split())


def _may_open_full_name(
    text: str, match: re.Match[str], taken: list[tuple[int, int]]
) -> bool:
    start = match.start()
    if any(a <= start < b for a, b in taken):
        return False
    if start and (text[start - 1].isalnum() or text[start - 1] in "/'’-."):
        return False
    word = place_tones(match[0])
    known = word in _family_names() or word.title() in _family_names() or _CLAN.match(word)
    return bool(known) and not _PLACE_BEFORE.search(fold(text[max(0, start - 16) : start]))
