"""Standard output and error: encoding, width, colour, and readers that go away early."""

from __future__ import annotations

import os
import re
import shutil
import sys
from io import TextIOWrapper
from typing import Final

import click

WIDEST: Final = 100
"""Lines longer than this many columns are hard to read, however wide the terminal is."""

# A file name may hold line ends or escape sequences; an error stays one harmless line.
_CONTROL: Final = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]+")


def prepare_streams() -> None:
    """Write UTF-8 whatever the locale says: Vietnamese fits no older encoding safely."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def say(message: str, *, name: bool = True) -> None:
    """Write a message on stderr: one line behind the program's name, or as it stands."""
    if name:
        message = "minutes-nlp: " + _CONTROL.sub(" ", message)
    click.echo(message.encode(errors="replace").decode(), err=True)


def terminal_width() -> int:
    """Return the columns to write for: the terminal's, but never more than :data:`WIDEST`."""
    return min(shutil.get_terminal_size((80, 24)).columns, WIDEST)


def wants_colour() -> bool:
    """Whether stdout is a terminal that may be coloured (https://no-color.org)."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return sys.stdout.isatty()


def discard_stdout() -> None:
    """Send what is still to be written to nowhere, after the reader has gone away."""
    try:
        number = sys.stdout.fileno()
    except (OSError, ValueError):
        return
    os.dup2(os.open(os.devnull, os.O_WRONLY), number)
