"""Which checks and rule profiles exist: a check is registered by its file's existence.

No rule is imported here, so that settings can be checked without loading any.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache
from importlib.resources import files
from typing import Any, Final

from minutes_nlp.errors import UsageError
from minutes_nlp.model.language import Text

_RULE_FILE: Final = re.compile(r"([a-z]{2}[0-9]{3})_[a-z0-9_]+\.py")
_PROFILE_FILE: Final = re.compile(r"([a-z0-9_]+)\.toml")


def rule_modules() -> dict[str, str]:
    """Return the module name of every check by its code, in the order of the codes."""
    names = sorted(entry.name for entry in files("minutes_nlp.rules").iterdir())
    return {
        match[1].upper(): f"minutes_nlp.rules.{name.removesuffix('.py')}"
        for name in names
        if (match := _RULE_FILE.fullmatch(name))
    }


ACROSS_CODES: Final = ("HT006", "LT001", "LT002")
"""The checks over many minutes, which run in bulk reviews only."""


def known_codes() -> tuple[str, ...]:
    """Return the code of every check that settings may name, sorted."""
    return tuple(sorted((*rule_codes(), *ACROSS_CODES)))


@lru_cache(maxsize=1)
def rule_codes() -> tuple[str, ...]:
    """Return the code of every check of one document, sorted."""
    return tuple(rule_modules())


@lru_cache(maxsize=1)
def profile_names() -> tuple[str, ...]:
    """Return the name of every rule profile, sorted."""
    names = sorted(entry.name for entry in files("minutes_nlp.profiles").iterdir())
    return tuple(
        match[1].replace("_", "-") for name in names if (match := _PROFILE_FILE.fullmatch(name))
    )


def profile_data(name: str) -> dict[str, Any]:
    """Return the parsed file of a rule profile.

    Raises:
        UsageError: there is no such profile; the message names those that there are.
    """
    if name not in profile_names():
        raise unknown_name(Text("bộ quy tắc", "rule profile"), name, profile_names())
    path = files("minutes_nlp.profiles") / f"{name.replace('-', '_')}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def threshold_names() -> dict[str, frozenset[str]]:
    """Return the names of the numbers that can be set, by the code of their check."""
    names: dict[str, set[str]] = {}
    for profile in profile_names():
        for code, numbers in profile_data(profile)["thresholds"].items():
            names.setdefault(code, set()).update(numbers)
    return {code: frozenset(found) for code, found in names.items()}


def unknown_name(what: Text, name: str, known: Iterable[str]) -> UsageError:
    """Return the error for a ``name`` that does not exist, with the nearest that does."""
    listed = sorted(known)
    folded = {candidate.casefold(): candidate for candidate in listed}
    near = get_close_matches(name.casefold(), folded, n=1, cutoff=0.5)
    if near:
        hint = Text(f"Có phải ý là “{folded[near[0]]}”?", f"Did you mean “{folded[near[0]]}”?")
    else:
        names = ", ".join(listed)
        hint = Text(f"Hiện có: {names}.", f"Known: {names}.")
    return UsageError(
        Text(
            f"Không có {what.vi} “{name}”. {hint.vi}", f"There is no {what.en} “{name}”. {hint.en}"
        )
    )
