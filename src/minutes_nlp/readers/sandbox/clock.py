"""Time limits by phase and by page."""

from __future__ import annotations

from typing import Final

from minutes_nlp.readers.limits import Limits
from minutes_nlp.readers.sandbox.progress import Phase, Stage

_SETTING: Final = {
    Phase.READING: "reading_seconds",
    Phase.PROGRAM: "program_seconds",
    Phase.RECOGNITION: "page_seconds",
}


class Clock:
    """Counts down the time that is left; a reader can win time only by recognising new pages.

    Reading and external programs have one budget each for the whole file, however often the
    reader goes from one to the other.  The budget of recognition is filled up when a page
    with a higher number begins.  All together are held by ``total_seconds``.

    Times are seconds of one steady clock, given by the caller.
    """

    def __init__(self, limits: Limits, now: float) -> None:
        self._left = {phase: float(getattr(limits, _SETTING[phase])) for phase in Phase}
        self._page_seconds = limits.page_seconds
        self._end = now + limits.total_seconds
        self._phase, self._since = Phase.READING, now
        self._page = 0

    def enter(self, stage: Stage, now: float) -> None:
        """Note that ``stage`` begins."""
        self._left[self._phase] -= now - self._since
        self._phase, self._since = stage.phase, now
        # A budget that was overdrawn is not filled up again.
        in_time = stage.phase is Phase.RECOGNITION and self._left[stage.phase] > 0
        if in_time and stage.page is not None and stage.page > self._page:
            self._page = stage.page
            self._left[stage.phase] = self._page_seconds

    def left(self, now: float) -> float:
        """Return the seconds that are left to the current phase, at most 0 when none are."""
        return min(self._left[self._phase] - (now - self._since), self._end - now)

    def setting(self, now: float) -> str:
        """Return the name of the limit that comes first."""
        return "total_seconds" if self._end - now <= self.left(now) else _SETTING[self._phase]
