"""Who speaks in each paragraph of discussion, criticism and conclusion, and in what role."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from minutes_nlp.model.labels import SPOKEN_SECTIONS, Role, SectionLabel
from minutes_nlp.model.minutes import Meeting, Paragraph, Speaker
from minutes_nlp.nlp.headings import is_heading
from minutes_nlp.nlp.names import PersonMention, find_persons
from minutes_nlp.nlp.phrases import phrase_list
from minutes_nlp.nlp.posts import PostKind, find_posts
from minutes_nlp.nlp.speaker_candidates import (
    DATA,
    further_speakers,
    lead_end,
    speaking_mentions,
)
from minutes_nlp.nlp.speaker_offices import office_inside, speaker_by_office
from minutes_nlp.nlp.speaker_scene import Scene, read_scene
from minutes_nlp.nlp.speaker_turns import narrator_speaks, turn_speaker
from minutes_nlp.nlp.text import fold

_WORKPLACE: Final = re.compile(
    r"hiệu|giám đốc|gđ|quản đốc|trưởng (?:phòng|khoa|bộ môn|ca|xưởng)|phó (?:phòng|khoa)|chánh"
    r"|chỉ huy|kế toán trưởng"
)
_AS_GUEST: Final = re.compile(
    r"(?:như|là|với tư cách(?: là)?) (?:khách (?:mời|danh dự)|đại biểu)(?!\w)"
    r"|^\s?\([^()]{0,60}(?<!\w)(?:khách|khách mời|được mời|mời dự)(?!\w)[^()]{0,60}\)"
)
_ASKS: Final = re.compile(
    r"(?:(?:câu )?hỏi(?: lại| thêm)?|(?:trả lời|đáp|giải đáp|giải trình|ý kiến|phát biểu|góp ý"
    r"|bổ sung))\s?\(([^()]{2,60})\)\s?:"
)
_OWN_OFFICE: Final = re.compile(
    r"[^.;:]{0,60}(?:trách nhiệm|vai trò|tư cách|cương vị)(?: là| của"
    r"| người)? (?:phó )?(?:bí thư|chi ủy|trưởng)(?!\w)"
)


def attribute_speakers(paragraphs: Sequence[Paragraph], meeting: Meeting) -> tuple[Paragraph, ...]:
    """Return ``paragraphs`` with ``speaker`` set in contributions, criticism and conclusions."""
    scene = read_scene(paragraphs, meeting)
    attributed: list[Paragraph] = []
    for paragraph in paragraphs:
        previous = attributed[-1] if attributed else None
        speaker = _speaker(paragraph, previous, scene)
        attributed.append(replace(paragraph, speaker=speaker))
    return tuple(attributed)


def _speaker(paragraph: Paragraph, previous: Paragraph | None, scene: Scene) -> Speaker | None:
    if paragraph.section not in SPOKEN_SECTIONS:
        return None
    if paragraph.section is SectionLabel.CONCLUSIONS:
        return None if _opens_conclusions(paragraph, previous) else _presiding(paragraph, scene)
    start = lead_end(paragraph.text)
    asked = _in_brackets(paragraph.text, start, scene)
    if asked:
        return asked
    named = _named(paragraph.text, scene)
    if named and named.start <= start:
        return named
    return (
        narrator_speaks(paragraph.text, start, scene)
        or speaker_by_office(paragraph.text, start, scene)
        or named
        or office_inside(paragraph.text, scene)
        or (None if is_heading(paragraph) else turn_speaker(paragraph, previous, scene))
    )


def _opens_conclusions(paragraph: Paragraph, previous: Paragraph | None) -> bool:
    """Whether the line is a heading, not an item of what the chair is saying."""
    speaking = (
        previous is not None
        and previous.section is SectionLabel.CONCLUSIONS
        and previous.speaker is not None
    )
    return not speaking and is_heading(paragraph) and not _tells_of_chair(paragraph.text)


def _tells_of_chair(text: str) -> bool:
    presiding = phrase_list(DATA, "chair").search(fold(text)) is not None
    return presiding or bool(find_posts(text)) or bool(find_persons(text))


def _presiding(paragraph: Paragraph, scene: Scene) -> Speaker:
    """Return the chair: only whoever presides concludes."""
    text = paragraph.text
    start = lead_end(text)
    match = phrase_list(DATA, "chair").match(fold(text), start)
    named = [m for m in speaking_mentions(text, scene.people) if scene.is_chair(m.name)]
    if named:
        cut = (named[0].start, named[0].name_end)
    else:
        cut = match.span() if match else (start, start)
    return scene.presiding(*cut)


def _named(text: str, scene: Scene) -> Speaker | None:
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
    names = tuple(dict.fromkeys(scene.shown_name(m.name) for m in (*mentions, *others)))
    return Speaker(role, names, None, mentions[0].start, mentions[-1].name_end)


def _in_brackets(text: str, start: int, scene: Scene) -> Speaker | None:
    """Read "Hỏi (chị Nhung): …" and "Đáp (giám đốc): …"."""
    match = _ASKS.match(fold(text), start)
    if match is None:
        return None
    first, last = match.span(1)
    inside = text[first:last]
    named = next(iter(find_persons(inside)), None)
    if named and named.group == 0:
        name = scene.shown_name(named.name)
        role = _role(named, scene, inside)
        return Speaker(role, (name,), None, first, first + named.name_end)
    if scene.people.resolve(inside):
        return Speaker(Role.MEMBER, (scene.shown_name(inside),), None, first, last)
    return speaker_by_office(text, first, scene)


def _role(mention: PersonMention, scene: Scene, text: str) -> Role:
    if scene.is_chair(mention.name):
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
    own = scene.shown_name(mention.name) in scene.own_officers
    if own or _OWN_OFFICE.match(fold(text), mention.name_end):
        kinds.add(PostKind.COMMITTEE)
    if PostKind.SUPERIOR in kinds and not any(kind.is_officer for kind in kinds):
        return Role.GUEST
    return Role.OFFICER if any(kind.is_officer for kind in kinds) else Role.MEMBER
