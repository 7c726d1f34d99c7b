"""Whether a page is noise: too many marks for print, or marks that stand in no lines.

Recognition of such a page takes half a minute and finds nothing that anyone could rely on.
"""

from __future__ import annotations

from typing import Final

from minutes_nlp.readers.scan.glyphs import Marks, letter_sized
from minutes_nlp.readers.scan.print_lines import PrintLines

_MOST_MARKS: Final = 40_000
"""A dense page of print has 6,000, with dirt 10,000; noise and pages in the dark have 90,000."""
_MANY_LETTERS: Final = 5_000
"""From here on it counts whether they stand in lines; handwriting and drawings have fewer."""
_IN_LINES: Final = 0.25
"""Share of the letters: print has over half, noise an eighth."""


def is_hopeless(marks: Marks, lines: PrintLines) -> bool:
    """Whether a page of these marks, of which ``lines`` stand in lines, is not worth reading."""
    if len(marks.left) > _MOST_MARKS:
        return True
    letters = int(letter_sized(marks, marks.labels.shape).sum())
    return letters > _MANY_LETTERS and len(lines.line) < _IN_LINES * letters
