"""What is known of a meeting's people while its paragraphs are read in order."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from minutes_nlp.model.labels import Role, SectionLabel
from minutes_nlp.model.minutes import Meeting, Paragraph, Speaker
from minutes_nlp.nlp.bare_names import bare_names
from minutes_nlp.nlp.frame import with_formal_opening
from minutes_nlp.nlp.people import RANKS, People, Person, learn_people, name_tokens
from minutes_nlp.nlp.posts import PostKind
from minutes_nlp.nlp.speaker_candidates import lead_end, speaking_mentions
from minutes_nlp.nlp.steering import steers
from minutes_nlp.nlp.text import fold

_RESIDENTIAL: Final = re.compile(
    r"(?<!\w)(?:thôn|ấp|bản|xóm|buôn|khóm|làng|phum|sóc|khu phố|khu dân cư|tổ dân phố|tdp|bon"
    r"|kp)(?!\w)"
)
_CONCLUDES: Final = re.compile(
    r"(?<!\w)(?:kết luận|chốt|quyết|tóm lại|tổng hợp|thống nhất|phân công|giao|nghe hết"
    r"|tổng kết)(?!\w)"
)
_I: Final = re.compile(r"(?:tôi|tui|mình)(?!\w)")
_I_PRESIDE: Final = re.compile(
    r"(?<!\w)(?:tôi|tui|mình)\W(?:\S{1,12}\s){0,8}(?:chủ trì|chủ tọa|điều hành|điều khiển)(?!\w)"
    r"|(?<!\w)(?:chủ trì|chủ tọa|điều hành)\W{1,3}(?:(?:là|do|vẫn là)\s)?(?:tôi|tui|mình)(?!\w)"
)


_LEADING: Final = 8
_I_HEAD: Final = re.compile(
    r"(?<!\w)(?:tôi|tui|em|mình|cháu|bản thân)(?: (?:đang|cũng|vừa|hiện|lại)){0,2}"
    r" (?:là|làm|giữ chức|với tư cách|trên cương vị)(?: (?:một|người|cái|anh))? ?(?:phó )?"
    r"(?:bí thư(?! cho)|chi ủy viên|trưởng|tổ trưởng|đội trưởng|nhóm trưởng|ca trưởng"
    r"|trung đội trưởng|chủ tịch|chủ nhiệm|giám đốc|hiệu trưởng|quản đốc|chi hội trưởng)(?!\w)"
    r"|(?<!\w)là (?:tổ trưởng|đội trưởng|trưởng \w+|chi ủy viên|phó bí thư)[^,.;:]{0,20},"
    r" (?:tôi|tui|em)(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Scene:
    """Who presides and who writes; ``narrator_presides`` when "I" in the minutes is the chair."""

    people: People
    chair: Person | None
    chair_name: str | None
    chair_is_deputy: bool
    residential: bool
    chair_aliases: frozenset[str]
    narrator: Person | None
    narrator_presides: bool
    own_officers: frozenset[str] = frozenset()
    """Full names of those who say of themselves that they head a unit or body."""

    def is_chair(self, name: str) -> bool:
        """Whether ``name`` means whoever presides."""
        if self.chair is None:
            return self.chair_name is not None and fold(name) == fold(self.chair_name)
        if self.people.resolve(name) == self.chair:
            return True
        # "Anh Tư" in a hamlet with two of that rank: the chair's own by-name comes first.
        words = name_tokens(name)
        ranked = any(len(form) == 2 and form[0] == words[0] for form in self.chair.forms)
        return len(words) == 1 and (ranked or words[0] in self.chair_aliases)

    def presiding(self, start: int = 0, end: int = 0) -> Speaker:
        """Return whoever presides as the speaker, named by ``start`` to ``end`` of the text."""
        names = (self.chair_name,) if self.chair_name else ()
        return Speaker(Role.CHAIR, names, None if names else "chủ trì", start, end)

    def shown_name(self, name: str) -> str:
        """Return the fullest form of a name."""
        if self.chair_name and self.is_chair(name):
            return self.chair_name
        return self.people.full_name(name)


def read_scene(paragraphs: Sequence[Paragraph], meeting: Meeting) -> Scene:
    """Learn the people of one document."""
    people = learn_people(with_formal_opening(paragraphs)).with_names(bare_names(paragraphs))
    chair = people.resolve(meeting.chair) if meeting.chair else _only_secretary(people)
    posts = chair.posts if chair else frozenset()
    return Scene(
        people=people,
        chair=chair,
        chair_name=meeting.chair or (chair.name if chair else None),
        chair_is_deputy=PostKind.DEPUTY in posts and PostKind.SECRETARY not in posts,
        residential=_RESIDENTIAL.search(fold(meeting.cell or "")) is not None,
        chair_aliases=frozenset(_presiding_names(paragraphs, people, chair)),
        narrator=people.resolve(meeting.secretary) if meeting.secretary else None,
        narrator_presides=_narrator_presides(paragraphs, meeting),
        own_officers=frozenset(_own_officers(paragraphs, people)),
    )


def _own_officers(paragraphs: Sequence[Paragraph], people: People) -> Iterator[str]:
    """Yield who speaks where somebody says "tôi là tổ trưởng"."""
    for paragraph in paragraphs:
        spoken = paragraph.section in (SectionLabel.CONTRIBUTIONS, SectionLabel.CRITICISM)
        if spoken and _I_HEAD.search(fold(paragraph.text)):
            mentions = speaking_mentions(paragraph.text, people)
            groups = {mention.start for mention in mentions}
            if len(groups) == 1 and mentions[0].start <= lead_end(paragraph.text) + _LEADING:
                yield people.full_name(mentions[0].name)


def _only_secretary(people: People) -> Person | None:
    """Return the one secretary whom the minutes name: he presides where nobody is said to."""
    held = [person for person in people.persons if PostKind.SECRETARY in person.posts]
    return held[0] if len(held) == 1 else None


def _presiding_names(
    paragraphs: Sequence[Paragraph], people: People, chair: Person | None
) -> Iterator[str]:
    """Yield the short names of whoever concludes, or far oftener than others calls to speak."""
    steering: Counter[str] = Counter()
    for paragraph in paragraphs:
        mentions = speaking_mentions(paragraph.text, people)[:1] if _may_preside(paragraph) else []
        for mention in mentions:
            at_lead = mention.start <= lead_end(paragraph.text)
            if not at_lead or _is_another(mention.name, people, chair):
                continue
            said = fold(paragraph.text)[mention.name_end :]
            if paragraph.section is SectionLabel.CONCLUSIONS:
                if _CONCLUDES.search(said[:40]):
                    yield fold(mention.name)
            elif steers(said):
                steering[fold(mention.name)] += 1
    most = steering.most_common(2)
    if most and (len(most) == 1 or most[0][1] > 2 * most[1][1]):
        name, times = most[0]
        if times > 1 or name in RANKS:
            yield name


def _is_another(name: str, people: People, chair: Person | None) -> bool:
    """Whether ``name`` is long, or is short for somebody else whose full name is known."""
    if len(name.split()) != 1:
        return True
    person = people.resolve(name)
    return person is not None and person != chair and len(person.name.split()) > 1


def _may_preside(paragraph: Paragraph) -> bool:
    return paragraph.section in (SectionLabel.CONCLUSIONS, SectionLabel.CONTRIBUTIONS)


def _narrator_presides(paragraphs: Sequence[Paragraph], meeting: Meeting) -> bool:
    if meeting.chair and meeting.chair == meeting.secretary:
        return True
    if any(_I_PRESIDE.search(fold(p.text)) for p in paragraphs[:12]):
        return True
    spoken = (p for p in paragraphs if p.section is SectionLabel.CONTRIBUTIONS)
    if any(_leads_on_in_first_person(p.text) for p in spoken):
        return True
    concluded = [p.text for p in paragraphs if p.section is SectionLabel.CONCLUSIONS]
    first = sum(_I.match(fold(text), lead_end(text)) is not None for text in concluded)
    return first > 0 and 2 * first >= len(concluded)


def _leads_on_in_first_person(text: str) -> bool:
    """Whether the note-taker himself calls others to speak ("Tôi mời anh em phát biểu")."""
    folded = fold(text)
    first = _I.match(folded, lead_end(text))
    return first is not None and steers(folded[first.end() : first.end() + 30])
