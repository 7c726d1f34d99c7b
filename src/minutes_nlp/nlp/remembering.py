"""Remember what was read of the document at hand, which several components ask for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import wraps
from operator import is_
from typing import TypeVar

from minutes_nlp.model.minutes import Paragraph

Result = TypeVar("Result")


def remembering(
    function: Callable[[Sequence[Paragraph]], Result],
) -> Callable[[Sequence[Paragraph]], Result]:
    """Let ``function`` answer at once when it is asked about the same paragraphs again.

    The same paragraphs are the same objects in the same order, so telling them apart costs
    next to nothing.  Only the last answer is kept; it must be one that nobody changes.
    """
    kept: tuple[tuple[Paragraph, ...], Result] | None = None

    @wraps(function)
    def answering(paragraphs: Sequence[Paragraph]) -> Result:
        nonlocal kept
        last = kept
        if last and len(last[0]) == len(paragraphs) and all(map(is_, last[0], paragraphs)):
            return last[1]
        result = function(paragraphs)
        kept = (tuple(paragraphs), result)
        return result

    return answering
