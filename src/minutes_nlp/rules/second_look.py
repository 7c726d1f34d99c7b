"""Findings that typing errors may have made: looked at again in the repaired text.

"Missing" needs that what would clear it was looked for and excluded; in a mistyped text it may
stand there under another spelling.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from minutes_nlp.model.language import Text
from minutes_nlp.model.minutes import Minutes
from minutes_nlp.model.respelling import Repair, Respelt
from minutes_nlp.rules.base import Rule
from minutes_nlp.rules.claims import Claim
from minutes_nlp.rules.gate import Check
from minutes_nlp.rules.verdicts import Finding, Verdict

ReadAgain = Callable[[Minutes], Respelt | None]
"""Reads minutes once more with their mistyped words put right; ``None`` where nothing is."""

_ABSENCE: Final = frozenset({Claim.MISSING, Claim.UNFILLED, Claim.SIGNED, Claim.LACKING})
_EXAMPLES: Final = 3


def rests_on_absence(rule: Rule) -> bool:
    """Whether a check claims that something is not there, which a typing error may feign."""
    return rule.claim in _ABSENCE


def second_look(
    rule: Rule, said: Sequence[Verdict], check: Check, respelt: Respelt
) -> Iterator[Verdict]:
    """Yield the verdicts of a check as far as they hold in the repaired text too.

    A finding is undecided when the check finds nothing there; where it finds less, as one of
    two signatures, that is what it says.

    Args:
        rule: a check that rests on absence.
        said: what it says of the text as typed.
        check: runs it on the minutes that are given to it.
        respelt: the second reading.
    """
    if not any(isinstance(verdict, Finding) for verdict in said):
        yield from said
        return
    again = [verdict for verdict in check(respelt.minutes) if isinstance(verdict, Finding)]
    for verdict in said:
        if isinstance(verdict, Finding) and not again:
            yield rule.undecided(_maybe_mistyped(respelt.repairs))
        elif isinstance(verdict, Finding) and _says_less(again[0], verdict):
            yield again[0]
        else:
            yield verdict


def _says_less(again: Finding, verdict: Finding) -> bool:
    """Whether a finding that quotes nothing names other things as missing than before."""
    quotes = again.evidence or again.nearest or verdict.evidence or verdict.nearest
    return not quotes and again.message != verdict.message


def _maybe_mistyped(repairs: Sequence[Repair]) -> Text:
    shown = repairs[:_EXAMPLES]
    vi = "; ".join(f"đoạn {r.paragraph + 1}: “{r.typed}” → “{r.meant}”" for r in shown)
    en = "; ".join(f"paragraph {r.paragraph + 1}: “{r.typed}” → “{r.meant}”" for r in shown)
    return Text(
        f"Biên bản có chữ gõ sai ({vi}). Thử sửa các chữ ấy rồi đọc lại thì không còn thấy thiếu; "
        "cần người xem.",
        f"Words are mistyped ({en}). With them put right nothing seems to be missing; a person "
        "must look.",
    )
