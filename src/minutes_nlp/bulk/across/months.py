"""Months, written YYYY-MM, which sort as text does."""

from __future__ import annotations

from collections.abc import Iterator


def month_after(month: str) -> str:
    """Return the month after ``month``."""
    year, number = _split(month)
    return f"{year + number // 12:04}-{number % 12 + 1:02}"


def months_between(first: str, last: str) -> Iterator[str]:
    """Yield the months from ``first`` to ``last``, both included."""
    while first <= last:
        yield first
        first = month_after(first)


def months_apart(first: str, last: str) -> int:
    """Return how many months ``last`` comes after ``first``."""
    (year, month), (later, number) = _split(first), _split(last)
    return 12 * (later - year) + number - month


def in_words(month: str) -> str:
    """Return "07/2026"."""
    year, number = _split(month)
    return f"{number:02}/{year}"


def _split(month: str) -> tuple[int, int]:
    year, number = month.split("-")
    return int(year), int(number)
