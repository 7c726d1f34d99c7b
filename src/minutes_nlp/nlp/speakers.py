"""Who speaks in each paragraph of discussion, criticism and conclusion, and in what role."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from minutes_nlp.model.labels import SPOKEN_SECTIONS, Role, SectionLabel
from minutes_nlp.model.minutes import Meeting, Paragraph, Speaker
from minutes_nlp.nlp.frame import with_formal_opening
from minutes_nlp.nlp.names import PersonMention
from minutes_nlp.nlp.people import People, Person, learn_people, name_tokens
from minutes_nlp.nlp.phrases import phrase_list
from minutes_nlp.nlp.posts import Post, PostKind, post_at
from minutes_nlp.nlp.speaker_candidates import (
    DATA,
    further_speakers,
    lead_end,
    speaking_mentions,
    speaks_after,
)
from minutes_nlp.nlp.text import fold

_HEADING_WORDS: Final = 14
_ADDRESS: Final = re.compile(r"(?:đồng chí|đ/c|đc|ông|bà|anh|chị|cô|thầy|bác|chú|cụ)?\s*")
_BULLET: Final = re.compile(r"\s*(?:[-–+*•▪·]|\d{1,2}[.)]|[a-zđ][.)]|\(\d{1,2}\))\s*")
_OFFICE_INSIDE: Final = re.compile(
    r"(?:^[^:]{3,60}:|,)\s*(?=(?:đồng chí|đ/c|đc|ông|bà|anh|chị|cô|thầy|bác|chú|cụ|chủ tọa"
    r"|chủ trì|bí thư)(?!\w))"
)
_RESIDENTIAL: Final = re.compile(
    r"(?<!\w)(?:thôn|ấp|bản|xóm|buôn|khóm|làng|phum|sóc|khu phố|khu dân cư|tổ dân phố|tdp|bon"
    r"|kp)(?!\w)"
)
_WORKPLACE: Final = re.compile(
    r"hiệu|giám đốc|gđ|quản đốc|trưởng (?:phòng|khoa|bộ môn|ca|xưởng)|phó (?:phòng|khoa)|chánh"
    r"|chỉ huy|kế toán trưởng"
)
_AS_GUEST: Final = re.compile(
    r"(?:như|là|với tư cách(?: là)?) (?:khách (?:mời|danh dự)|đại biểu)(?!\w)"
)
_OWN_OFFICE: Final = re.compile(
    r"[^.;:]{0,60}(?:trách nhiệm|vai trò|tư cách|cương vị)(?: là| của"
    r"| người)? (?:phó )?(?:bí thư|chi ủy|trưởng)(?!\w)"
)
_CONCLUDES: Final = re.compile(
    r"(?<!\w)(?:kết luận|chốt|quyết|tóm lại|tổng hợp|thống nhất|phân công|giao|nghe hết"
    r"|tổng kết)(?!\w)"
)
_UNIT_VOICE: Final = re.compile(r"(?:một |có )?(?:ý kiến|đề nghị|câu hỏi) (?:của|từ)(?: phía)?\s+")
_UNIT_END: Final = re.compile(r"[^:.,;]{0,48}:")


@dataclass(frozen=True, slots=True)
class _Scene:
    """What is known of the meeting's people while paragraphs are read in order."""

    people: People
    chair: Person | None
    chair_name: str | None
    chair_is_deputy: bool
    residential: bool
    chair_aliases: frozenset[str]


def attribute_speakers(paragraphs: Sequence[Paragraph], meeting: Meeting) -> tuple[Paragraph, ...]:
    """Return ``paragraphs`` with ``speaker`` set in contributions, criticism and conclusions."""
    scene = _scene(paragraphs, meeting)
    attributed: list[Paragraph] = []
    for paragraph in paragraphs:
        previous = attributed[-1] if attributed else None
        speaker = _speaker(paragraph, previous, scene)
        attributed.append(replace(paragraph, speaker=speaker))
    return tuple(attributed)


def _scene(paragraphs: Sequence[Paragraph], meeting: Meeting) -> _Scene:
    people = learn_people(with_formal_opening(paragraphs))
    chair = people.resolve(meeting.chair) if meeting.chair else None
    posts = chair.posts if chair else frozenset()
    deputy = PostKind.DEPUTY in posts and PostKind.SECRETARY not in posts
    residential = _RESIDENTIAL.search(fold(meeting.cell or "")) is not None
    aliases = frozenset(_concluding_names(paragraphs, people))
    return _Scene(people, chair, meeting.chair, deputy, residential, aliases)


