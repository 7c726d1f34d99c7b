"""One document on the desk: what it is, how far it has come, what was read."""

from __future__ import annotations

import secrets
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from minutes_nlp.model.document import Document
from minutes_nlp.model.language import Language, Text
from minutes_nlp.model.report import Report
from minutes_nlp.readers.sandbox.progress import Stage
from minutes_nlp.web.reviewing.state import ReviewState


class State(StrEnum):
    """How far a document has come."""

    UPLOADING = "uploading"
    WAITING = "waiting"  # until another has been read
    READING = "reading"
    ANALYSING = "analysing"
    DONE = "done"
    FAILED = "failed"


UNFINISHED = frozenset({State.UPLOADING, State.WAITING, State.READING, State.ANALYSING})


@dataclass(slots=True, eq=False)
class Job:
    """A document that somebody put on the desk.

    Attributes:
        names: of its file, or of the pictures of its pages, as the user calls them.
        paths: where they are: private copies, or the user's own file.
        own_file: whether ``paths`` is the user's own file, named when the program was started.
        earlier: the job with which its findings are compared.
        stage: what the reader is at.
        failure: why it failed, in both languages.
        document: what was read.
        reports: of what was read, by language.
        review: what the auditor's screen keeps of it.
        back: address of the list from which it was opened.
        notice: what to tell above everything about it.
        id: names it in addresses; cannot be guessed.
    """

    names: tuple[str, ...]
    paths: tuple[Path, ...]
    own_file: bool = False
    earlier: Job | None = None
    state: State = State.UPLOADING
    stage: Stage | None = None
    failure: Text | None = None
    document: Document | None = None
    reports: dict[Language, Report] = field(default_factory=dict)
    back: str | None = None
    notice: Text | None = None
    id: str = field(default_factory=lambda: secrets.token_urlsafe(12))
    review: ReviewState = field(default_factory=ReviewState)
    received: set[int] = field(default_factory=set)
    touched: float = field(default_factory=time.monotonic)

    @property
    def name(self) -> str:
        """What the user calls the document."""
        return self.names[0]

    @property
    def is_done(self) -> bool:
        """Whether there is a report."""
        return self.state is State.DONE

    @property
    def readable(self) -> Path | Sequence[Path]:
        """What to hand to a reader."""
        return self.paths[0] if len(self.paths) == 1 else self.paths
