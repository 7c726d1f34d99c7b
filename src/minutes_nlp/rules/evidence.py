"""What checks share when they look for something: doubts, weak signs, nearest passages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from minutes_nlp.model.labels import SECTION_NAMES_EN, SECTION_NAMES_VI, SectionLabel
from minutes_nlp.model.language import Text
from minutes_nlp.model.minutes import CueKind, Minutes, Paragraph, Substance
from minutes_nlp.rules.thresholds import Thresholds

_QUOTED_CHARACTERS = 90
_HARDLY = 0.02  # less probable than that is not even near


def quote(paragraph: Paragraph) -> str:
    """Return the beginning of a paragraph, cut between words."""
    if len(paragraph.text) <= _QUOTED_CHARACTERS:
        return paragraph.text
    return paragraph.text[:_QUOTED_CHARACTERS].rsplit(" ", 1)[0] + " …"


def place(paragraph: Paragraph) -> Text:
    """Say where a paragraph stands, counted from 1, and how it begins."""
    number, words = paragraph.index + 1, quote(paragraph)
    return Text(f"đoạn {number} (“{words}”)", f"paragraph {number} (“{words}”)")


def section_name(label: SectionLabel) -> Text:
    """Return the display name of a section."""
    return Text(SECTION_NAMES_VI[label], SECTION_NAMES_EN[label])


def perhaps(minutes: Minutes, thresholds: Thresholds, *labels: SectionLabel) -> list[Paragraph]:
    """Return paragraphs tagged otherwise that might yet belong to ``labels``, likeliest first."""
    return minutes.runners_up(*labels, at_least=thresholds["doubt"], limit=None)


def none_is_sure(
    paragraphs: Iterable[Paragraph], label: SectionLabel, thresholds: Thresholds
) -> bool:
    """Whether each of these paragraphs might well belong to another section than ``label``."""
    return all(p.probability(label) < 1 - thresholds["doubt"] for p in paragraphs)


def after_bare_heading(minutes: Minutes, *labels: SectionLabel) -> Paragraph | None:
    """Return a paragraph that stands right under a heading of ``labels`` but is tagged otherwise.

    The heading announces what is wanted, so the tagger may have misread what follows it.
    """
    for heading, following in pairwise(minutes.paragraphs):
        announced = heading.section in labels and heading.is_heading
        told = not following.is_heading and following.section is not SectionLabel.FORMALITIES
        if announced and told and following.section not in labels:
            return following
    return None


def weak_cue(paragraphs: Iterable[Paragraph], *kinds: CueKind) -> Paragraph | None:
    """Return the first paragraph whose words perhaps show one of ``kinds``."""
    return next((p for p in paragraphs if p.has(*kinds, at_least=0.0)), None)


def with_cue(paragraphs: Iterable[Paragraph], *kinds: CueKind) -> list[Paragraph]:
    """Return the paragraphs whose words show one of ``kinds`` clearly."""
    return [paragraph for paragraph in paragraphs if paragraph.has(*kinds)]


def unclear(paragraphs: Iterable[Paragraph]) -> Paragraph | None:
    """Return the first paragraph that may or may not say something of its own."""
    return next((p for p in paragraphs if p.substance is Substance.UNCLEAR), None)


def might_be(paragraph: Paragraph, label: SectionLabel) -> Text:
    """Say that a paragraph might belong to ``label``, so that nothing is decided."""
    where, name = place(paragraph), section_name(label)
    return Text(
        f"Có {where.vi} có thể thuộc phần “{name.vi}”; chưa đủ chắc chắn để kết luận.",
        f"There is {where.en} which might belong to “{name.en}”; not certain enough to decide.",
    )


def might_show(paragraph: Paragraph, what: Text) -> Text:
    """Say that a paragraph might show ``what``, so that nothing is decided."""
    where = place(paragraph)
    return Text(
        f"Có {where.vi} có thể {what.vi}; chưa đủ chắc chắn để kết luận.",
        f"There is {where.en} which might {what.en}; not certain enough to decide.",
    )


def nearest_to(minutes: Minutes, *labels: SectionLabel) -> Iterator[tuple[Paragraph, Text]]:
    """Yield the likeliest other paragraphs, each with the section that it was read as."""
    for paragraph in minutes.runners_up(*labels, at_least=_HARDLY):
        name = section_name(paragraph.section)
        yield paragraph, Text(f"đọc là phần “{name.vi}”", f"read as “{name.en}”")


def bare_headings(minutes: Minutes, *labels: SectionLabel) -> Iterator[tuple[Paragraph, Text]]:
    """Yield the headings of ``labels``, which say nothing themselves."""
    for paragraph in minutes.section(*labels, headings=True):
        if paragraph.is_heading:
            yield (
                paragraph,
                Text(
                    "chỉ là đề mục, chưa thấy ghi nội dung", "only a heading, no content recorded"
                ),
            )
