"""Where the decisions on one document are kept while the page runs: beside its file, or here."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from minutes_nlp.model.language import Text
from minutes_nlp.reviewing import (
    AnotherDocumentError,
    Review,
    ReviewChangedError,
    ReviewError,
    ReviewSource,
    Stored,
    load,
    new_review,
    read_stored,
    render_review,
    save,
)
from minutes_nlp.reviewing.errors import another_document, changed_meanwhile
from minutes_nlp.web.reviewing.phrases import phrase

_TRIES = 5


@dataclass(frozen=True, slots=True)
class Kept:
    """The decisions as they are now.

    Attributes:
        review: all of them.
        version: changes with every decision, whoever made it.
        saved: whether they are in a file beside the document.
        problem: why they are not, where they should be.
        other: decisions on another text of the document, that can be carried over.
    """

    review: Review
    version: str
    saved: bool
    problem: Text | None = None
    other: Review | None = None


class Keeping:
    """Keeps the decisions on one document.  Safe to use from any thread.

    A decision is never lost to a file that cannot be written: it stays in memory and the page
    says so.  What other windows and programs stored is read again at every call.

    Args:
        source: the document.
        path: of the review beside it; ``None`` for an uploaded document, which has no place.
    """

    def __init__(self, source: ReviewSource, path: Path | None) -> None:
        self.source, self.path = source, path
        self._lock = threading.RLock()
        self._memory = new_review(source)
        self._unsaved = path is None  # whether what counts is in memory
        self._base: str | None = None  # version of the file that the memory goes on from
        self._problem: Text | None = None
        self._other: Stored | None = None

    def now(self) -> Kept:
        """Return the decisions; problems of the file are told, not raised."""
        with self._lock:
            if not self._unsaved or not self._memory.events:
                self._load()  # the problem may be gone meanwhile
            return self._kept()

    def change(self, change: Callable[[Review], Review], seen: str | None = None) -> Kept:
        """Apply ``change`` and store what comes of it.

        Args:
            change: makes the new review of the newest one; it may be called again.
            seen: the version that the change is meant for; ``None`` for any.

        Raises:
            ReviewChangedError: the decisions are no longer those of version ``seen``.
            ReviewError: whatever ``change`` refuses.
        """
        with self._lock:
            for _ in range(_TRIES):
                kept = self.now()
                if seen is not None and kept.version != seen:
                    raise changed_meanwhile(self._name)
                if self._save(change(kept.review)):
                    return self._kept()
            raise changed_meanwhile(self._name)

    def take(self, review: Review) -> Kept:
        """Go on from a review that was saved elsewhere; one of another text is offered only.

        Raises:
            ReviewError: there are decisions already.
        """
        with self._lock:
            if self.now().review.events:
                raise ReviewError(phrase("has_decisions"))
            if review.source.sha256 == self.source.sha256:
                self._save(review)
            else:
                self._other = Stored(review, None)
                self._problem = another_document(self._name, review.source.name).text
            return self._kept()

    def carry_over(self) -> Kept:
        """Go on from the decisions on another text; those made meanwhile come after them.

        Raises:
            ReviewError: the file cannot be written.
        """
        with self._lock:
            other = self._other
            if other is None:
                return self.now()
            review = other.review.carried_to(self.source)
            for event in self._memory.events:
                review = review.decided(event)
            if self.path is not None:
                self._base = save(review, self.path, other.version)
                self._unsaved = False
            self._memory, self._other, self._problem = review, None, None
            return self._kept()

    @property
    def _name(self) -> str:
        return self.path.name if self.path else f"{self.source.name}.review.json"

    def _load(self) -> None:
        if self.path is None:
            return
        try:
            stored = load(self.path, self.source)
        except ReviewError as error:
            self._unsaved, self._problem = True, error.text
            if isinstance(error, AnotherDocumentError):
                self._other = read_stored(self.path)
        else:
            self._memory, self._base = stored.review, stored.version
            self._unsaved, self._problem, self._other = False, None, None

    def _save(self, review: Review) -> bool:
        """Keep ``review``; tell whether it is kept, which it is not if others saved meanwhile."""
        if self.path is not None and self._other is None:
            try:
                self._base = save(review, self.path, self._base)
            except ReviewChangedError:
                if not self._unsaved:
                    return False  # to be read anew, with what others saved
            except ReviewError as error:
                self._unsaved, self._problem = True, error.text
            else:
                self._unsaved, self._problem = False, None
        self._memory = review
        return True

    def _kept(self) -> Kept:
        stored = None if self._unsaved else self._base
        return Kept(
            review=self._memory,
            version=stored or sha256(render_review(self._memory)).hexdigest(),
            saved=not self._unsaved,
            problem=self._problem,
            other=self._other.review if self._other else None,
        )
