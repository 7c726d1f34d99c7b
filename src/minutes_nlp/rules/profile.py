"""Rule profiles: which checks apply under which guide, with which numbers and basis."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from types import MappingProxyType
from typing import Any, Final

from minutes_nlp.model.labels import Severity
from minutes_nlp.model.language import Text
from minutes_nlp.registry import profile_data
from minutes_nlp.rules.thresholds import SupersededDocument

DEFAULT_PROFILE: Final = "hd42-2025"
LEGACY_PROFILE: Final = "hd12-2018"
HD42_FROM: Final = date(2025, 10, 28)
"""Meetings from this day on are read by Hướng dẫn 42-HD/BTCTW, the day that it bears."""


@dataclass(frozen=True, slots=True)
class Profile:
    """One rule profile; everything in it can be overridden by the user's settings.

    ``thresholds`` gives each check's numbers by code; ``shared`` those of every check.
    ``citations`` gives what the checks rest on under this profile, by code or its prefix.
    """

    name: str
    title: Text
    shared: Mapping[str, float]
    thresholds: Mapping[str, Mapping[str, float]]
    severities: Mapping[str, Severity]
    disabled: frozenset[str]
    citations: Mapping[str, Text]
    superseded: tuple[SupersededDocument, ...]

    def citation(self, code: str) -> Text | None:
        """Return what the check rests on under this profile; the longest prefix wins."""
        for length in range(len(code), 0, -1):
            if code[:length] in self.citations:
                return self.citations[code[:length]]
        return None


def choose_profile(name: str | None, meeting_date: date | None) -> Profile:
    """Return the profile of this name, or the one for a meeting of that date.

    Raises:
        UsageError: there is no such profile.
    """
    if name:
        return load_profile(name)
    legacy = meeting_date is not None and meeting_date < HD42_FROM
    return load_profile(LEGACY_PROFILE if legacy else DEFAULT_PROFILE)


@lru_cache(maxsize=8)
def load_profile(name: str) -> Profile:
    """Read a profile that ships with the package.

    Raises:
        UsageError: there is no such profile; the message names those that there are.
    """
    return _build(name, profile_data(name))


def _build(name: str, data: Mapping[str, Any]) -> Profile:
    thresholds = {code: MappingProxyType(dict(n)) for code, n in data["thresholds"].items()}
    severities = {code: Severity(value) for code, value in data.get("severities", {}).items()}
    return Profile(
        name=name,
        title=Text(**data["title"]),
        shared=MappingProxyType(dict(data["shared"])),
        thresholds=MappingProxyType(thresholds),
        severities=MappingProxyType(severities),
        disabled=frozenset(data.get("disabled", ())),
        citations=MappingProxyType({c: Text(**t) for c, t in data["citations"].items()}),
        superseded=tuple(_superseded(entry) for entry in data.get("superseded", ())),
    )


def _superseded(entry: Mapping[str, Any]) -> SupersededDocument:
    return SupersededDocument(
        symbol=entry["symbol"],
        years=tuple(entry["years"]),
        topics=tuple(entry["topics"]),
        replaced_by=entry["replaced_by"],
        since=entry["since"],
    )