def _concluding_names(paragraphs: Sequence[Paragraph], people: People) -> Iterator[str]:
    """Yield the short names under which the chair concludes: nobody else concludes."""
    for paragraph in paragraphs:
        if paragraph.section is not SectionLabel.CONCLUSIONS:
            continue
        for mention in speaking_mentions(paragraph.text, people)[:1]:
            said = fold(paragraph.text)[mention.name_end : mention.name_end + 40]
            at_lead = mention.start <= lead_end(paragraph.text)
            if at_lead and len(mention.name.split()) == 1 and _CONCLUDES.search(said):
                yield fold(mention.name)


def _speaker(paragraph: Paragraph, previous: Paragraph | None, scene: _Scene) -> Speaker | None:
    if paragraph.section not in SPOKEN_SECTIONS:
        return None
    heading = _is_bare_heading(paragraph.text)
    if paragraph.section is SectionLabel.CONCLUSIONS:
        return None if heading else _presiding(paragraph.text, scene)
    named = _named(paragraph.text, scene)
    if named and named.start <= lead_end(paragraph.text):
        return named
    return (
        _by_office(paragraph.text, lead_end(paragraph.text), scene)
        or named
        or _office_inside(paragraph.text, scene)
        or (None if heading else _carried(paragraph, previous))
    )


def _is_bare_heading(text: str) -> bool:
    """Whether the paragraph only opens others."""
    stripped = text.rstrip()
    run_in = re.search(r":\s*\S", stripped) is not None
    short = len(stripped.split()) <= _HEADING_WORDS
    return (
        short and not run_in and (stripped.endswith(":") or not stripped.endswith((".", "!", "?")))
    )


def _presiding(text: str, scene: _Scene) -> Speaker:
    """Return the chair: only whoever presides concludes."""
    start = lead_end(text)
    match = phrase_list(DATA, "chair").match(fold(text), start)
    named = [m for m in speaking_mentions(text, scene.people) if _is_chair(m.name, scene)]
    if named:
        cut = (named[0].start, named[0].name_end)
    else:
        cut = match.span() if match else (start, start)
    names = (scene.chair_name,) if scene.chair_name else ()
    return Speaker(Role.CHAIR, names, None if names else "chủ trì", *cut)


def _is_chair(name: str, scene: _Scene) -> bool:
    if scene.chair is None:
        return scene.chair_name is not None and fold(name) == fold(scene.chair_name)
    if scene.people.resolve(name) == scene.chair:
        return True
    # "Anh Tư" in a hamlet with two of that rank: the chair's own by-name comes first.
    words = name_tokens(name)
    ranked = any(len(form) == 2 and form[0] == words[0] for form in scene.chair.forms)
    return len(words) == 1 and (ranked or words[0] in scene.chair_aliases)


def _named(text: str, scene: _Scene) -> Speaker | None:
    mentions = speaking_mentions(text, scene.people)
    if not mentions:
        return None
    role = _role(mentions[0], scene, text)
    others = [
        m
        for m in further_speakers(text, mentions)
        if _role(m, scene, text) in {Role.MEMBER, Role.OFFICER}
        and role in {Role.MEMBER, Role.OFFICER}
    ]
    names = tuple(dict.fromkeys(_shown_name(m.name, scene) for m in (*mentions, *others)))
    return Speaker(role, names, None, mentions[0].start, mentions[-1].name_end)


def _shown_name(name: str, scene: _Scene) -> str:
    if scene.chair_name and _is_chair(name, scene):
        return scene.chair_name
    return scene.people.full_name(name)


def _role(mention: PersonMention, scene: _Scene, text: str) -> Role:
    if _is_chair(mention.name, scene):
        return Role.CHAIR
    person = scene.people.resolve(mention.name)
    words = {post.text for post in mention.posts} | set(person.post_words if person else ())
    kinds = {post.kind for post in mention.posts} | set(person.posts if person else ())
    # In the cell of a hamlet the head of a school or a firm heads nothing of the unit's.
    if scene.residential and all(_WORKPLACE.search(word) for word in words):
        kinds.discard(PostKind.HEAD)
    if (person and person.guest) or _AS_GUEST.search(
        fold(text)[mention.name_end : mention.name_end + 90]
    ):
        return Role.GUEST
    if _OWN_OFFICE.match(fold(text), mention.name_end):
        kinds.add(PostKind.COMMITTEE)
    if PostKind.SUPERIOR in kinds and not any(kind.is_officer for kind in kinds):
        return Role.GUEST
    return Role.OFFICER if any(kind.is_officer for kind in kinds) else Role.MEMBER


