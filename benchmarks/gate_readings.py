"""Pages as recognised, with what was printed on them; kept in a folder, so each is read once."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from random import Random
from statistics import fmean

import numpy as np
from gate_pages import GatePage, pages
from letter_errors import misread_letters

from minutes_nlp.model.document import Page
from minutes_nlp.readers.line_boxes import Box
from minutes_nlp.readers.scan.blank_page import is_blank
from minutes_nlp.readers.scan.ink import ink_covered
from minutes_nlp.readers.scan.misreadings import mended
from minutes_nlp.readers.scan.page_judgement import judged
from minutes_nlp.readers.scan.page_preparation import prepare
from minutes_nlp.readers.scan.tesseract import GreyImage, engine

POOR = 0.05
"""Error rate above which the gate should call a page poor."""
_SHORTEST = 100
"""Characters that a page counts at least, so that a blank one has an error rate too."""


@dataclass(frozen=True)
class Word:
    """A recognised word: its text, the recogniser's confidence (0..1), its line on the page."""

    text: str
    confidence: float
    line: int


@dataclass(frozen=True)
class Reading:
    """One recognised page.

    ``error_rate`` is the character error rate (edits / characters printed, at least 100); a
    page over the limit is compared in any order too, for cells read in another order are not
    misread.
    """

    name: str
    half: str
    kind: str
    error_rate: float
    ink: float
    words: tuple[Word, ...]
    truth: str

    def judged(self) -> Page:
        """Return the page as the analyzer judges it."""
        sure = fmean(word.confidence for word in self.words) if self.words else 0.0
        page = Page(1, 1, 1, recognised=True, confidence=sure, ink_covered=self.ink)
        return judged(page, [(word.text, word.confidence) for word in self.words])


def readings(half: str, folder: Path) -> Iterator[Reading]:
    """Yield the pages of a half as recognised, and copies of the good ones with lines dropped."""
    kept, part = folder / f"{half}.jsonl", folder / f"{half}.part"
    if not kept.exists():
        known = part.read_text(encoding="utf-8").splitlines() if part.exists() else []
        done = {json.loads(line)["name"] for line in known}
        with part.open("a", encoding="utf-8") as file:
            for page in pages(half):
                if page.name not in done:
                    for reading in _recognised(page):
                        print(
                            json.dumps(asdict(reading), ensure_ascii=False), file=file, flush=True
                        )
        part.rename(kept)
    for line in kept.read_text(encoding="utf-8").splitlines():
        data = json.loads(line)
        yield Reading(**{**data, "words": tuple(Word(**word) for word in data["words"])})


def _as_line(reading: Reading) -> str:
    return json.dumps(asdict(reading), ensure_ascii=False)


def _recognised(page: GatePage) -> Iterator[Reading]:
    image = np.asarray(page.image.convert("L"))
    if is_blank(image):
        rate = min(1.0, len(page.text) / _SHORTEST)
        yield Reading(page.name, page.half, page.kind, rate, 1.0, (), page.text)
        return
    prepared = prepare(image, None)
    lines = mended(engine().read(prepared.image, prepared.dpi))
    whole = _reading(page, prepared.image, lines)
    yield whole
    if whole.error_rate < 0.02 and len(lines) > 10:
        random = Random(page.name)
        share = random.choice((0.03, 0.08, 0.15, 0.3, 0.6))
        dropped = set(random.sample(range(len(lines)), max(1, round(share * len(lines)))))
        fewer = [line for number, line in enumerate(lines) if number not in dropped]
        yield replace(
            _reading(page, prepared.image, fewer), name=f"{page.name}-dropped", kind="lines dropped"
        )


def _reading(page: GatePage, image: GreyImage, lines: list[list[Box]]) -> Reading:
    boxes = [word for line in lines for word in line]
    return Reading(
        name=page.name,
        half=page.half,
        kind=page.kind,
        error_rate=round(_error_rate(page.text, lines), 4),
        ink=ink_covered(image, boxes),
        words=tuple(
            Word(word.text, word.confidence or 0.0, number)
            for number, line in enumerate(lines)
            for word in line
        ),
        truth=page.text,
    )


def _error_rate(truth: str, lines: list[list[Box]]) -> float:
    """Return the lowest rate of three orders: as recognised, row by row, and word for word."""
    as_read = [word.text for line in lines for word in line]
    rows = " ".join(word.text for row in _rows(lines) for word in row)
    printed = " ".join(truth.split())
    edits = min(edit_distance(printed, " ".join(as_read)), edit_distance(printed, rows))
    if edits > POOR * len(printed):
        edits = min(edits, misread_letters(printed.split(), as_read) or edits)
    return edits / max(len(printed), _SHORTEST)


def _rows(lines: list[list[Box]]) -> list[list[Box]]:
    """Return what stands side by side as one row."""
    rows: list[list[Box]] = []
    for line in sorted((line for line in lines if line), key=lambda one: one[0].top):
        middle = (line[0].top + line[0].bottom) / 2
        if rows and rows[-1][0].top < middle < rows[-1][0].bottom:
            rows[-1] = sorted([*rows[-1], *line], key=lambda word: word.left)
        else:
            rows.append(list(line))
    return rows


def edit_distance(one: str, other: str) -> int:
    """Return the number of insertions, deletions and substitutions between two texts."""
    ours = np.array([ord(char) for char in one], dtype=np.int32)
    places = np.arange(len(one) + 1)
    row = places.copy()
    for char in other:
        step = np.minimum(row[1:] + 1, row[:-1] + (ours != ord(char)))
        best = np.concatenate(([row[0] + 1], step))
        row = np.minimum.accumulate(best - places) + places
    return int(row[-1])
