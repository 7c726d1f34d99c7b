"""How many letters of a page were misread, whatever the order in which it was read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from scipy.optimize import linear_sum_assignment

_MOST = 200
"""Words beyond which a page is hopeless in any order."""


def misread_letters(printed: Sequence[str], read: Sequence[str]) -> int | None:
    """Return the fewest edits of characters from the words printed to those read, in any order.

    Words that read as printed are paired first; each of the others then has at most one partner,
    so that all edits together are fewest.  A word without a partner is lost, or made up, with its
    space.  ``None`` where more than 200 words are without their like.
    """
    lost, made_up = Counter(printed) - Counter(read), Counter(read) - Counter(printed)
    ours, theirs = list(lost.elements()), list(made_up.elements())
    if max(len(ours), len(theirs)) > _MOST:
        return None
    size = len(ours) + len(theirs)
    costs = np.zeros((size, size))
    for row, word in enumerate(ours):
        costs[row] = len(word) + 1
        for column, other in enumerate(theirs):
            costs[row, column] = _edits(word, other)
    for row in range(len(ours), size):
        for column, other in enumerate(theirs):
            costs[row, column] = len(other) + 1
    pairs = linear_sum_assignment(costs)
    return int(costs[pairs].sum())


@lru_cache(maxsize=1 << 18)
def _edits(one: str, other: str) -> int:
    row = list(range(len(other) + 1))
    for number, char in enumerate(one, 1):
        before, row[0] = row[0], number
        for place, theirs in enumerate(other, 1):
            before, row[place] = (
                row[place],
                min(before + (char != theirs), row[place] + 1, row[place - 1] + 1),
            )
    return row[-1]
