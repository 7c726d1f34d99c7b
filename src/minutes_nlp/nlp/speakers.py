"""Who speaks in each paragraph of discussion, criticism and conclusion, and in what role."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from minutes_nlp.model.labels import SPOKEN_SECTIONS, Role, SectionLabel
from minutes_nlp.model.minutes import Meeting, Paragraph, Speaker
from minutes_nlp.nlp.names import PersonMention
from minutes_nlp.nlp.people import People, Person, learn_people
from minutes_nlp.nlp.phrases import phrase_list
from minutes_nlp.nlp.posts import Post, PostKind, post_at
from minutes_nlp.nlp.speaker_candidates import (
    DATA,
    lead_end,
    speaking_mentions,
    speaks_after,
)
from minutes_nlp.nlp.text import fold

_HEADING_WORDS: Final = 14
_ADDRESS: Final = re.compile(r"(?:đồng chí|đ/c|đc|ông|bà|anh|chị|cô|thầy|bác|chú|cụ)?\s*")
_BULLET: Final = re.compile(r"\s*(?:[-–+*•▪·]|\d{1,2}[.)]|[a-zđ][.)]|\(\d{1,2}\))\s*")
_OFFICE_INSIDE: Final = re.compile(r"(?:^[^:]{3,60}:|,)\s*(?=(?:đồng chí|đ/c|đc|ông|bà|anh|chị|cô|thầy|bác|chú|cụ|chủ t)(?!\w))")
_UNIT_END: Final = re.compile(r"[^:.,;]{0,48}:")


@dataclass(frozen=True, slots=True)
class _Scene:
    """What is known of the meeting's people while paragraphs are read in order."""

    people: People
    chair: Person | None
    chair_name: str | None
    chair_is_deputy: bool


def attribute_speakers(
    paragraphs: Sequence[Paragraph], meeting: Meeting
) -> tuple[Paragraph, ...]:
    """Return ``paragraphs`` with ``speaker`` set in contributions, criticism and conclusions."""
    scene = _scene(learn_people(paragraphs), meeting)
    attributed: list[Paragraph] = []
    for paragraph in paragraphs:
        previous = attributed[-1] if attributed else None
        speaker = _speaker(paragraph, previous, scene)
        attributed.append(replace(paragraph, speaker=speaker))
    return tuple(attributed)


def _scene(people: People, meeting: Meeting) -> _Scene:
    chair = people.resolve(meeting.chair) if meeting.chair else None
    posts = chair.posts if chair else frozenset()
    deputy = PostKind.DEPUTY in posts and PostKind.SECRETARY not in posts
    return _Scene(people, chair, meeting.chair, deputy)


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
    return short and not run_in and (stripped.endswith(":") or not stripped.endswith((".", "!", "?")))


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
    return scene.people.resolve(name) == scene.chair


def _named(text: str, scene: _Scene) -> Speaker | None:
    mentions = speaking_mentions(text, scene.people)
    if not mentions:
        return None
    names = tuple(dict.fromkeys(scene.people.full_name(m.name) for m in mentions))
    return Speaker(_role(mentions[0], scene), names, None, mentions[0].start, mentions[-1].name_end)


def _role(mention: PersonMention, scene: _Scene) -> Role:
    if _is_chair(mention.name, scene):
        return Role.CHAIR
    person = scene.people.resolve(mention.name)
    kinds = {post.kind for post in mention.posts} | set(person.posts if person else ())
    if person and person.guest:
        return Role.GUEST
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
        return Speaker(Role.MEMBER, (), text[anonymous.start() : anonymous.end()], *anonymous.span())
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
        return None
    officer = phrase_list(DATA, "unit_officer").match(folded, start) is not None
    label = text[start : end.end() - 1].strip()
    return Speaker(Role.OFFICER if officer else Role.MEMBER, (), label, start, end.end() - 1)


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
