"""Days and hours as people write them."""

from __future__ import annotations

from datetime import date

from minutes_nlp.model.language import Language


def parse_day(text: str | None) -> date | None:
    """Return the day of an ISO date, ``None`` for anything else."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def spoken_day(text: str, language: Language) -> str:
    """Write an ISO date as 05/7/2026 (5 July 2026); other words stay as they are.

    Days under 10 and the months 1 and 2 take a zero, as Party papers write them.
    """
    day = parse_day(text)
    if day is None:
        return text
    if language == "en":
        return f"{day.day} {day:%B} {day.year}"
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"{day.day:02}/{month}/{day.year}"


def spoken_time(text: str, language: Language) -> str:
    """Write HH:MM as "19 giờ 30"; English keeps it."""
    if language == "en":
        return text
    hours, _, minutes = text.partition(":")
    spoken = f"{int(hours)} giờ" if hours.isdigit() else hours
    return spoken if minutes in ("", "00") else f"{spoken} {minutes}"
