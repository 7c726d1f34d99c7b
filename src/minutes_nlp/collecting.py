"""How often Python looks for garbage in the processes that this program starts for itself."""

from __future__ import annotations

import gc
from typing import Final

_THRESHOLDS: Final = (50_000, 20, 50)
"""New objects before a look at them, and looks before one at older and at oldest objects."""


def collect_rarely() -> None:
    """Look for garbage less often: loading makes a million objects, hardly any of them garbage.

    Only for processes of our own: a program that uses the package as a library decides for itself.
    """
    gc.set_threshold(*_THRESHOLDS)


def keep_what_is_loaded() -> None:
    """Leave what this process has loaded out of every later look for garbage."""
    gc.collect()
    gc.freeze()
