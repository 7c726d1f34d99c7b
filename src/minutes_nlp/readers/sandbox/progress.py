"""Readers tell what they are at, so that time can be limited by phase and by page.

A reader calls :func:`report`; whoever runs the reader listens with :func:`listening`.  Without
a listener a report costs nothing and goes nowhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final


class Phase(StrEnum):
    """What takes the time; each has a limit of its own in :class:`.limits.Limits`."""

    READING = "reading"  # parsing in this process: where every file begins
    PROGRAM = "program"  # an external program runs; run_program reports it by itself
    RECOGNITION = "recognition"  # of one page; report every page


@dataclass(frozen=True, slots=True)
class Stage:
    """A phase and, in recognition, the page (from 1) of so many pages."""

    phase: Phase
    page: int | None = None
    pages: int | None = None


Progress = Callable[[Stage], None]

_START: Final = Stage(Phase.READING)
_listener: ContextVar[Progress | None] = ContextVar("minutes_nlp_progress", default=None)
_pages: ContextVar[int | None] = ContextVar("minutes_nlp_pages", default=None)
_current: ContextVar[Stage] = ContextVar("minutes_nlp_stage", default=_START)


def expect_pages(count: int) -> None:
    """Tell how many pages the file has; reports of pages then say so."""
    _pages.set(count)


def report(stage: Stage) -> None:
    """Tell that ``stage`` begins.

    The clock of :attr:`Phase.RECOGNITION` starts anew with each higher page number; the other
    phases have one budget for the whole file.
    """
    if stage.page is not None and stage.pages is None:
        stage = replace(stage, pages=_pages.get())
    _current.set(stage)
    listener = _listener.get()
    if listener is not None:
        listener(stage)


@contextmanager
def during(stage: Stage) -> Iterator[None]:
    """Report ``stage``, and the one before it again at the end of a ``with`` block."""
    before = _current.get()
    report(stage)
    try:
        yield
    finally:
        report(before)


@contextmanager
def listening(listener: Progress) -> Iterator[None]:
    """Have ``listener`` called for every report of this thread inside a ``with`` block.

    A file is read there, so what was reported before does not count.
    """
    token, stage = _listener.set(listener), _current.set(_START)
    pages = _pages.set(None)
    try:
        yield
    finally:
        _pages.reset(pages)
        _listener.reset(token)
        _current.reset(stage)
