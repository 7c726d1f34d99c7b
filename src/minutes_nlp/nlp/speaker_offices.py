"""Speakers who are known by office, unit or as "một đảng viên" only."""

from __future__ import annotations

import re
from typing import Final

from minutes_nlp.model.labels import Role
from minutes_nlp.model.minutes import Speaker
from minutes_nlp.nlp.phrases import phrase_list
from minutes_nlp.nlp.posts import Post, PostKind, post_at
from minutes_nlp.nlp.speaker_candidates import DATA, speaks_after
from minutes_nlp.nlp.speaker_scene import Scene
from minutes_nlp.nlp.text import fold

_ADDRESS: Final = re.compile(r"(?:đồng chí|đ/c|đc|ông|bà|anh|chị|cô|thầy|bác|chú|cụ)?\s*")
_OFFICE_INSIDE: Final = re.compile(
    r"(?:^[^:]{3,60}:|,|^(?:rồi|xong|nghe xong|nói xong|sau đó|cuối cùng|lúc đó|tới đây|đến đây"
    r"|giờ|vậy|thấy vậy|thế là|bản thân|sau khi)(?:\s[^\s,.:;]{1,8}){0,4})\s*"
    r"(?=(?:đồng chí|đ/c|đc|ông|bà|anh|chị|cô|thầy|bác|chú|cụ|chủ tọa"
    r"|chủ trì|bí thư)(?!\w))"
)
_UNIT_VOICE: Final = re.compile(r"(?:một |có )?(?:ý kiến|đề nghị|câu hỏi) (?:của|từ)(?: phía)?\s+")
_UNIT_END: Final = re.compile(r"[^:.,;]{0,48}:")


def speaker_by_office(text: str, start: int, scene: Scene) -> Speaker | None:
    """Read a speaker without a name at ``start``."""
    folded = fold(text)
    match = phrase_list(DATA, "chair").match(folded, start)
    if match:
        return scene.presiding(*match.span())
    guest = phrase_list(DATA, "guest").match(folded, start)
    if guest:
        return Speaker(Role.GUEST, (), text[guest.start() : guest.end()], *guest.span())
    anonymous = phrase_list(DATA, "anonymous").match(folded, start)
    if anonymous:
        return Speaker(
            Role.MEMBER, (), text[anonymous.start() : anonymous.end()], *anonymous.span()
        )
    return _by_post(text, start, scene) or _by_unit(text, start)


def office_inside(text: str, scene: Scene) -> Speaker | None:
    """Read "…, đồng chí Bí thư xin ý kiến" and "Tự phê bình: đồng chí Bí thư nhận …"."""
    folded = fold(text)
    for match in _OFFICE_INSIDE.finditer(folded):
        speaker = speaker_by_office(text, match.end(), scene)
        if speaker and speaks_after(folded, speaker.end):
            return speaker
    return None


def _by_post(text: str, start: int, scene: Scene) -> Speaker | None:
    address = _ADDRESS.match(fold(text), start)
    post = post_at(text, address.end() if address else start)
    if post is None or post.kind is PostKind.PLAIN:
        return None
    label = text[start : post.end]
    role = _role_of_post(post, scene)
    if role is Role.CHAIR and scene.chair_name:
        return Speaker(role, (scene.chair_name,), None, start, post.end)
    return Speaker(role, (), label, start, post.end) if role else None


def _role_of_post(post: Post, scene: Scene) -> Role | None:
    if post.kind is PostKind.SECRETARY:
        return Role.OFFICER if scene.chair_is_deputy else Role.CHAIR
    if post.kind is PostKind.DEPUTY:
        return Role.CHAIR if scene.chair_is_deputy else Role.OFFICER
    if post.kind is PostKind.SUPERIOR:
        return Role.GUEST
    if scene.chair and any(post.text in held for held in scene.chair.post_words):
        return Role.CHAIR
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
