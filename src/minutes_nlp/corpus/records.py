"""The corpus record: one annotated document, as stored one JSON object a line.

The fields of the annotation guide (section 3) keep their names and meaning; the fields
after ``attendance`` are additions that let understanding of the meeting be measured too.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from minutes_nlp.model.labels import Characteristic, Level, Role, SectionLabel


class CorpusParagraph(BaseModel):
    """One paragraph with its labels; ``section`` is ``None`` outside minutes."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: str
    section: SectionLabel | None = None
    role: Role | None = None
    also: tuple[SectionLabel, ...] = ()


class CorpusAttendance(BaseModel):
    """Numbers of members as the minutes state them; ``None`` where they do not."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    total: int | None = None
    present: int | None = None
    absent: int | None = None
    exempt: int | None = None
    temporary: int | None = None
    probationary: int | None = None


class CorpusMeeting(BaseModel):
    """What the minutes say about the sitting: ISO date, HH:MM times, names without titles."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    date: str | None = None
    start: str | None = None
    end: str | None = None
    chair: str | None = None
    secretary: str | None = None


class CorpusRecord(BaseModel):
    """One annotated document."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    kind: str
    unit: str | None = None
    is_minutes: bool
    paragraphs: tuple[CorpusParagraph, ...]
    findings: tuple[str, ...] = ()
    characteristics: dict[Characteristic, Level] | None = None
    attendance: CorpusAttendance | None = None
    voice: str = Field(description="who wrote it: one voice is one held-out group")
    combined: bool = False
    other_type: str | None = Field(default=None, description="paper type of a non-minutes document")
    meeting: CorpusMeeting | None = None
    named_speakers: int | None = Field(
        default=None,
        description="distinct named members other than the chair who speak",
    )
    outside: bool = Field(
        default=False,
        description="written without sight of guide, checks and labels, and annotated by others",
    )

    def to_json(self) -> str:
        """Return the record as one JSON line without the fields that are not set."""
        record = self.model_dump(
            mode="json", exclude_none=True, exclude={"paragraphs", "combined", "outside"}
        )
        for name in ("combined", "outside"):
            if getattr(self, name):
                record[name] = True
        record["paragraphs"] = [
            paragraph.model_dump(mode="json", exclude_none=True, exclude_defaults=True)
            for paragraph in self.paragraphs
        ]
        return json.dumps(record, ensure_ascii=False)


def read_records(path: Path) -> Iterator[CorpusRecord]:
    """Yield the records of one JSON Lines file, or of every ``*.jsonl`` below a folder."""
    files: Iterable[Path] = sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
    for file in files:
        with file.open(encoding="utf-8") as lines:
            for line in lines:
                if line.strip():
                    yield CorpusRecord.model_validate_json(line)
