"""Agenda items: what was presented, discussed, concluded, voted and assigned.

Needs ``section``, ``speaker``, ``substance`` and ``cues``.  Matters that are presented one
after the other and then discussed together are one item.
"""

from __future__ import annotations

from typing import Final

from minutes_nlp.model.labels import SECTION_NAMES_VI
from minutes_nlp.model.minutes import Concluded, Item, Paragraph, Task, Vote
from minutes_nlp.nlp.final_conclusion import is_covered
from minutes_nlp.nlp.headings import without_enumerator
from minutes_nlp.nlp.item_runs import OPINIONS, PRESENTED, Run, gather_runs, is_opinion

_TITLE_LENGTH: Final = 90
"""Longer headings give way to the display name of the section."""


def find_items(
    paragraphs: tuple[Paragraph, ...], votes: tuple[Vote, ...], tasks: tuple[Task, ...]
) -> tuple[Item, ...]:
    """Return the items in reading order; ``end`` is excluded.

    An item resolved by its own vote counts as concluded: the decision stands in the minutes.
    ``final`` means that a later conclusion covers it; a later conclusion that plainly speaks
    of other matters does not.
    """
    voted = frozenset(vote.span.paragraph for vote in votes)
    runs = gather_runs(paragraphs, voted)
    return tuple(_item(run, voted, tasks, covered=is_covered(run, runs)) for run in runs)


def _item(run: Run, voted: frozenset[int], tasks: tuple[Task, ...], *, covered: bool) -> Item:
    inside = {paragraph.index for paragraph in run.paragraphs}
    first, end = min(inside), max(inside) + 1
    own = run.concludes or bool(voted & inside)
    return Item(
        title=_title(run),
        first=first,
        end=end,
        presented=run.has(PRESENTED),
        discussed=any(is_opinion(paragraph) for paragraph in run.paragraphs),
        concluded=Concluded.OWN if own else Concluded.FINAL if covered else None,
        voted=bool(voted & inside),
        assigned=tuple(task for task in tasks if task.span.paragraph in inside),
    )


def _title(run: Run) -> str:
    """The heading of the item, else the display name of what it mostly is."""
    heading = next((p for p in run.paragraphs if p.is_heading), None)
    opening = run.paragraphs[0]
    if heading is None or (opening is not heading and opening.section is not heading.section):
        heading = opening
    title = heading.text[without_enumerator(heading.text) :].split(". ")[0].strip(" :.;")
    if heading.is_heading and len(title) <= _TITLE_LENGTH:
        return title
    spoken = next((p for p in run.paragraphs if p.section in OPINIONS | PRESENTED), opening)
    lead = title.split(":")[0]
    return lead if len(lead) <= 60 and ":" in title else SECTION_NAMES_VI[spoken.section]
