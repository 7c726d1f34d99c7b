"""How well a page was read: errors of characters against what was printed on it."""

from __future__ import annotations

import unicodedata

import numpy as np

from minutes_nlp.model.document import Page


def page_text(page: Page) -> str:
    """Return what was read on a page, word after word."""
    return " ".join(word.text for word in page.words)


def character_error_rate(printed: str, read: str) -> float:
    """Return the Levenshtein distance over the length of ``printed``.

    White space counts as one space, and marks between cells, which nobody printed, as none.
    """
    truth, copy = _plain(printed), _plain(read)
    return edit_distance(truth, copy) / max(1, len(truth))


def edit_distance(one: str, other: str) -> int:
    """Return how many characters must be put in, left out or replaced to make them equal."""
    letters = np.array([ord(char) for char in other], dtype=np.int64)
    places = np.arange(len(other) + 1)
    row = places.copy()
    for number, char in enumerate(one, 1):
        below = np.empty_like(row)
        below[0] = number
        below[1:] = np.minimum(row[1:] + 1, row[:-1] + (letters != ord(char)))
        # What is put in costs one a place: a running minimum along the row.
        row = np.minimum.accumulate(below - places) + places
    return int(row[-1])


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).replace(" | ", " ").split())
