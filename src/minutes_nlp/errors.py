"""Errors that own their exit code and state the cure, in both languages.

Exit codes: 0 clean, 1 findings, 2 usage, 3 unreadable input, 4 missing program or extra,
5 model missing or not matching, 70 internal, 130 interrupted.
"""

from __future__ import annotations

from enum import IntEnum
from typing import ClassVar

from minutes_nlp.model.language import Language, Text


class ExitCode(IntEnum):
    """Process exit codes; where several apply, the gravest is the largest."""

    CLEAN = 0
    FINDINGS = 1
    USAGE = 2
    UNREADABLE = 3
    MISSING_PROGRAM = 4
    MODEL = 5
    INTERNAL = 70
    INTERRUPTED = 130


class MinutesNlpError(Exception):
    """Base of every error that a user can do something about."""

    exit_code: ClassVar[ExitCode] = ExitCode.INTERNAL

    def __init__(self, text: Text) -> None:
        super().__init__(text.vi)
        self.text = text

    def __reduce__(self) -> tuple[type[MinutesNlpError], tuple[Text]]:
        return type(self), (self.text,)  # so that an error crosses process borders whole

    def message(self, language: Language = "vi") -> str:
        """Return the one-line message: what is wrong and what to do."""
        return self.text.in_language(language)


class UsageError(MinutesNlpError):
    """The call's options or a configuration file are wrong."""

    exit_code = ExitCode.USAGE


class UnreadableInputError(MinutesNlpError):
    """The file cannot be read as minutes at all."""

    exit_code = ExitCode.UNREADABLE


class LimitExceededError(UnreadableInputError):
    """Reading the file took more time, memory or space than the limits allow."""


class ReaderCrashError(UnreadableInputError):
    """The file made its reader break down; nothing is known of what it holds."""


class SecrecyMarkError(MinutesNlpError):
    """The document bears a mark of state secrecy, so nothing of it is processed."""

    exit_code = ExitCode.UNREADABLE


class MissingProgramError(MinutesNlpError):
    """An external program or an optional extra is not installed."""

    exit_code = ExitCode.MISSING_PROGRAM


class ModelError(MinutesNlpError):
    """The trained model is missing, damaged, or made for another version."""

    exit_code = ExitCode.MODEL
