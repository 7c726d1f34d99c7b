"""The settings of one call: the user's file first, then what the options say."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from minutes_nlp.model.language import Language
from minutes_nlp.settings import Settings, load_settings


def merge_settings(
    config: Path | None,
    profile: str | None,
    select: Iterable[str],
    ignore: Iterable[str],
    language: Language | None,
    doubt: float | None = None,
) -> Settings:
    """Return the settings that hold; an option that was not given leaves the file's value.

    Raises:
        UsageError: the file or an option names something that does not exist, or ``doubt`` is no
            number above 0 and at most 1.
    """
    settings = load_settings(config) if config else Settings()
    return replace(
        settings,
        profile=profile or settings.profile,
        select=split_codes(select) or settings.select,
        ignore=split_codes(ignore) or settings.ignore,
        language=language or settings.language,
        doubt=settings.doubt if doubt is None else doubt,
    )


def split_codes(values: Iterable[str]) -> tuple[str, ...]:
    """Split "KL, YK001" at commas and spaces."""
    return tuple(code for value in values for code in value.replace(",", " ").split())