def _office_inside(text: str, scene: _Scene) -> Speaker | None:
    """Read "…, đồng chí Bí thư xin ý kiến" and "Tự phê bình: đồng chí Bí thư nhận …"."""
    folded = fold(text)
    for match in _OFFICE_INSIDE.finditer(folded):
        speaker = _by_office(text, match.end(), scene)
        if speaker and speaks_after(folded, speaker.end):
            return speaker
    return None


def _by_office(text: str, start: int, scene: _Scene) -> Speaker | None:
    """Read a speaker known by office, unit or as "một đảng viên" only, named at ``start``."""
    folded = fold(text)
    match = phrase_list(DATA, "chair").match(folded, start)
    if match:
        names = (scene.chair_name,) if scene.chair_name else ()
        return Speaker(Role.CHAIR, names, None if names else "chủ trì", *match.span())
    guest = phrase_list(DATA, "guest").match(folded, start)
    if guest:
        return Speaker(Role.GUEST, (), text[guest.start() : guest.end()], *guest.span())
    anonymous = phrase_list(DATA, "anonymous").match(folded, start)
    if anonymous:
        return Speaker(
            Role.MEMBER, (), text[anonymous.start() : anonymous.end()], *anonymous.span()
        )
    return _by_post(text, start, scene) or _by_unit(text, start)


def _by_post(text: str, start: int, scene: _Scene) -> Speaker | None:
    address = _ADDRESS.match(fold(text), start)
    post = post_at(text, address.end() if address else start)
    if post is None or post.kind is PostKind.PLAIN:
        return None
    label = text[start : post.end]
    role = _role_of_post(post, scene)
    if role is Role.CHAIR and scene.chair_name:
        return Speaker(role, (scene.chair_name,), None, start, post.end)
    return Speaker(role, (), label, start, post.end) if role else None


def _role_of_post(post: Post, scene: _Scene) -> Role | None:
    if post.kind is PostKind.SECRETARY:
        return Role.OFFICER if scene.chair_is_deputy else Role.CHAIR
    if post.kind is PostKind.DEPUTY:
        return Role.CHAIR if scene.chair_is_deputy else Role.OFFICER
    if post.kind is PostKind.SUPERIOR:
        return Role.GUEST
    return Role.OFFICER if post.kind.is_officer else Role.MEMBER


def _by_unit(text: str, start: int) -> Speaker | None:
    folded = fold(text)
    unit = phrase_list(DATA, "unit").match(folded, start)
    end = _UNIT_END.match(folded, unit.end()) if unit else None
    if end is None:
        return _voice_of_unit(text, start)
    officer = phrase_list(DATA, "unit_officer").match(folded, start) is not None
    label = text[start : end.end() - 1].strip()
    return Speaker(Role.OFFICER if officer else Role.MEMBER, (), label, start, end.end() - 1)


def _voice_of_unit(text: str, start: int) -> Speaker | None:
    """Read "Một ý kiến của Bộ môn Hóa đề nghị …"."""
    match = _UNIT_VOICE.match(fold(text), start)
    if match is None:
        return None
    unit = phrase_list(DATA, "unit").match(fold(text), match.end())
    if unit is None or not speaks_after(fold(text), unit.end()):
        return None
    return Speaker(Role.MEMBER, (), text[unit.start() : unit.end()], unit.start(), unit.end())


def _carried(paragraph: Paragraph, previous: Paragraph | None) -> Speaker | None:
    """Return the speaker of the paragraph before where this one plainly goes on with it."""
    if previous is None or previous.speaker is None or previous.section is not paragraph.section:
        return None
    opened = previous.text.rstrip().endswith(":")
    bullets = _BULLET.match(paragraph.text) is not None
    inherited = previous.speaker.start == previous.speaker.end
    if opened or (bullets and inherited):
        return replace(previous.speaker, start=0, end=0)
    return None
