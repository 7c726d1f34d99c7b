"""What a finding rests on, and so what becomes of it when a page was not read well."""

from __future__ import annotations

from enum import StrEnum


class Claim(StrEnum):
    """What a check claims of the minutes; every check states one.

    A typed file is read whole and exactly, so there the claim changes nothing.  On a scan a
    line may have been dropped and a letter or digit misread.
    """

    MISSING = "missing"
    """Something stands nowhere. It could stand on a page that was not read; what clears the
    check does so wherever it was read well."""

    UNFILLED = "unfilled"
    """A number, a time or a name of the opening is missing. As with MISSING; besides, a single
    word of the opening that was hardly read may be it, and in forms it is written by hand."""

    LACKING = "lacking"
    """What is recorded is too little, too general or too few: nothing of it has this or that.
    While a page is unread it can be neither found nor cleared."""

    STATED = "stated"
    """Certain words are there. It stands where these words were read surely."""

    CONTRADICTION = "contradiction"
    """Figures disagree. One misread digit would do the same, so it is never found in recognised
    text."""

    SIGNED = "signed"
    """A name or signature is missing. On paper these are written by hand and stamped over, so it
    is never found in recognised text."""

    READING = "reading"
    """How well the file could be read; it says nothing of what the minutes record."""
