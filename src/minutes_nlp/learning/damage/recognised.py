"""Documents that were printed, scanned badly and read by Tesseract, from a stored file.

``scripts/recognise_corpus.py`` writes it.  Each line holds ``damage`` ("recognised"), ``source``
(id of the record), ``condition``, ``typeface``, ``engine`` and ``paragraphs`` as a record has them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from pydantic import BaseModel, ConfigDict

from minutes_nlp.corpus.records import CorpusParagraph, CorpusRecord
from minutes_nlp.learning.damage.base import with_paragraphs

STORE: Final = Path(__file__).resolve().parents[4] / "corpora" / "damaged" / "recognised.jsonl"
"""Where the corpus keeps it: in a checkout of the project."""


class Recognised(BaseModel):
    """One recognised document."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    damage: str = "recognised"
    source: str
    condition: str
    typeface: str
    engine: str
    paragraphs: tuple[CorpusParagraph, ...]

    def to_json(self) -> str:
        """Return one JSON line without what is not set."""
        tree: dict[str, Any] = self.model_dump(mode="json", exclude={"paragraphs"})
        tree["paragraphs"] = [
            p.model_dump(mode="json", exclude_none=True, exclude_defaults=True)
            for p in self.paragraphs
        ]
        return json.dumps(tree, ensure_ascii=False)


@lru_cache(maxsize=2)
def stored(path: Path = STORE) -> Mapping[str, Recognised]:
    """Return the recognised documents by the id of their source; none if there is no file."""
    if not path.exists():
        return {}
    with path.open(encoding="utf-8") as lines:
        documents = [Recognised.model_validate_json(line) for line in lines if line.strip()]
    return {document.source: document for document in documents}


def recognised(record: CorpusRecord) -> CorpusRecord | None:
    """Return the record as it was recognised, ``None`` if it never was."""
    document = stored().get(record.id)
    return with_paragraphs(record, document.paragraphs) if document else None
