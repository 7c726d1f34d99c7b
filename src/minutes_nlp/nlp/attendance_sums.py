"""What a number without a word counts: it is read only where it closes the sum.

"Sổ có 25 người, miễn hai cụ, vắng bốn, còn mười chín": no word says that nineteen came, but
25 = 19 + 4 + 2.  Nothing is worked out: the number must stand in the text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

from minutes_nlp.nlp.numerals import NUMBER, value_of
from minutes_nlp.nlp.text import fold

_LEAST = 3
# "Họp 19 giờ, có 17 đồng chí": nobody else can be meant beside the number of those away.
_CAME: Final = re.compile(
    rf"(?:^|[,.;] )(?:chỉ |mới )?có (?:được )?({NUMBER})"
    r"(?: (?:người|đồng chí|đ/c|đc|anh em|anh chị em|bà con|vị))?(?=[,.;(]|$)"
)


def who_came(clauses: Sequence[str], stated: Mapping[str, int]) -> dict[str, int]:
    """Return the number present where only "có 17 người" says it, beside others due or away.

    Args:
        clauses: those of the opening that speak of attendance.
        stated: what is known otherwise.
    """
    if "present" in stated or not {"due", "absent", "exempt"} & set(stated):
        return {}
    values = [value_of(m[1]) for clause in clauses for m in _CAME.finditer(fold(clause))]
    most = stated.get("total", stated.get("due", max(values, default=0)))
    likely = [value for value in values if _LEAST <= value <= most]
    return {"present": likely[0]} if likely and likely[0] != stated.get("total") else {}


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
