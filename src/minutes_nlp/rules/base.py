"""What a check is: one class a file, whose examples are its tests and its documentation."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from typing import ClassVar, Final

from minutes_nlp.model.labels import DocumentKind, Severity
from minutes_nlp.model.language import Text
from minutes_nlp.model.minutes import Minutes, Paragraph, Span
from minutes_nlp.rules.claims import Claim
from minutes_nlp.rules.thresholds import Thresholds
from minutes_nlp.rules.verdicts import Finding, Nearest, Undecided, Verdict

Example = tuple[str, ...]
"""Some labelled lines of minutes: ``"conclusions:chair | Đồng chí Bí thư giao …"``."""

EVERY_KIND: Final = frozenset({DocumentKind.REGULAR, DocumentKind.THEMATIC, DocumentKind.COMBINED})
WITH_REGULAR_PART: Final = frozenset({DocumentKind.REGULAR, DocumentKind.COMBINED})
WITH_THEMATIC_PART: Final = frozenset({DocumentKind.THEMATIC, DocumentKind.COMBINED})
NEAREST_SHOWN: Final = 3


class Rule(ABC):
    """One check of the catalogue.

    The class attributes say what it is; the docstring has the headings **Why it matters.**,
    **What does not count.** and **How to record it.**; ``good`` and ``bad`` are examples that
    must pass and that must fire; ``claim`` says what becomes of it on a scan.  ``pattern`` shows
    the shape of a good record, or what to do instead, with slots in square brackets for whatever
    only the writer knows.  A check that ``repeats`` may find fault several times in one document,
    each time with another thing.
    """

    code: ClassVar[str]
    name: ClassVar[str]
    title: ClassVar[Text]
    severity: ClassVar[Severity]
    basis: ClassVar[Text]
    pattern: ClassVar[Text]
    claim: ClassVar[Claim]
    by_section: ClassVar[bool] = False
    """Whether it says that a part of the minutes or its speakers are missing, which may only be
    lost in a long paragraph of something else."""
    enabled_by_default: ClassVar[bool] = True
    repeats: ClassVar[bool] = False
    kinds: ClassVar[frozenset[DocumentKind]] = EVERY_KIND
    good: ClassVar[tuple[Example, ...]]
    bad: ClassVar[tuple[Example, ...]]

    @abstractmethod
    def check(self, minutes: Minutes, thresholds: Thresholds) -> Iterator[Verdict]:
        """Yield what is found in ``minutes``; nothing at all means that the check is passed.

        Args:
            minutes: the finished reading of one document.
            thresholds: this check's numbers, by the profile and the user's settings.
        """

    def found(
        self,
        message: Text,
        evidence: Iterable[Span] = (),
        *,
        nearest: Iterable[Nearest] = (),
        searched: Text | None = None,
    ) -> Finding:
        """Return a finding; ``evidence`` quotes the words that show it."""
        shown = tuple(nearest)[:NEAREST_SHOWN]
        return Finding(self.code, message, tuple(evidence), shown, searched)

    def missing(
        self, message: Text, searched: Text, nearest: Iterable[tuple[Paragraph, Text]] = ()
    ) -> Finding:
        """Return a finding about something that was searched in vain.

        Args:
            message: "chưa thấy ghi trong biên bản …".
            searched: which part of the minutes was searched.
            nearest: what came closest, each with why it does not count; three are kept.
        """
        closest = (Nearest(paragraph, why_not) for paragraph, why_not in nearest)
        return self.found(message, nearest=closest, searched=searched)

    def undecided(self, why: Text) -> Undecided:
        """Return that the check could neither be found nor cleared, and why."""
        return Undecided(self.code, why)
