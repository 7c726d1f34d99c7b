"""Who presides and who takes the minutes, from the opening or from the signature block."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from minutes_nlp.model.minutes import Paragraph, Span
from minutes_nlp.nlp.names import PersonMention, find_persons
from minutes_nlp.nlp.people import People
from minutes_nlp.nlp.phrases import phrase_list
from minutes_nlp.nlp.posts import PostKind, find_posts
from minutes_nlp.nlp.signatures import Office, find_signatures
from minutes_nlp.nlp.text import fold

_DATA: Final = "meeting_words.toml"
_HEAD: Final = 30
_FILLER_WORD: Final = (
    r"(?:là|do|bởi|ngồi|cầm|ghế|đứng|vẫn|tui|tôi|em|cháu|cử|bầu|gồm|có|được|đồng chí|đ/c"
    r"|làm|cuộc họp|buổi họp|hội nghị|buổi sinh hoạt"
    r"|sinh hoạt|phiên họp|chi bộ|của|buổi|nay|hôm nay|thống nhất|ủy quyền|cho|giao|phân công"
    r"|người|kiêm|theo|chính|lần này|ông|bà)"
)
_TAKES_SEAT: Final = re.compile(r"(?<!\w)(?:ngồi|ghế|giữ|làm|đứng|lên|vẫn|cầm)\s$")
_JOINED: Final = re.compile(r"\s?(?:,|và|-|/)\s?")
_HEADING_ENDS: Final = re.compile(r"[^:.;]{0,24}:")
_BY: Final = re.compile(r"(?<!\w)được\s$")
_DELEGATES: Final = re.compile(r"(?<!\w)(?:ủy quyền|giao|phân công|nhờ|cử)(?!\w)")
_PAUSE: Final = re.compile(r"\s?[,;]")
_OPENS: Final = re.compile(r"(?:^|[.,;:|(-])\s{0,3}$")
_NEXT_WORD: Final = 40
_FILLER: Final = re.compile(rf"(?:[\s:,\-+()=]|{_FILLER_WORD}(?!\w)){{0,24}}")


@dataclass(frozen=True, slots=True)
class Officer:
    """A person in an office of the meeting, with the words that say so."""

    name: str
    span: Span


def find_officer(office: Office, paragraphs: Sequence[Paragraph], people: People) -> Officer | None:
    """Return who holds ``office``: as the opening says, else as the signature block says."""
    signed = find_signatures(paragraphs).get(office)
    stated = _stated(office, paragraphs, people)
    if stated is None:
        return Officer(people.full_name(signed.text), signed) if signed else None
    if signed and _is_short_form(stated.name, signed.text):
        return Officer(signed.text, stated.span)
    return stated


def _is_short_form(name: str, full: str) -> bool:
    words, longer = fold(name).split(), fold(full).split()
    return len(words) < len(longer) and longer[-1] == words[-1]


def _stated(office: Office, paragraphs: Sequence[Paragraph], people: People) -> Officer | None:
    for paragraph in paragraphs[:_HEAD]:
        for name, start, end in _candidates(office, paragraph, people):
            return Officer(people.full_name(name), paragraph.span(start, end))
    return None


def _candidates(
    office: Office, paragraph: Paragraph, people: People
) -> Iterator[tuple[str, int, int]]:
    text = paragraph.text
    folded = fold(text)
    mentions = find_persons(text)
    others = _cues_of_others(office, folded)
    for cue in phrase_list(_DATA, office.value).finditer(folded):
        if _heads_both(folded, cue, others):
            continue
        after = _after(folded, cue.end(), mentions)
        before = _before(folded, cue.start(), mentions)
        listed = _PAUSE.match(folded, cue.end()) and not _OPENS.search(folded, 0, cue.start())
        if after and (
            listed or _is_others(folded, cue, after, others, told_before=before is not None)
        ):
            after = None
        # "A điều khiển, B ghi biên bản": behind a comma stands who does the next thing.
        if after and not (before and folded[cue.end() :].lstrip().startswith((",", ";"))):
            yield _written_out(text, after, mentions), cue.start(), after.name_end
            continue
        if before:
            yield _written_out(text, before, mentions), before.start, cue.end()
            continue
        yield from _known_without_title(text, cue, people)
        holder = _holder_of_post(text, cue.start(), cue.end(), people)
        if holder and office is Office.CHAIR:
            yield holder, cue.start(), cue.end()


def _cues_of_others(office: Office, folded: str) -> list[tuple[int, int]]:
    """Return where the words of the other offices stand."""
    return [
        match.span()
        for other in Office
        if other is not office
        for match in phrase_list(_DATA, other.value).finditer(folded)
    ]


def _heads_both(folded: str, cue: re.Match[str], others: Sequence[tuple[int, int]]) -> bool:
    """Whether the cue is half of a heading ("4. Chủ trì, thư ký: … chủ trì; … ghi biên bản")."""
    joined = any(
        _JOINED.fullmatch(folded, min(end, cue.end()), max(start, cue.start()))
        for start, end in others
    )
    later = any(start > cue.end() + _NEXT_WORD // 2 for start, _ in others)
    return joined and later and _HEADING_ENDS.match(folded, cue.end()) is not None


def _is_others(
    folded: str,
    cue: re.Match[str],
    after: PersonMention,
    others: Sequence[tuple[int, int]],
    *,
    told_before: bool,
) -> bool:
    """Whether the name behind a cue belongs to another office's word.

    Names and offices alternate: in "A chủ trì tôi B ghi" the word that follows B takes B, in
    "A chủ trì thư ký B" the word that stands before B does.
    """
    if any(cue.end() <= start < after.start for start, _ in others):
        return True
    if told_before and _TAKES_SEAT.search(folded[max(0, cue.start() - 16) : cue.start()]):
        return True
    parted = told_before or folded[cue.end() :].lstrip().startswith((",", ";"))
    return parted and any(
        after.name_end <= start <= after.name_end + _NEXT_WORD
        and _FILLER.fullmatch(_without_posts(folded[after.name_end : start]))
        for start, _ in others
    )


def _written_out(text: str, mention: PersonMention, mentions: Sequence[PersonMention]) -> str:
    """Return the name, or the full name that an aside gives ("chú Ba (Huỳnh Tấn Lộc, BT)")."""
    for other in mentions:
        gap = text[mention.name_end : other.start]
        if other.start > mention.name_end and gap.strip() == "(" and " " in other.name:
            return other.name
        # "Phan Văn Lành phó bí thư (chú Út) chủ trì": the aside holds the short name.
        gap = _without_posts(fold(text[other.name_end : mention.start]))
        if other.name_end < mention.start and gap.strip() == "(" and " " in other.name:
            return other.name
    return mention.name


def _after(folded: str, position: int, mentions: Sequence[PersonMention]) -> PersonMention | None:
    """Return the person named next, when nothing but fillers and posts stand between."""
    for mention in mentions:
        if mention.name_start >= position:
            gap = _without_posts(folded[position : max(position, mention.start)])
            return mention if _FILLER.fullmatch(gap) else None
    return None


def _before(folded: str, position: int, mentions: Sequence[PersonMention]) -> PersonMention | None:
    for mention in reversed(mentions):
        if mention.name_end <= position:
            # "Cô Y Nhơr được chị Vân ủy quyền chủ trì": who delegates does not preside.
            if _BY.search(folded[max(0, mention.start - 8) : mention.start]) and _DELEGATES.search(
                folded[mention.name_end : position]
            ):
                position = mention.start
                continue
            gap = _without_asides(folded[mention.name_end : position])
            told = _without_posts(gap)
            gap = told if told != gap else re.sub(r",[^,.;:]{0,60},", " ", gap)
            return mention if _FILLER.fullmatch(gap) else None
    return None


def _without_posts(gap: str) -> str:
    """Blank out posts with the units that they belong to ("Phó Giám đốc HTX")."""
    for post in reversed(find_posts(gap)):
        stop = re.compile(r"[,;.:]|$").search(gap, post.end)
        gap = gap[: post.start] + " " + gap[stop.start() if stop else len(gap) :]
    return gap


def _without_asides(gap: str) -> str:
    return re.sub(r"\([^()]{0,120}\)", " ", gap)


_BARE: Final = re.compile(r"[^\W\d_]{2,}")


def _known_without_title(
    text: str, cue: re.Match[str], people: People
) -> Iterator[tuple[str, int, int]]:
    """Yield a known given name right before or after the cue ("Thơm ghi.", "Ghi: Thơm")."""
    following = _BARE.search(text, cue.end())
    if (
        following
        and following[0][0].isupper()
        and _FILLER.fullmatch(fold(text[cue.end() : following.start()]))
    ):
        person = people.resolve(following[0])
        if person:
            yield person.name, cue.start(), following.end()
            return
    words = list(_BARE.finditer(text, 0, cue.start()))
    gap = fold(text[words[-1].end() : cue.start()]) if words else ""
    if words and words[-1][0][0].isupper() and _FILLER.fullmatch(gap):
        person = people.resolve(words[-1][0])
        if person:
            yield person.name, words[-1].start(), cue.end()


def _holder_of_post(text: str, start: int, end: int, people: People) -> str | None:
    """Return the one known holder of the post named beside the cue ("đ/c Bí thư chủ trì")."""
    for post in find_posts(text):
        near = -30 <= post.end - start <= 0 or 0 <= post.start - end <= 20
        if near and post.kind in {PostKind.SECRETARY, PostKind.DEPUTY}:
            holders = [person for person in people.persons if post.kind in person.posts]
            return holders[0].name if len(holders) == 1 else None
    return None
