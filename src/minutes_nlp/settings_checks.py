"""Hold settings to what exists: each error names what is wrong and the nearest known name."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import fields
from typing import Any, Final

from minutes_nlp.errors import UsageError
from minutes_nlp.model.labels import Severity
from minutes_nlp.model.language import Text
from minutes_nlp.readers.limits import Limits
from minutes_nlp.registry import known_codes, profile_names, threshold_names, unknown_name

LANGUAGES: Final = ("vi", "en")
_CHECK: Final = Text("quy tắc kiểm tra", "check")


def check_selection(codes: Iterable[str]) -> tuple[str, ...]:
    """Return codes or prefixes of codes ("KL", "YK002") in capitals; each must match a check."""
    return tuple(_known_prefix(code) for code in codes)


def _known_prefix(code: str) -> str:
    wanted = code.strip().upper()
    if not wanted or not any(known.startswith(wanted) for known in known_codes()):
        raise unknown_name(_CHECK, code, _codes_and_families())
    return wanted


def _codes_and_families() -> set[str]:
    return set(known_codes()) | {code[:2] for code in known_codes()}


def check_profile(name: str | None) -> None:
    """Raise a usage error unless ``name`` is a known profile or ``None``."""
    if name is not None and name not in profile_names():
        raise unknown_name(Text("bộ quy tắc", "rule profile"), name, profile_names())


def check_language(language: str) -> None:
    """Raise a usage error unless ``language`` is one of the user interface."""
    if language not in LANGUAGES:
        raise unknown_name(Text("ngôn ngữ", "language"), language, LANGUAGES)


def check_doubt(doubt: float | None) -> None:
    """Raise a usage error unless ``doubt`` is a probability or ``None``."""
    if doubt is not None and not (_is_number(doubt) and 0 < doubt <= 1):
        raise UsageError(
            Text(
                f"“doubt” phải là số lớn hơn 0 và không quá 1, không phải {doubt!r}.",
                f"“doubt” must be a number above 0 and at most 1, not {doubt!r}.",
            )
        )


def check_switch(key: str, value: object) -> None:
    """Raise a usage error unless ``value`` is true or false."""
    if not isinstance(value, bool):
        raise UsageError(
            Text(
                f"“{key}” phải là true hoặc false, không phải {value!r}.",
                f"“{key}” must be true or false, not {value!r}.",
            )
        )


def check_severities(severities: Mapping[str, Any]) -> dict[str, Severity]:
    """Return the severity of each code."""
    return {_known_code(code): _severity(value) for code, value in severities.items()}


def _severity(value: str) -> Severity:
    try:
        return Severity(value)
    except ValueError:
        known = [severity.value for severity in Severity]
        raise unknown_name(Text("mức độ", "severity"), str(value), known) from None


def check_thresholds(thresholds: Mapping[str, Any]) -> dict[str, dict[str, float]]:
    """Return the numbers of each code; their names must be known."""
    return {_known_code(code): _numbers(code, numbers) for code, numbers in thresholds.items()}


def _known_code(code: str) -> str:
    if code.upper() not in known_codes():
        raise unknown_name(_CHECK, code, known_codes())
    return code.upper()


def _numbers(code: str, numbers: Any) -> dict[str, float]:
    known = threshold_names().get(code.upper(), frozenset())
    if not isinstance(numbers, Mapping):
        raise not_a_table(f"thresholds.{code}")
    for name, value in numbers.items():
        if name not in known:
            raise unknown_name(Text(f"ngưỡng của {code}", f"threshold of {code}"), name, known)
        if not _is_number(value):
            raise UsageError(
                Text(
                    f"Ngưỡng {code}.{name} phải là số không âm, không phải {value!r}.",
                    f"Threshold {code}.{name} must be a number of at least 0, not {value!r}.",
                )
            )
    return dict(numbers)


def check_limits(limits: Mapping[str, Any]) -> Limits:
    """Return the limits with these values over the default ones."""
    defaults = {entry.name: entry.default for entry in fields(Limits)}
    for name, value in limits.items():
        if name not in defaults:
            raise unknown_name(Text("giới hạn", "limit"), name, defaults)
        whole = isinstance(defaults[name], int)
        if not _is_number(value) or value == 0 or (whole and not isinstance(value, int)):
            kind = Text("số nguyên", "a whole number") if whole else Text("số", "a number")
            raise UsageError(
                Text(
                    f"Giới hạn “{name}” phải là {kind.vi} lớn hơn 0, không phải {value!r}.",
                    f"The limit “{name}” must be {kind.en} above 0, not {value!r}.",
                )
            )
    return Limits(**limits)


def not_a_table(key: str) -> UsageError:
    """Return the error for a setting that should hold named values and does not."""
    return UsageError(
        Text(
            f"“{key}” phải là một bảng, viết dưới dòng [{key}].",
            f"“{key}” must be a table, written below the line [{key}].",
        )
    )


def _is_number(value: object) -> bool:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return False
    return math.isfinite(value) and value >= 0
