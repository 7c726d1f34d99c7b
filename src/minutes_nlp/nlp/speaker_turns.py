"""Speakers whom a paragraph does not name: they are taken from the turn of speech it stands in."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from minutes_nlp.model.labels import Role, SectionLabel
from minutes_nlp.model.minutes import Paragraph, Speaker
from minutes_nlp.nlp.phrases import phrase_list
from minutes_nlp.nlp.posts import PostKind
from minutes_nlp.nlp.speaker_candidates import DATA, lead_end, says_next, speaks_after
from minutes_nlp.nlp.speaker_scene import Scene
from minutes_nlp.nlp.steering import opens_with_steering, steers
from minutes_nlp.nlp.text import fold

_BULLET: Final = re.compile(r"\s*(?:[-–+*•▪·]|\d{1,2}[.)]|[a-zđ][.)]|\(\d{1,2}\))\s*")
_FIRST_PERSON: Final = re.compile(
    r"(?:(?:còn|riêng|về|phần|tới|tới phiên|đến lượt|bản thân|nói|cũng|thì)\s){0,3}"
    r"(?:tôi|tui|em|cháu|con|mình)(?!\w)"
)
_I: Final = re.compile(r"(?:tôi|tui)(?! là)(?!\w)")
_PRONOUN: Final = re.compile(
    r"(?:(?:rồi|còn|sau đó|xong|nghe xong|nói xong|thế là|vậy là)\s){0,2}"
    r"(?:ảnh|ổng|chỉ|cổ|bả|nó|hắn|y|anh ấy|chị ấy|ông ấy|bà ấy|cô ấy|chú ấy|bác ấy|cụ ấy"
    r"|anh ta|cậu ấy|đồng chí ấy|đ/c ấy|(?:đồng chí|đ/c|anh|chị|ông|bà|cô|chú|bác|cụ|thầy|dì)"
    r"(?= (?:cũng|còn|lại|đã|chỉ|liền|nói|hỏi|bảo|kể|cười|nhắc|nêu|đề|xin|nhận|mời|cho|trả"
    r"|tiếp|ghi|yêu|nhấn|lưu|căn|dặn|khen|phê|giao|gợi)))(?!\w)"
)
_GOES_ON: Final = re.compile(
    r"(?:(?:thứ|điều thứ|việc thứ|ý thứ) (?:nhất|hai|ba|tư|bốn|năm|sáu)"
    r"|(?:một|hai|ba|bốn|năm|sáu) là"
    r"|cuối cùng|ngoài ra|bên cạnh đó|nói thêm|nhưng|tuy|song|còn|cũng|về)(?!\w)"
)
_SELF: Final = re.compile(
    r"(?:cũng |phần )?tự (?:phê bình|nhận|kiểm điểm|soi|phê)[^:.]{0,20}:"
    r"[^.;]{0,60}(?<!\w)(?:tôi|tui|em|mình)(?!\w)"
)


def turn_speaker(paragraph: Paragraph, previous: Paragraph | None, scene: Scene) -> Speaker | None:
    """Return who speaks in a paragraph that names nobody; its naming words are then empty."""
    folded = fold(paragraph.text)
    start = lead_end(paragraph.text)
    before = previous.speaker if previous and _same_talk(previous, paragraph) else None
    return (
        _carried(paragraph, previous)
        or _first_person(folded, start, before, scene)
        or _pronoun(folded, start, before, scene)
        or _steering(paragraph, folded, start, scene)
        or _quoted(folded, start)
        or _going_on(folded, start, before)
    )


def narrator_speaks(text: str, start: int, scene: Scene) -> Speaker | None:
    """Return the chair where he writes himself and the paragraph is his ("Tôi mời anh Trác …")."""
    own = scene.narrator_presides and _I.match(fold(text), start) is not None
    return scene.presiding() if own else None


def _same_talk(previous: Paragraph, paragraph: Paragraph) -> bool:
    talk = (SectionLabel.CONTRIBUTIONS, SectionLabel.CRITICISM)
    return previous.section in talk and paragraph.section in talk


def _carried(paragraph: Paragraph, previous: Paragraph | None) -> Speaker | None:
    """Return the speaker of the paragraph before where this one is an item of what he lists."""
    if previous is None or previous.speaker is None or previous.section is not paragraph.section:
        return None
    opened = previous.text.rstrip().endswith(":")
    bullets = _BULLET.match(paragraph.text) is not None
    inherited = previous.speaker.start == previous.speaker.end
    return _silently(previous.speaker) if opened or (bullets and inherited) else None


def _silently(speaker: Speaker) -> Speaker:
    return replace(speaker, start=0, end=0)


def _first_person(folded: str, start: int, before: Speaker | None, scene: Scene) -> Speaker | None:
    """Read "Tôi xin góp …": the note-taker, the chair who writes, or whoever spoke before."""
    if _FIRST_PERSON.match(folded, start) is None and _SELF.match(folded, start) is None:
        return None
    if scene.narrator_presides:
        return scene.presiding()
    if before is not None and before.role is Role.GUEST:
        return _silently(before)
    if _SELF.match(folded, start):
        return _silently(before) if before else None
    person = scene.narrator
    kinds = person.posts if person else frozenset()
    officer = any(kind.is_officer for kind in kinds if kind is not PostKind.SUPERIOR)
    names = (scene.shown_name(person.name),) if person else ()
    role = Role.OFFICER if officer else Role.MEMBER
    return Speaker(role, names, None if names else "người ghi biên bản")


def _pronoun(folded: str, start: int, before: Speaker | None, scene: Scene) -> Speaker | None:
    match = _PRONOUN.match(folded, start)
    if match is None:
        return None
    if steers(folded[match.end() :]):
        return scene.presiding()
    said = says_next(folded, match.end()) or speaks_after(folded, match.end())
    return _silently(before) if before and said else None


def _steering(paragraph: Paragraph, folded: str, start: int, scene: Scene) -> Speaker | None:
    if paragraph.section is not SectionLabel.CONTRIBUTIONS:
        return None
    return scene.presiding() if opens_with_steering(folded[start:]) else None


def _quoted(folded: str, start: int) -> Speaker | None:
    """Read direct speech by nobody in particular, or voices of several."""
    match = phrase_list(DATA, "voices").match(folded, start)
    if match:
        return Speaker(Role.MEMBER, (), None, *match.span())
    return Speaker(Role.MEMBER, (), None) if folded.startswith('"', start) else None


def _going_on(folded: str, start: int, before: Speaker | None) -> Speaker | None:
    """Let a guest go on: a member who speaks next would be named."""
    if before is None or before.role is not Role.GUEST:
        return None
    return _silently(before) if _GOES_ON.match(folded, start) or start else None
