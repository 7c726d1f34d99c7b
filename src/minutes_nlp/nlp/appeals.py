"""Appeals to do everything well: "đề nghị các đồng chí phát huy kết quả, khắc phục khó khăn".

Such a clause has verbs of exertion and objects so general that it could close any meeting: no
matter, no owner, no time.  A clause with one word of its own ("hoàn thành việc nạo kênh") is no
mere appeal.
"""

from __future__ import annotations

import re
from typing import Final

from minutes_nlp.nlp.phrases import phrase_list

_CLAUSE: Final = re.compile(r"[^.,;:()!?\n]+")
_LETTER_OR_DIGIT: Final = re.compile(r"[^\W_]")


def without_appeals(folded: str) -> str:
    """Return folded text of the same length with every clause that only appeals blanked."""
    return _CLAUSE.sub(
        lambda match: " " * len(match[0]) if _is_appeal(match[0]) else match[0], folded
    )


def _is_appeal(clause: str) -> bool:
    if not phrase_list("appeals.toml", "exertion").search(clause):
        return False
    for key in ("exertion", "phrases", "general"):
        clause = phrase_list("appeals.toml", key).sub(" ", clause)
    return _LETTER_OR_DIGIT.search(clause) is None
