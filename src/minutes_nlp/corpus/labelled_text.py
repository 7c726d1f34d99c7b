"""Labelled text: minutes as people annotate them, one paragraph a line.

::

    # id: thon-dong-01
    # kind: regular
    # findings: KL004 TC003
    formalities | ĐẢNG BỘ XÃ AN LÂM
    contributions:member | Đ/c Lan: đề nghị …
    criticism:officer +task_review | Đồng chí Hòa tự nhận …

A line is ``section[:role][ +also …] | text``; the text may itself contain `` | ``.
Header lines start with ``#``.  Papers that are not minutes have no labels: a line is ``| text``.
"""

from __future__ import annotations

import re
import unicodedata

from minutes_nlp.corpus.records import (
    CorpusAttendance,
    CorpusMeeting,
    CorpusParagraph,
    CorpusRecord,
)
from minutes_nlp.model.labels import Characteristic, Level, Role, SectionLabel

_HEADER = re.compile(r"#\s*([a-z_]+)\s*:\s*(.*)")
_LABEL = re.compile(r"([a-z_]+)(?::([a-z]+))?((?:\s*\+[a-z_]+)*)")
_ATTENDANCE_KEYS = tuple(CorpusAttendance.model_fields)
_MEETING_KEYS = tuple(CorpusMeeting.model_fields)
_OTHER_KEYS = (
    "id",
    "voice",
    "kind",
    "unit",
    "is_minutes",
    "type",
    "findings",
    "named_speakers",
)
_LEVEL_KEYS = tuple(c.value for c in Characteristic)
KNOWN_KEYS = frozenset((*_ATTENDANCE_KEYS, *_MEETING_KEYS, *_OTHER_KEYS, *_LEVEL_KEYS))


class LabelledTextError(ValueError):
    """A line of labelled text breaks the format; the message names the line."""


def parse_paragraph(line: str) -> CorpusParagraph:
    """Parse one ``label | text`` line.

    Raises:
        LabelledTextError: the line has no bar, or a label that the guide does not know.
    """
    label, bar, text = line.partition("|")
    text = unicodedata.normalize("NFC", text.strip())
    if not bar or not text:
        raise LabelledTextError(f"not 'label | text': {line[:60]!r}")
    if not label.strip():
        return CorpusParagraph(text=text)
    match = _LABEL.fullmatch(label.strip())
    if not match:
        raise LabelledTextError(f"bad label {label!r}")
    try:
        return CorpusParagraph(
            text=text,
            section=SectionLabel(match[1]),
            role=Role(match[2]) if match[2] else None,
            also=tuple(SectionLabel(name) for name in re.findall(r"[a-z_]+", match[3])),
        )
    except ValueError as error:
        raise LabelledTextError(str(error)) from error


def parse_document(source: str, *, voice: str = "") -> CorpusRecord:
    """Parse one labelled document.

    Args:
        source: the whole text, header first.
        voice: the voice when the header does not name one.

    Raises:
        LabelledTextError: an unknown header key or label, with its line number.
    """
    header: dict[str, str] = {}
    paragraphs: list[CorpusParagraph] = []
    for number, line in enumerate(source.splitlines(), start=1):
        try:
            if line.startswith("#"):
                key, value = _parse_header(line)
                header[key] = value
            elif line.strip():
                paragraphs.append(parse_paragraph(line))
        except ValueError as error:
            raise LabelledTextError(f"line {number}: {error}") from error
    return _build_record(header, paragraphs, voice)


def _parse_header(line: str) -> tuple[str, str]:
    match = _HEADER.fullmatch(line.strip())
    if not match or match[1] not in KNOWN_KEYS:
        raise LabelledTextError(f"unknown header {line[:60]!r}")
    return match[1], unicodedata.normalize("NFC", match[2].strip())


def _build_record(
    header: dict[str, str], paragraphs: list[CorpusParagraph], voice: str
) -> CorpusRecord:
    is_minutes = header.get("is_minutes", "yes") == "yes"
    numbers = {key: int(header[key]) for key in _ATTENDANCE_KEYS if header.get(key)}
    meeting = {key: header[key] for key in _MEETING_KEYS if header.get(key)}
    levels = {Characteristic(key): Level(header[key]) for key in _LEVEL_KEYS if header.get(key)}
    kind = header.get("kind", "regular" if is_minutes else "other")
    return CorpusRecord(
        id=header["id"],
        kind="regular" if kind == "combined" else kind,
        unit=header.get("unit"),
        is_minutes=is_minutes,
        paragraphs=tuple(paragraphs),
        findings=tuple(sorted(header.get("findings", "").replace(",", " ").split())),
        characteristics=levels or None,
        attendance=CorpusAttendance(**numbers) if numbers else None,
        voice=header.get("voice", voice),
        combined=kind == "combined",
        other_type=header.get("type"),
        meeting=CorpusMeeting(**meeting) if meeting else None,
        named_speakers=int(header["named_speakers"]) if header.get("named_speakers") else None,
    )
