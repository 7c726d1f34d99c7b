"""What a number without a word counts: it is read only where it closes the sum.

"Sổ có 25 người, miễn hai cụ, vắng bốn, còn mười chín": no word says that nineteen came, but
25 = 19 + 4 + 2.  Nothing is worked out: the number must stand in the text.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

_LEAST = 3


def close_sum(stated: Mapping[str, int], free: Sequence[int]) -> dict[str, int]:
    """Return the total or present among the ``free`` numbers, by total = present + the rest.

    Args:
        stated: what is known of total, present, absent and exempt.
        free: the numbers that count members without saying which, in order of the text.
    """
    if "absent" not in stated and "exempt" not in stated:
        return {}
    away = stated.get("absent", 0) + stated.get("exempt", 0)
    total, present = stated.get("total"), stated.get("present")
    values = {value for value in free if value >= _LEAST}
    if total is None and present is not None:
        return {"total": present + away} if present + away in values else {}
    if present is None and total is not None:
        return {"present": total - away} if total - away in values else {}
    if total is None and present is None and away:
        for whole, part in pairwise(free):
            if whole - part == away and part >= _LEAST:
                return {"total": whole, "present": part}
            if part - whole == away and whole >= _LEAST:
                return {"total": part, "present": whole}
    return {}
