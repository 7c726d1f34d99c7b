"""Packages of the extras, imported when they are first needed."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from minutes_nlp.errors import MissingProgramError
from minutes_nlp.model.language import Text


def pyarrow() -> Any:
    """Return the module ``pyarrow``."""
    return extra("pyarrow", "bulk")


def extra(module: str, name: str) -> Any:
    """Return ``module``, which comes with the extra ``name``.

    Raises:
        MissingProgramError: the extra is not installed.
    """
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        cure = f'pip install "minutes-nlp[{name}]"'
        raise MissingProgramError(
            Text(
                f"Thiếu gói {error.name}; hãy chạy: {cure}",
                f"The package {error.name} is missing; run: {cure}",
            )
        ) from error
