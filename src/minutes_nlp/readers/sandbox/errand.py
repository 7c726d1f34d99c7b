"""One request to the sandbox on its way, and what comes back."""

from __future__ import annotations

from types import TracebackType
from typing import Generic, Protocol, Self, TypeVar

from minutes_nlp.readers.sandbox import limit_errors
from minutes_nlp.readers.sandbox.process import Keeper
from minutes_nlp.readers.sandbox.progress import Progress
from minutes_nlp.readers.sandbox.strict_json import decode
from minutes_nlp.readers.sandbox.wire import FAILURE, Failure, Frame, Request, error_of

T = TypeVar("T")


class Keepers(Protocol):
    """Where keepers come from and go back to."""

    def ask(self, request: Request) -> Keeper:
        """Return a keeper that has begun to serve the request."""

    def give_back(self, keeper: Keeper) -> None:
        """Take a keeper back that has answered."""


class Errand(Generic[T]):
    """A request that is being served in the sandbox; its answer is of type ``wanted``.

    Use it in a ``with`` block, which ends it when it is left early.

    Args:
        keepers: whom to ask.
        request: for what.
        kind: the frame in which the answer comes.
        wanted: a dataclass, whose own checks decide too whether the answer is taken.
    """

    def __init__(self, keepers: Keepers, request: Request, kind: bytes, wanted: type[T]) -> None:
        self._keepers, self._limits = keepers, request.limits
        self._kind, self._wanted = kind, wanted
        self._keeper: Keeper | None = None
        self._keeper = keepers.ask(request)

    def result(self, progress: Progress | None = None) -> T:
        """Wait for the answer; call once.

        Args:
            progress: is called, in this thread, with the stages that are reported.

        Raises:
            UnreadableInputError: the file cannot be read, is over a limit
                (:class:`.LimitExceededError`) or broke its reader (:class:`.ReaderCrashError`).
            MissingProgramError: it needs a program that is not installed.
        """
        keeper = self._keeper
        if keeper is None:
            raise RuntimeError("the reading has ended")
        try:
            frame = keeper.answer(self._limits, progress)
            if frame is None:
                raise limit_errors.crashed("keeper")
        except BaseException:
            self.cancel()
            raise
        self._keeper = None
        self._keepers.give_back(keeper)
        return self._taken(frame)

    def _taken(self, frame: Frame) -> T:
        try:
            if frame.kind == self._kind:
                return decode(self._wanted, frame.payload)
            if frame.kind == FAILURE:
                error = error_of(decode(Failure, frame.payload))
            else:
                raise ValueError("an unknown frame")
        except ValueError as broken:
            # What came is not what was wanted: it does not matter what it is.
            raise limit_errors.crashed("answer") from broken
        raise error

    def cancel(self) -> None:
        """End the errand and all its processes, unless there is a result already."""
        keeper, self._keeper = self._keeper, None
        if keeper is not None:
            keeper.close()

    def break_off(self) -> None:
        """End the errand from another thread than the one that waits for its result.

        There it fails like one whose reader crashed.
        """
        keeper = self._keeper
        if keeper is not None:
            keeper.kill()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.cancel()

    def __del__(self) -> None:
        if self._keeper is not None:
            self._keeper.abandon()
