"""The best labels of a chain with two labels, B (a word begins) and I (it goes on).

Only the difference of the labels' scores counts.  With d[t] = best score of a path that ends in
B at t minus that of a path that ends in I, d[t] = step(d[t-1]) + e[t], where e is the difference
of the emissions and ``step`` is monotone and flat outside a small interval.  So d[t] lies within
bounds that do not depend on what came before, and where e[t] is large the label at t is settled
at once; runs of the others, between settled ones, are scanned.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

MARGIN = 1e-6
"""A decision closer than this may fall the other way where the sums are taken in another order."""


def decode(
    emissions: NDArray[np.float64],
    starts: NDArray[np.int64],
    ends: NDArray[np.int64],
    transitions: NDArray[np.float64],
) -> tuple[NDArray[np.bool_], list[int]]:
    """Label several chains that stand one after another.

    Args:
        emissions: emission(B) - emission(I) of every position.
        starts: the first position of each chain.
        ends: the last position of each chain.
        transitions: (2, 2), from label to label, B first.

    Returns:
        Whether the label is B, for every position; and positions whose decision was within
        :data:`MARGIN` of falling the other way: their chains are not to be trusted.
    """
    (bb, bi), (ib, ii) = transitions.tolist()
    after_b, after_i = bb - bi, ib - ii
    # The label before B is B from this difference on; the same for the label before I.
    before_b, before_i = ib - bb, ii - bi
    low = emissions + min(after_b, after_i)
    high = emissions + max(after_b, after_i)
    low[starts] = high[starts] = emissions[starts]
    upper = np.full(len(emissions), max(before_b, before_i) + MARGIN)
    lower = np.full(len(emissions), min(before_b, before_i) - MARGIN)
    upper[ends], lower[ends] = MARGIN, -MARGIN
    begins = low >= upper
    open_positions = np.flatnonzero(~begins & (high > lower)).tolist()
    first, last = set(starts.tolist()), set(ends.tolist())
    differences: dict[int, float] = {}
    for t in open_positions:
        emission = float(emissions[t])
        if t in first:
            differences[t] = emission
        elif (before := differences.get(t - 1)) is not None:
            differences[t] = max(before + bb, ib) - max(before + bi, ii) + emission
        else:
            differences[t] = (after_b if begins[t - 1] else after_i) + emission
    close: list[int] = []
    for t in reversed(open_positions):
        border = 0.0 if t in last else before_b if begins[t + 1] else before_i
        begins[t] = differences[t] >= border
        if abs(differences[t] - border) < MARGIN:
            close.append(t)
    return begins, close
