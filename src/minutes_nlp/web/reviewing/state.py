"""What the auditor's screen keeps of one document; it goes when the document is removed."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from minutes_nlp.model.report import PageQualityInfo
from minutes_nlp.readers.limits import Limits
from minutes_nlp.readers.page_pictures import PagePicture, page_picture
from minutes_nlp.reviewing import Review, ReviewSource
from minutes_nlp.web.reviewing.keeping import Keeping

_WIDTH: Final = 1400  # pixels: small print can still be read when it is zoomed in
_MOST_PICTURES: Final = 24


class ReviewState:
    """Decisions and pictures of one document.  Safe to use from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._drawing = threading.Lock()  # one page at a time: a browser asks for many at once
        self._keeping: Keeping | None = None
        self._given: Review | None = None
        self._pictures: OrderedDict[int, PagePicture] = OrderedDict()

    def give(self, review: Review) -> None:
        """Hold a review that was sent along, until the document has been read."""
        with self._lock:
            self._given = review

    def keeping(self, source: ReviewSource, path: Path | None) -> Keeping:
        """Return where the decisions on ``source`` are kept; a review that was given counts."""
        with self._lock:
            if self._keeping is None:
                self._keeping = Keeping(source, path)
            given, self._given = self._given, None
            keeping = self._keeping
        if given is not None:
            keeping.take(given)
        return keeping

    def picture(
        self, paths: Path | Sequence[Path], page: PageQualityInfo, limits: Limits
    ) -> PagePicture:
        """Return the picture of a page as it was read, drawn once.

        Raises:
            MinutesNlpError: it cannot be drawn.
        """
        with self._drawing:
            known = self._pictures.get(page.page)
            if known is None:
                known = page_picture(
                    paths,
                    page.page,
                    turned=page.turned,
                    skew=page.skew,
                    width=_WIDTH,
                    limits=limits,
                )
                self._pictures[page.page] = known
                if len(self._pictures) > _MOST_PICTURES:
                    self._pictures.popitem(last=False)
            self._pictures.move_to_end(page.page)
            return known
