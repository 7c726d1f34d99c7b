"""What a check over many minutes says of one document or month."""

from __future__ import annotations

from dataclasses import dataclass

from minutes_nlp.model.language import Text


@dataclass(frozen=True, slots=True)
class AcrossVerdict:
    """A finding, or a check that is undecided.

    Attributes:
        code: of the check.
        undecided: whether it is.
        unit: the cell; ``None``: not known.
        month: YYYY-MM.
        path: the document it speaks of; ``None``: a month without minutes.
        message: words of the program alone; no words of any minutes, no names of persons.
    """

    code: str
    undecided: bool
    unit: str | None
    month: str | None
    path: str | None
    message: Text
