"""An examiner that costs next to nothing, so that what is left is the cost of a bulk run."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from minutes_nlp.bulk.examine import Examiner
from minutes_nlp.bulk.record import Record
from minutes_nlp.settings import Settings

SAMPLE = Path(__file__).resolve().parent.parent / "examples" / "bien-ban-thang-9.docx"


class CheapExaminer:
    """Gives every file the record of the sample."""

    def __init__(self, settings: Settings) -> None:
        import hashlib

        examiner = Examiner(settings)
        self.key = examiner.key
        sha256 = hashlib.sha256(SAMPLE.read_bytes()).hexdigest()
        self._record = examiner.examine(SAMPLE, sha256)

    def examine(self, path: Path, sha256: str) -> Record:
        """Return the record of the sample, after reading the file."""
        path.read_bytes()
        return replace(self._record)
