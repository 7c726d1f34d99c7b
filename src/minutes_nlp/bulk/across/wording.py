"""What the checks over many minutes say, in words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from minutes_nlp.bulk.across.follow_up import OpenTask
from minutes_nlp.bulk.across.missing_months import MissingMonth
from minutes_nlp.bulk.across.months import in_words
from minutes_nlp.bulk.across.near_copies import Copy, NothingOwn
from minutes_nlp.bulk.across.verdicts import AcrossVerdict
from minutes_nlp.model.language import Text


def verdict_of(found: Copy | NothingOwn | MissingMonth | OpenTask) -> AcrossVerdict:
    """Return what a check says in the form that all checks share."""
    return _FORMS[type(found)](found)


def _copy(found: Copy) -> AcrossVerdict:
    held, other = found.second, found.first
    percent = round(100 * found.share)
    where = _where(other.unit, other.month, other.path)
    message = Text(
        f"{percent} % phần nội dung riêng trùng với {where.vi}.",
        f"{percent} % of its own text is also in {where.en}.",
    )
    told = _with(message, found.doubt)
    return AcrossVerdict("HT006", bool(found.doubt), held.unit, held.month, held.path, told)


def _nothing_own(found: NothingOwn) -> AcrossVerdict:
    held, percent = found.held, round(100 * found.share)
    message = Text(
        f"{percent} % nội dung giống hệt biên bản của nhiều chi bộ khác (mẫu chung hoặc chép), "
        "phần riêng còn quá ít để so.",
        f"{percent} % of the text is found in many cells (a template, or copied); too little is "
        "left to compare.",
    )
    return AcrossVerdict("HT006", True, held.unit, held.month, held.path, message)


def _missing(found: MissingMonth) -> AcrossVerdict:
    month = in_words(found.month)
    message = Text(
        f"Chưa thấy biên bản sinh hoạt thường kỳ tháng {month}.",
        f"No minutes of a regular meeting of {month}.",
    )
    told = _with(message, found.doubt)
    return AcrossVerdict("LT001", bool(found.doubt), found.unit, found.month, None, told)


def _task(found: OpenTask) -> AcrossVerdict:
    held, later = found.task.held, found.later
    where = _where(None, later.month, later.path)
    message = Text(
        f"Một việc giao ở đoạn {found.task.paragraph + 1} chưa thấy nhắc lại trong {where.vi}.",
        f"A task of paragraph {found.task.paragraph + 1} is not taken up in {where.en}.",
    )
    told = _with(message, found.doubt)
    return AcrossVerdict("LT002", bool(found.doubt), held.unit, held.month, held.path, told)


def _where(unit: str | None, month: str | None, path: str) -> Text:
    of_unit = f" {unit}" if unit else ""
    of_month = f" {in_words(month)}" if month else ""
    vi = f"biên bản{of_unit}{' tháng' if month else ''}{of_month} ({path})"
    return Text(vi, f"the minutes of{of_unit}{of_month} ({path})")


def _with(message: Text, doubt: Text | None) -> Text:
    return Text(f"{message.vi} {doubt.vi}", f"{message.en} {doubt.en}") if doubt else message


_FORMS: Final[dict[type, Callable[..., AcrossVerdict]]] = {
    Copy: _copy,
    NothingOwn: _nothing_own,
    MissingMonth: _missing,
    OpenTask: _task,
}
