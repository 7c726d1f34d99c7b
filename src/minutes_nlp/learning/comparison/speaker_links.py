"""Candidate features: who speaks, carried over paragraphs, and words by who says them.

They are compared, not used: the tagger's own features are in :mod:`minutes_nlp.nlp.features`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from minutes_nlp.nlp.features import Features, scaled, syllables
from minutes_nlp.nlp.names import PersonMention, find_persons
from minutes_nlp.nlp.speaker_features import given_name, presiding_names
from minutes_nlp.nlp.text import fold

PREFIX: Final = "speakers:"
_LEADING: Final = 14
"""A name that begins within so many characters leads the paragraph."""
_MEMORY: Final = 12
"""Paragraphs back in which a person counts as met."""
_FIRST_PERSON: Final = frozenset(("tôi", "tui", "em", "mình", "cháu"))


@dataclass(frozen=True, slots=True)
class _People:
    """Who leads a paragraph, if anybody, and the given names of the others in it."""

    leading: PersonMention | None
    others: frozenset[str]

    @property
    def leader(self) -> str | None:
        return given_name(self.leading) if self.leading else None


def speaker_links(texts: Sequence[str]) -> list[Features]:
    """Return for each paragraph how its people hang together with the paragraphs around."""
    chairs = presiding_names(texts)
    people = [_people(text) for text in texts]
    result: list[Features] = []
    last: int | None = None
    for index, text in enumerate(texts):
        names = {f"{PREFIX}{name}": 0.5 for name in _links(people, index)}
        result.append({**names, **_words_by_person(text, people[index])})
        if people[index].leading:
            last = index
        elif last is not None:
            result[-1].update(_carried(texts[last], people[last], chairs, index - last))
    return result


def _people(text: str) -> _People:
    mentions = find_persons(text)
    leading = next((mention for mention in mentions if mention.start <= _LEADING), None)
    return _People(leading, frozenset(given_name(m) for m in mentions if m is not leading))


def _links(people: Sequence[_People], index: int) -> Iterator[str]:
    """Name how the leader answers, is answered, goes on, or speaks for the first time."""
    here = people[index]
    for back in (1, 2, 3):
        if here.leader and index >= back:
            if here.leader in people[index - back].others:
                yield f"answers{back}"
            if here.leader == people[index - back].leader:
                yield f"again{back}"
    for back in (1, 2):
        if index >= back and people[index - back].leader in here.others:
            yield f"to{back}"
    recent = people[max(0, index - _MEMORY) : index]
    if here.leader and not any(here.leader in p.others or here.leader == p.leader for p in recent):
        yield "new"
    after = people[index + 1].leader if index + 1 < len(people) else None
    if after and after in here.others:
        yield "answered"
    if after and after == here.leader:
        yield "goes on"


def _carried(text: str, people: _People, chairs: frozenset[str], distance: int) -> Features:
    """What a paragraph that nobody leads takes from the last one that somebody led."""
    if people.leading is None:
        return {}
    who = "chair" if people.leader in chairs else "person"
    end = people.leading.end
    return {
        f"{PREFIX}last={who}": 0.5,
        f"{PREFIX}last={who}{min(distance, 5)}": 0.4,
        **scaled(f"{PREFIX}said:", syllables(text[end : end + 60])[:6], 0.4),
    }


def _words_by_person(text: str, people: _People) -> Features:
    words = [word for word in syllables(text) if len(word) > 1 and not word.isdigit()]
    first = not _FIRST_PERSON.isdisjoint(fold(text).split())
    who = "I" if first else "person" if people.leading else None
    return {
        **(scaled(f"{PREFIX}{who}&", words, 0.6) if who else {}),
        **(scaled(f"{PREFIX}named&", words, 0.4) if people.others else {}),
    }
