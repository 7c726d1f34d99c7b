"""How a bulk run shows its progress, on standard error: a bar, lines of text, or lines of JSON."""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final, Literal

from minutes_nlp.bulk.run import Progress, Silence, Stage
from minutes_nlp.bulk.schema import Outcome
from minutes_nlp.cli.bulk_words import OUTCOMES, STAGES
from minutes_nlp.cli.streams import say
from minutes_nlp.model.language import Language

ProgressName = Literal["auto", "bar", "lines", "json", "none"]
_SECONDS_BETWEEN_LINES: Final = 10.0
_SECONDS_BETWEEN_OBJECTS: Final = 1.0


@contextmanager
def choose_progress(name: ProgressName, language: Language) -> Iterator[Progress]:
    """Show progress as ``name`` says, until the block is left."""
    if name == "auto":
        name = "bar" if sys.stderr.isatty() else "lines"
    if name == "none":
        yield Silence()
        return
    makers = {"bar": Bar, "lines": Lines, "json": Objects}
    shown: Any = makers[name](language)
    try:
        yield shown
    finally:
        shown.end()


class _Counting:
    """Counts, and says so at most every few seconds."""

    seconds: float

    def __init__(self, language: Language) -> None:
        self.language = language
        self.stage: Stage | None = None
        self.total: int | None = None
        self.count = 0
        self.outcomes: Counter[Outcome] = Counter()
        self._started = self._said = time.monotonic()

    def begin(self, stage: Stage, total: int | None) -> None:
        """A stage begins."""
        self.end()
        self.stage, self.total, self.count = stage, total, 0
        self._started = self._said = time.monotonic()

    def advance(self, outcome: Outcome | None) -> None:
        """One more file."""
        self.count += 1
        if outcome is not None:
            self.outcomes[outcome] += 1
        now = time.monotonic()
        if now - self._said >= self.seconds:
            self._said = now
            self.tell()

    def end(self) -> None:
        """Say the last numbers of a stage."""
        if self.stage is not None:
            self.tell()
            self.stage = None

    def rate(self) -> float:
        """Return files a second."""
        return self.count / max(time.monotonic() - self._started, 1e-3)

    def left(self) -> float | None:
        """Return the seconds that remain, if that can be told."""
        if self.total is None or not self.count:
            return None
        return (self.total - self.count) / self.rate()

    def tell(self) -> None:
        """Say the numbers."""
        raise NotImplementedError


class Objects(_Counting):
    """One JSON object a line: stage, done, total, rate, seconds left, counts by outcome."""

    seconds = _SECONDS_BETWEEN_OBJECTS

    def tell(self) -> None:
        """Write one object."""
        left = self.left()
        told = {
            "stage": self.stage,
            "done": self.count,
            "total": self.total,
            "rate": round(self.rate(), 2),
            "left": None if left is None else round(left, 1),
            "outcomes": {outcome.value: self.outcomes[outcome] for outcome in Outcome},
        }
        say(json.dumps(told), name=False)


class Lines(_Counting):
    """One line of text every ten seconds."""

    seconds = _SECONDS_BETWEEN_LINES

    def tell(self) -> None:
        """Write one line."""
        if self.stage is None:
            return
        told = [STAGES[self.stage].in_language(self.language)]
        told.append(f"{self.count}" if self.total is None else f"{self.count}/{self.total}")
        if (left := self.left()) is not None:
            told.append(f"{self.rate():.1f}/s, {_clock(left)}")
        told += counts(self.outcomes, self.language)
        say(" · ".join(told))


class Bar:
    """A bar of rich with rate, remaining time and counts by outcome."""

    def __init__(self, language: Language) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
        from rich.progress import Progress as RichProgress

        self._language = language
        self._bar = RichProgress(
            TextColumn("{task.description}"),
            BarColumn(bar_width=24),
            MofNCompleteColumn(),
            TextColumn("{task.fields[rate]}"),
            TimeRemainingColumn(),
            TextColumn("{task.fields[counts]}"),
            console=Console(file=sys.stderr),
        )
        self._numbers = Objects(language)
        self._task: Any = None
        self._bar.start()

    def begin(self, stage: Stage, total: int | None) -> None:
        """A stage begins."""
        if self._task is not None:
            self._bar.remove_task(self._task)
        self._numbers = Objects(self._language)
        self._numbers.begin(stage, total)
        name = STAGES[stage].in_language(self._language)
        self._task = self._bar.add_task(name, total=total, rate="", counts="")

    def advance(self, outcome: Outcome | None) -> None:
        """One more file."""
        numbers = self._numbers
        numbers.count += 1
        if outcome is not None:
            numbers.outcomes[outcome] += 1
        shown = " · ".join(counts(numbers.outcomes, self._language))
        self._bar.update(self._task, advance=1, rate=f"{numbers.rate():.1f}/s", counts=shown)

    def end(self) -> None:
        """Leave the bar as it stands."""
        self._bar.stop()


def counts(outcomes: Counter[Outcome], language: Language) -> list[str]:
    """Return "12 đã đọc", …: the outcomes that there are."""
    return [
        f"{outcomes[outcome]} {OUTCOMES[outcome].in_language(language)}"
        for outcome in Outcome
        if outcomes[outcome]
    ]


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes // 60}:{minutes % 60:02}:{rest:02}"
