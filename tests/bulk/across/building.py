"""Documents, texts and stores made by hand."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from minutes_nlp.bulk.across.documents import Held, Line
from minutes_nlp.bulk.schema import COLUMNS, Row, Table
from minutes_nlp.bulk.store import store_to_write

_SYLLABLES = [
    first + rest
    for first in (
        "b",
        "c",
        "d",
        "đ",
        "g",
        "h",
        "kh",
        "l",
        "m",
        "n",
        "ng",
        "ph",
        "s",
        "t",
        "th",
        "v",
    )
    for rest in ("an", "ao", "âm", "eo", "ình", "ông", "ơi", "ua", "ưng", "yên", "ạch", "ấp", "ế")
]


def held(
    path: str, unit: str | None = "Chi bộ A", month: str | None = "2026-07", **more: Any
) -> Held:
    told = {"day": None, "kind": "regular", "sure": True, "legible": True} | more
    return Held(path=path, unit=unit, month=month, **told)


def invented(seed: object, paragraphs: int = 12, words: int = 30) -> list[str]:
    """Text that no other seed has."""
    rng = random.Random(repr(seed))
    return [" ".join(rng.choices(_SYLLABLES, k=words)) for _ in range(paragraphs)]


def lines(texts: Iterable[str], section: str = "contributions") -> list[Line]:
    return [Line(number, section, text) for number, text in enumerate(texts)]


def edited(texts: Sequence[str], seed: object, words: float, dropped: float) -> list[str]:
    """A copy with some words exchanged, some paragraphs dropped, in another order."""
    rng = random.Random(repr(seed))
    kept = [text for text in texts if rng.random() >= dropped]
    copy = [
        " ".join(rng.choice(_SYLLABLES) if rng.random() < words else w for w in text.split())
        for text in kept
    ]
    rng.shuffle(copy)
    return copy


def build_store(folder: Path, files: Sequence[Row], **tables: Sequence[Row]) -> Path:
    """A store with these rows; what a row of ``files`` leaves out is analysed and regular."""
    rows: dict[Table, list[Row]] = {table: [] for table in COLUMNS}
    common = {"outcome": "analysed", "kind": "regular", "kind_confidence": 0.99, "paragraphs": 1}
    rows["files"] = [common | {"sha256": row["path"]} | dict(row) for row in files]
    for table, some in tables.items():
        rows[table] = [{"sha256": row["path"]} | dict(row) for row in some]  # type: ignore[index]
    with store_to_write(folder, folder.parent, 0) as store:
        store.write("0000", rows, "")
    return folder


def text_rows(path: str, texts: Iterable[str], section: str = "contributions") -> list[Row]:
    return [
        {"path": path, "paragraph": n, "section": section, "confidence": 1.0, "text": text}
        for n, text in enumerate(texts)
    ]
