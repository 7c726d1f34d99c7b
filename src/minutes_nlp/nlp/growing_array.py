"""An array that grows by rows and is read by row numbers."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray


class GrowingArray:
    """Rows of one shape; a new row is put into the array when the array is next read."""

    def __init__(self, shape: tuple[int, ...], dtype: type[np.generic]) -> None:
        self._rows: NDArray[Any] = np.zeros((1024, *shape), dtype)
        self._filled = 0
        self._pending: list[object] = []

    def __len__(self) -> int:
        return self._filled + len(self._pending)

    def append(self, row: object) -> None:
        """Add a row; it must have the array's shape."""
        self._pending.append(row)

    def at(self, numbers: NDArray[np.int64]) -> NDArray[Any]:
        """Return the rows of ``numbers``, in their order."""
        if self._pending:
            self._fill()
        result: NDArray[Any] = self._rows[numbers]
        return result

    def _fill(self) -> None:
        end = len(self)
        if end > len(self._rows):
            size = max(end, 2 * len(self._rows))
            more = np.zeros((size - len(self._rows), *self._rows.shape[1:]), self._rows.dtype)
            self._rows = np.concatenate([self._rows, more])
        self._rows[self._filled : end] = self._pending
        self._filled = end
        self._pending = []
