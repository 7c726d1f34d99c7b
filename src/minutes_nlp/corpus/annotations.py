"""Independent annotations of one text: labels by paragraph number, without the text itself.

::

    # kind: regular
    # leadership: weak
    # findings: KL004 TC001
    1	formalities	-	-	-
    2	contributions	member	criticism	solid

Columns: paragraph number from 1, section, role or ``-``, further sections or ``-``, and the weight:
``solid`` says something of its own, ``thin`` does not, ``-`` where the question does not arise.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from minutes_nlp.model.labels import Characteristic, Level, Role, SectionLabel


class Weight(StrEnum):
    """Whether a remark, conclusion, criticism, task or dissemination has content of its own."""

    SOLID = "solid"
    THIN = "thin"


class AnnotationError(ValueError):
    """A line of an annotation breaks the format; the message names file and line."""


@dataclass(frozen=True, slots=True)
class ParagraphLabels:
    """What one annotator says of one paragraph."""

    section: SectionLabel
    role: Role | None
    also: tuple[SectionLabel, ...]
    weight: Weight | None


@dataclass(frozen=True, slots=True)
class Annotation:
    """What one annotator says of one document; ``header`` holds kind, meeting and attendance."""

    header: Mapping[str, str]
    levels: Mapping[Characteristic, Level]
    findings: frozenset[str]
    paragraphs: tuple[ParagraphLabels, ...]


def read_annotation(path: Path) -> Annotation:
    """Read one ``*.tsv`` file.

    Raises:
        AnnotationError: a label is unknown, or paragraphs are not numbered from 1 on.
        OSError: the file cannot be read.
    """
    header: dict[str, str] = {}
    paragraphs: list[ParagraphLabels] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        try:
            if line.startswith("#"):
                key, _, value = line[1:].partition(":")
                header[key.strip()] = value.strip()
            elif line.strip():
                paragraphs.append(_labels(line, expected=len(paragraphs) + 1))
        except ValueError as error:
            raise AnnotationError(f"{path.name}, line {number}: {error}") from error
    levels = {name: Level(header.pop(name.value)) for name in Characteristic}
    findings = frozenset(header.pop("findings", "").split())
    return Annotation(header, levels, findings, tuple(paragraphs))


def _labels(line: str, *, expected: int) -> ParagraphLabels:
    cells = line.split("\t")
    if len(cells) != 5 or cells[0] != str(expected):
        raise ValueError(f"five cells with number {expected} expected")
    _, section, role, also, weight = cells
    return ParagraphLabels(
        section=SectionLabel(section),
        role=None if role == "-" else Role(role),
        also=() if also == "-" else tuple(SectionLabel(name) for name in also.split(",")),
        weight=None if weight == "-" else Weight(weight),
    )


def read_annotations(folder: Path) -> dict[str, Annotation]:
    """Return every annotation of ``folder`` by document id."""
    return {path.stem: read_annotation(path) for path in sorted(folder.glob("*.tsv"))}
