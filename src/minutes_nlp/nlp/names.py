"""How persons are named in minutes: "Đ/c Nguyễn Văn A", "bs. Tùng", "chị Hai", "GĐ Khoát".

A mention is an address (đồng chí, kinship word, profession, post) before a capitalised name,
or a full name that begins with a known family name.  Joint lists ("các đ/c A, B và C") give
one mention a name, all of one ``group``.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import Final

from minutes_nlp.nlp.informal_names import informal_names
from minutes_nlp.nlp.letters import CAPITALISED
from minutes_nlp.nlp.name_reading import (
    PersonMention,
    body_words,
    family_names,
    heading_words,
    is_public_figure,
    is_spoken_to,
    make_mention,
    name_at,
    plural_titles,
    post_before,
    skip_to_name,
    takes_unit,
    title_at,
    titles,
)
from minutes_nlp.nlp.phrase_patterns import PhrasePattern
from minutes_nlp.nlp.phrases import compile_phrases, load_data
from minutes_nlp.nlp.posts import Post, find_posts, post_at
from minutes_nlp.nlp.text import fold, place_tones

__all__ = ["PersonMention", "find_persons", "is_public_figure", "title_at"]

_WORD: Final = re.compile(CAPITALISED)
_BLANK: Final = re.compile(r"[ \t]{1,3}")
_JOIN: Final = re.compile(
    r"[ \t]{0,2}(?:[,;+&]|(?<!\w)(?:và|với|cùng|cùng với)(?!\w))[ \t]{0,2}(?:và[ \t])?"
)
_ASIDE: Final = re.compile(r"[ \t]{0,2}\([^()]{0,80}\)")
_COUNTED: Final = re.compile(r"(?:\d|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)[ \t]{1,2}$")
_PLACE_BEFORE: Final = re.compile(
    r"(?<!\w)(?:xã|phường|thôn|ấp|(?<!biên )bản|xóm|đường|phố|trường|công ty|khu|huyện|quận|tỉnh"
    r"|chợ|cầu|sông|kênh|kinh|chùa|đền|đình|thị trấn|thành phố|tiểu học|thcs|thpt|mầm non|giải"
    r"|giải thưởng|quỹ"
    r"|buôn|khóm|làng|cty|tnhh|may|dòng họ|họ|mẹ|hồ|núi|đảo|tàu|bến|cảng|xưởng)[ \t]{1,2}$"
)  # fmt: skip
# Clan or gender particles of the Central Highlands written with an apostrophe.
_CLAN: Final = re.compile(r"[KHRYB]['’`]")
_BODY_BETWEEN: Final = re.compile(
    r"[ \t]+(?:(?:tổ|đội|ban|phòng|khoa|phân xưởng|xưởng|chuyền|line|dân phố|thôn|ấp|bản|xóm"
    r"|khu|chi|hội|nhà|bộ"
    r"|công|trường|xã|phường|đoàn|văn|trạm|ca|ngành|kỹ|kế|sản|hành|cơ|vận|an|kinh|tài|phụ trách"
    r"|thường trực)"
    r"(?:[ \t][^\W\d_]{1,7}){0,5}[ \t]+)?"
)


@lru_cache(maxsize=8192)
def find_persons(text: str) -> tuple[PersonMention, ...]:
    """Return every mention of a person by name in NFC ``text``, in order."""
    found: list[PersonMention] = []
    for match in titles().finditer(fold(text)):
        if found and match.start() < found[-1].name_end:
            continue
        found.extend(_addressed(text, match.start(), match.end()))
    found.extend(_after_posts(text, found))
    found.extend(_full_names(text, found))
    taken = [(mention.start, mention.name_end) for mention in found]
    found.extend(
        mention
        for mention in informal_names(text)
        if not any(a < mention.name_end and mention.start < b for a, b in taken)
    )
    return _regrouped(text, sorted(found, key=lambda mention: mention.start))


def _regrouped(text: str, mentions: list[PersonMention]) -> tuple[PersonMention, ...]:
    """Put names that only a comma or "và" parts into one group ("Trưởng thôn Đạt, bà Mận")."""
    grouped: list[PersonMention] = []
    for mention in mentions:
        last = grouped[-1] if grouped else None
        join = _JOIN.match(text, _past_asides(text, last.name_end, last)) if last else None
        # "Nghe xong lời của đ/c Toản, đ/c Nhài xin nói": the second opens her own clause.
        ends = (
            join is not None
            and join[0].strip() == ","
            and is_spoken_to(text, last.start if last else 0)
        )
        if last and join and join.end() == mention.start and not ends:
            mention = replace(mention, group=last.group, plural=last.plural or mention.plural)
        grouped.append(mention)
    return tuple(grouped)


def _addressed(text: str, start: int, end: int) -> list[PersonMention]:
    """Read the name or the list of names after the address ``text[start:end]``."""
    title = fold(text[start:end])
    position, posts = skip_to_name(text, end)
    span = name_at(text, position)
    if span is None or is_public_figure(f"{title} {text[span[0] : span[1]]}"):
        return []
    if _PLACE_BEFORE.search(fold(text[max(0, start - 16) : start])) or (
        len(title) > 5 and text[:end].isupper()
    ):
        return []
    counted = _COUNTED.search(fold(text[max(0, start - 8) : start])) is not None
    plural = title in plural_titles() or counted
    leading = post_before(text, start)
    first = make_mention(
        text,
        (leading.start if leading else start, *span),
        title=title,
        before=(leading, *posts) if leading else posts,
        plural=plural,
    )
    return [first, *_others(text, first)]


def _others(text: str, first: PersonMention) -> list[PersonMention]:
    """Return the further names of a joint list."""
    found: list[PersonMention] = []
    end, last = first.name_end, first
    while len(found) < 40:
        end = _past_asides(text, end, last)
        join = _JOIN.match(text, end)
        if join and join[0].strip() == "," and is_spoken_to(text, first.start):
            return found
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
        position, posts = skip_to_name(text, title.end())
    elif not first.plural and join in {",", ";"}:
        return None
    span = name_at(text, position)
    if span is None or (title is None and text[span[0] : span[1]].split()[0] in body_words()):
        return None
    return make_mention(
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
        if span is None or _opens_body(text, span) or _names_unit(text, post, span):
            continue
        mentions.append(make_mention(text, (start, *span), title=None, before=(post,)))
        taken.append((start, span[1]))
    return mentions


def _names_unit(text: str, post: Post, span: tuple[int, int]) -> bool:
    return takes_unit(post) and " " not in text[span[0] : span[1]]


def _name_after_post(text: str, post: Post) -> tuple[int, int] | None:
    # "Bí thư Đoàn Khánh Vy" names a person, "Bí thư Đoàn xã" a post.
    last = text.rfind(" ", post.start, post.end) + 1
    if text[last].isupper() and place_tones(text[last : post.end]) in family_names():
        span = name_at(text, last)
        if span and len(text[span[0] : span[1]].split()) >= 3:
            return span
    blank = _BLANK.match(text, post.end)
    return name_at(text, blank.end()) if blank else None


@lru_cache(maxsize=1)
def _posts_as_titles() -> PhrasePattern:
    data = load_data("names_posts.toml")
    keys = ("secretary", "deputy", "committee", "head")
    return compile_phrases((*(phrase for key in keys for phrase in data[key]), "gđ", "pgđ", "qđ"))


def _opens_body(text: str, span: tuple[int, int]) -> bool:
    words = text[span[0] : span[1]].split()
    if words[0] not in body_words():
        return words[0].isupper() and len(words[0]) > 1 and not text.isupper()
    return not (len(words) >= 2 and place_tones(words[0]) in family_names())


def _full_names(text: str, found: list[PersonMention]) -> list[PersonMention]:
    """Return full names without an address: a family name and one to four names more."""
    taken = bytearray(len(text))
    for mention in found:
        taken[mention.start : mention.name_end] = b"\1" * (mention.name_end - mention.start)
    mentions: list[PersonMention] = []
    position = 0
    while match := _WORD.search(text, position):
        position = match.end()
        if not _may_open_full_name(text, match, taken):
            continue
        span = name_at(text, match.start())
        if span is None or len(text[span[0] : span[1]].split()) < 2:
            continue
        position = span[1]
        if not is_public_figure(text[span[0] : span[1]]) and _stands_as_name(text, span):
            leading = _post_with_body_before(text, span[0])
            start = leading[0].start if leading else span[0]
            mentions.append(make_mention(text, (start, *span), before=leading))
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
    return alone and not any(word in heading_words() for word in fold(name).split())


def _may_open_full_name(text: str, match: re.Match[str], taken: bytearray) -> bool:
    start = match.start()
    if taken[start]:
        return False
    if start and (text[start - 1].isalnum() or text[start - 1] in "/'’-."):
        return False
    word = place_tones(match[0])
    known = word in family_names() or word.title() in family_names() or _CLAN.match(word)
    place = _PLACE_BEFORE.search(fold(text[max(0, start - 16) : start]))
    return bool(known) and (place is None or bool(_post_with_body_before(text, start)))
