"""The user's settings: which checks, which profile, which numbers, which language.

A settings file is TOML; every key may be left out::

    profile = "hd42-2025"          # else the meeting's date decides
    language = "vi"                # or "en"
    select = ["KL", "YK"]          # only these checks: codes or prefixes
    ignore = ["HT003"]             # never these
    doubt = 0.25                   # above 0, to 1: lower is more cautious, leaves more undecided
    read_secret = false            # true reads files marked MẬT, TỐI MẬT, TUYỆT MẬT too

    [severities]
    KL004 = "warning"

    [thresholds.YK004]
    share = 0.4

    [limits]                       # what reading one file may take
    memory_bytes = 1_200_000_000   # every name in minutes_nlp.readers.limits.Limits
    reading_seconds = 10
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from minutes_nlp.errors import UsageError
from minutes_nlp.model.labels import Severity
from minutes_nlp.model.language import Language, Text
from minutes_nlp.readers.limits import Limits
from minutes_nlp.registry import unknown_name
from minutes_nlp.settings_checks import (
    check_doubt,
    check_language,
    check_limits,
    check_profile,
    check_selection,
    check_severities,
    check_switch,
    check_thresholds,
    not_a_table,
)


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user asks for, over the profile.

    ``select`` and ``ignore`` hold codes or prefixes of codes; an empty ``select`` means every
    check that the profile enables, and a check that is off runs when ``select`` names its
    whole code.  ``doubt`` (above 0, to 1) is the probability from which a paragraph might be
    what a check misses; ``None`` leaves it to the profile.  ``read_secret`` lets documents be
    read that bear a mark of state secrecy; only for machines that may hold them.  ``thresholds``
    holds numbers by code and name, ``limits`` what reading one file may take.

    Raises:
        UsageError: a code, name or value is not known; the message names the nearest one.
    """

    profile: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    language: Language = "vi"
    doubt: float | None = None
    read_secret: bool = False
    severities: Mapping[str, Severity] = field(default_factory=dict)
    thresholds: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    limits: Limits = field(default_factory=Limits)

    def __post_init__(self) -> None:
        check_profile(self.profile)
        check_language(self.language)
        check_doubt(self.doubt)
        check_switch("read_secret", self.read_secret)
        # A frozen class has no other way to keep the checked, capitalised codes.
        object.__setattr__(self, "select", check_selection(self.select))
        object.__setattr__(self, "ignore", check_selection(self.ignore))
        object.__setattr__(self, "severities", check_severities(self.severities))
        object.__setattr__(self, "thresholds", check_thresholds(self.thresholds))
        check_limits(asdict(self.limits))


def load_settings(path: str | Path) -> Settings:
    """Read the user's settings from a TOML file.

    Raises:
        UsageError: the file is missing or no TOML, or a key, code or value is not known; the
            message names it and the nearest known one.
    """
    data = _read(Path(path))
    for key in data:
        if key not in _KEYS:
            raise unknown_name(Text("thiết lập", "setting"), key, _KEYS)
    for key in ("select", "ignore"):
        data[key] = _code_list(key, data.get(key, []))
    for key in ("severities", "thresholds", "limits"):
        if not isinstance(data.get(key, {}), Mapping):
            raise not_a_table(key)
    data["limits"] = check_limits(data.get("limits", {}))
    return Settings(**data)


_KEYS = frozenset(entry.name for entry in fields(Settings))


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        reason = error.strerror or str(error)
        raise UsageError(
            Text(
                f"Không đọc được tệp thiết lập {path}: {reason}. Kiểm tra lại đường dẫn.",
                f"Cannot read the settings file {path}: {reason}. Check the path.",
            )
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(
            Text(
                f"Tệp thiết lập {path} không đúng cú pháp TOML (mã UTF-8): {error}.",
                f"The settings file {path} is not valid TOML in UTF-8: {error}.",
            )
        ) from error


def _code_list(key: str, value: object) -> tuple[str, ...]:
    codes = [value] if isinstance(value, str) else value
    if isinstance(codes, list) and all(isinstance(code, str) for code in codes):
        return tuple(codes)
    raise UsageError(
        Text(
            f'“{key}” phải là danh sách mã quy tắc, ví dụ {key} = ["KL", "YK002"].',
            f'“{key}” must be a list of codes, e.g. {key} = ["KL", "YK002"].',
        )
    )
