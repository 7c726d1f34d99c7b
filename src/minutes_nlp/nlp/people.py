"""Who is who in one document: full names, short names and posts, learnt from all its mentions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from minutes_nlp.model.labels import SectionLabel
from minutes_nlp.model.minutes import Paragraph
from minutes_nlp.nlp.names import PersonMention, find_persons
from minutes_nlp.nlp.posts import PostKind
from minutes_nlp.nlp.remembering import remembering
from minutes_nlp.nlp.text import fold

Tokens = tuple[str, ...]

# Southern by-names begin with the rank of birth: "anh Tư" is "anh Tư Phước".
RANKS: Final = frozenset(
    ["hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "út", "cả"]
)
_CLAN_GIVEN: Final = frozenset(["y", "ksor", "rơ"])
_GUEST: Final = re.compile(
    r"(?<!\w)(?:khách|khách mời|đại biểu|được mời|mời dự|mời|(?:về|lên|xuống|sang|đến|tới) dự"
    r"|dự (?:và )?chỉ đạo|dự cùng|cùng dự|cấp trên|cấp ủy cấp trên|đảng ủy cử"
    r"|theo dõi(?!:|,? (?:và )?(?:chấm|đánh giá|biên bản))"
    r"|phụ trách chi bộ"
    r"|phụ trách (?:bản|thôn|ấp|khu|buôn))(?!\w)"
)
_ATTENDERS: Final = re.compile(
    r"(?<!\w)(?:đảng viên|chủ trì|chủ tọa|thư ký|vắng|có mặt|ghi biên bản|đảng phí"
    r"|(?:thuộc diện|được)? ?miễn (?:sinh hoạt|họp)|sinh hoạt tạm thời)(?!\w)"
)
_OF_THE_CELL: Final = {PostKind.SECRETARY, PostKind.DEPUTY, PostKind.COMMITTEE}
_HEAD: Final = 30


@dataclass(frozen=True, slots=True)
class Person:
    """One person of the document; ``forms`` are the folded words of every form of the name."""

    name: str
    forms: frozenset[Tokens]
    posts: frozenset[PostKind] = frozenset()
    guest: bool = False
    post_words: frozenset[str] = frozenset()

    @property
    def is_officer(self) -> bool:
        """Whether a stated post makes the person an officer of the cell or unit."""
        return any(kind.is_officer for kind in self.posts)


@dataclass(frozen=True, slots=True)
class People:
    """Everybody whom the document names."""

    persons: tuple[Person, ...]

    def resolve(self, name: str) -> Person | None:
        """Return the one person meant by ``name``; ``None`` when nobody or several could be."""
        words = name_tokens(name)
        for fits in (_among, _short_of_one, _by_rank_of_one):
            found = [person for person in self.persons if fits(words, person.forms)]
            if len(found) == 1:
                return found[0]
            if found:
                return None
        return None

    def with_names(self, names: Sequence[str]) -> People:
        """Return these people and those whom only ``names`` show, fuller names first."""
        persons = list(self.persons)
        for name in sorted(names, key=lambda name: -len(name.split())):
            words = name_tokens(name)
            if not any(_fits(words, person.forms) for person in persons):
                persons.append(Person(name, frozenset([words])))
        return People(tuple(persons))

    def full_name(self, name: str) -> str:
        """Return the fullest form of ``name`` that the document has."""
        person = self.resolve(name)
        return person.name if person else name


def name_tokens(name: str) -> Tokens:
    """Return the folded words of a name."""
    return tuple(fold(name).split())


@remembering
def learn_people(paragraphs: Sequence[Paragraph]) -> People:
    """Learn who is who from every mention in ``paragraphs``."""
    mentions = [(p, mention) for p in paragraphs for mention in find_persons(p.text)]
    persons: list[Person] = []
    places: dict[Tokens, int | None] = {}
    # Fuller names first, so that a short form finds the full one.
    for paragraph, mention in sorted(mentions, key=lambda pair: -len(pair[1].name.split())):
        guest = is_guest_introduction(paragraph, mention)
        _merge(persons, places, mention, guest=guest)
    return People(tuple(persons))


def is_guest_introduction(paragraph: Paragraph, mention: PersonMention) -> bool:
    """Whether ``mention`` stands where guests are introduced, near the head of the document."""
    if paragraph.index > _HEAD or paragraph.section is not SectionLabel.FORMALITIES:
        return False
    kinds = {post.kind for post in mention.posts}
    if kinds & _OF_THE_CELL and PostKind.SUPERIOR not in kinds:
        return False
    start, end = _sentence_around(paragraph.text, mention.name_start)
    folded = fold(paragraph.text)[start:end]
    cue = _GUEST.search(folded)
    return cue is not None and not _ATTENDERS.search(folded[: cue.start()])


def _sentence_around(text: str, position: int) -> tuple[int, int]:
    start = max(text.rfind(". ", 0, position), text.rfind("; ", 0, position), -1) + 1
    ends = [i for i in (text.find(". ", position), text.find("; ", position)) if i >= 0]
    return start, min(ends, default=len(text))


def _merge(
    persons: list[Person],
    places: dict[Tokens, int | None],
    mention: PersonMention,
    *,
    guest: bool,
) -> None:
    """Add what a mention tells to the one person whom it names, or to a new one.

    ``places`` remembers whom names mean, until somebody is new or has a new form.
    """
    words = name_tokens(mention.name)
    posts = frozenset(post.kind for post in mention.posts)
    held = frozenset(post.text for post in mention.posts)
    if words not in places:
        known = People(tuple(persons)).resolve(mention.name)
        places[words] = None if known is None else persons.index(known)
    place = places[words]
    if place is None:
        if not any(_fits(words, person.forms) for person in persons):
            persons.append(Person(mention.name, frozenset([words]), posts, guest, held))
            places.clear()
        return
    known = persons[place]
    persons[place] = Person(
        known.name,
        known.forms | {words},
        known.posts | posts,
        known.guest or guest,
        known.post_words | held,
    )
    if words not in known.forms:
        places.clear()


def _fits(words: Tokens, forms: frozenset[Tokens]) -> bool:
    return _among(words, forms) or _short_of_one(words, forms) or _by_rank_of_one(words, forms)


def _among(words: Tokens, forms: frozenset[Tokens]) -> bool:
    return words in forms


def _short_of_one(words: Tokens, forms: frozenset[Tokens]) -> bool:
    return any(_short_of(words, form) for form in forms)


def _by_rank_of_one(words: Tokens, forms: frozenset[Tokens]) -> bool:
    return words[0] in RANKS and any(_by_rank(words, form) for form in forms)


def _short_of(words: Tokens, form: Tokens) -> bool:
    """Whether ``words`` end the fuller ``form``, a rank of birth left out on either side."""
    if len(words) > 1 and words[0] in RANKS and form[-1] == words[-1]:
        return True
    # Ê Đê and Jrai names put the clan last: "Y Thuôn" is "Y Thuôn Êban".
    if words[0] in _CLAN_GIVEN or "'" in words[0]:
        return len(words) < len(form) and form[: len(words)] == words
    if len(words) == 1 and words[0] in RANKS:
        return (len(form) == 2 and form[0] == words[0]) or (len(form) > 2 and form[-1] == words[0])
    return len(words) < len(form) and form[-len(words) :] == words


def _by_rank(words: Tokens, form: Tokens) -> bool:
    return len(words) > len(form) and words[-len(form) :] == form
