"""What seems missing is looked for again in other forms of the same minutes.

"Missing" needs that what would clear it was looked for and excluded.  In a mistyped text it may
stand there under another spelling, and in a long paragraph beside something else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from minutes_nlp.model.minutes import Minutes
from minutes_nlp.model.second_reading import SecondReading
from minutes_nlp.rules.base import Rule
from minutes_nlp.rules.claims import Claim
from minutes_nlp.rules.gate import Check
from minutes_nlp.rules.verdicts import Finding, Verdict

ReadAgain = Callable[[Minutes], Iterable[SecondReading]]
"""Gives the other forms in which minutes are worth reading; often there is none."""

_ABSENCE: Final = frozenset({Claim.MISSING, Claim.UNFILLED, Claim.SIGNED, Claim.LACKING})


class SecondLook:
    """The other forms of one document, read when the first check needs them."""

    def __init__(self, minutes: Minutes, read_again: ReadAgain | None) -> None:
        """Keep what is read until all checks have run.

        Args:
            minutes: the first reading.
            read_again: ``None`` where there is only the one.
        """
        self._coming = iter(read_again(minutes) if read_again else ())
        self._readings: list[SecondReading] = []

    def confirmed(self, rule: Rule, said: Sequence[Verdict], check: Check) -> list[Verdict]:
        """Return the verdicts of a check as far as they hold in every other form.

        A finding is undecided when the check finds nothing there; where it finds less, as one of
        two signatures, or counts more speakers, that is what it says.

        Args:
            rule: the check.
            said: what it says of the text as handed in.
            check: runs it on the minutes that are given to it.
        """
        kept = list(said)
        if rule.claim not in _ABSENCE:
            return kept
        readings = self._all()
        while any(isinstance(verdict, Finding) for verdict in kept):
            reading = next(readings, None)
            if reading is None:
                break
            if rule.by_section or not reading.of_sections:
                kept = list(_confirmed(rule, kept, check, reading))
        return kept

    def _all(self) -> Iterator[SecondReading]:
        yield from self._readings
        for reading in self._coming:
            self._readings.append(reading)
            yield reading


def _confirmed(
    rule: Rule, said: Sequence[Verdict], check: Check, reading: SecondReading
) -> Iterator[Verdict]:
    again = [verdict for verdict in check(reading.minutes) if isinstance(verdict, Finding)]
    alone = len(again) == 1 and sum(isinstance(verdict, Finding) for verdict in said) == 1
    for verdict in said:
        if isinstance(verdict, Finding) and not again:
            yield rule.undecided(reading.doubt)
        elif isinstance(verdict, Finding) and alone and _may_word(again[0], verdict, reading):
            yield replace(verdict, message=again[0].message)
        else:
            yield verdict


def _may_word(again: Finding, verdict: Finding, reading: SecondReading) -> bool:
    """Whether the message of the other form may stand: it has none of its repaired words."""
    quotes = again.evidence or again.nearest or verdict.evidence or verdict.nearest
    return reading.of_sections or not quotes
