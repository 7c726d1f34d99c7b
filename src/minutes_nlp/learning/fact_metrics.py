"""How well document types, meeting facts and speaker roles are read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

from minutes_nlp.corpus.records import CorpusRecord
from minutes_nlp.learning.held_out import Reading
from minutes_nlp.model.labels import DocumentKind
from minutes_nlp.model.minutes import Meeting

_MEETING: Final[dict[str, Callable[[Meeting], object]]] = {
    "date": lambda meeting: meeting.date and meeting.date.isoformat(),
    "start": lambda meeting: meeting.start and f"{meeting.start:%H:%M}",
    "end": lambda meeting: meeting.end and f"{meeting.end:%H:%M}",
    "chair": lambda meeting: _given_name(meeting.chair),
    "secretary": lambda meeting: _given_name(meeting.secretary),
}
_ATTENDANCE: Final = ("total", "present", "absent", "exempt", "temporary", "probationary")


def _given_name(name: str | None) -> str | None:
    # People are told apart by the given name; middle names are often left out.
    return name.split()[-1].casefold() if name else None


def _rate(outcomes: Sequence[bool]) -> dict[str, Any]:
    accuracy = round(sum(outcomes) / len(outcomes), 4) if outcomes else None
    return {"accuracy": accuracy, "documents": len(outcomes)}


def summarise_facts(readings: Sequence[Reading]) -> dict[str, Any]:
    """Return for each fact how often it is read as annotated, absence included."""
    figures = {}
    for name, read in _MEETING.items():
        figures[name] = _rate([
            _annotated(reading, name) == read(reading.minutes.meeting) for reading in readings
        ])  # fmt: skip
    attendance = [attendance_outcomes(reading) for reading in readings]
    for place, name in enumerate(_ATTENDANCE):
        figures[name] = _rate([outcomes[place] for outcomes in attendance])
    return figures


def attendance_outcomes(reading: Reading) -> list[bool]:
    """Return for each of the six attendance figures whether it is read as annotated."""
    return [
        getattr(reading.record.attendance, name, None)
        == getattr(reading.minutes.meeting.attendance, name)
        for name in _ATTENDANCE
    ]


def _annotated(reading: Reading, name: str) -> object:
    value = getattr(reading.record.meeting, name, None)
    return _given_name(value) if name in {"chair", "secretary"} else value


def summarise_types(readings: Sequence[Reading]) -> dict[str, Any]:
    """Return how often minutes are taken for another paper, and other papers found."""
    outcomes: Counter[str] = Counter()
    for reading in readings:
        other = reading.minutes.document_type.kind is DocumentKind.OTHER
        if reading.record.is_minutes:
            outcomes["minutes_called_other" if other else "minutes_kept"] += 1
        else:
            outcomes["papers_found" if other else "papers_missed"] += 1
    kinds = [kind_is_right(reading) for reading in readings if reading.record.is_minutes]
    return {**dict(sorted(outcomes.items())), "kind": _rate(kinds)}


def kind_is_right(reading: Reading) -> bool:
    """Whether minutes are read as regular, thematic or combined as annotated."""
    return annotated_kind(reading.record) is reading.minutes.document_type.kind


def annotated_kind(record: CorpusRecord) -> DocumentKind:
    """Return the annotated kind of the paper."""
    return DocumentKind.COMBINED if record.combined else DocumentKind(record.kind)


def _roles(readings: Sequence[Reading]) -> Iterator[tuple[str, str, str]]:
    for reading in readings:
        for truth, paragraph in zip(
            reading.record.paragraphs, reading.minutes.paragraphs, strict=True
        ):
            if truth.role is not None and truth.section is paragraph.section:
                role = paragraph.speaker.role if paragraph.speaker else None
                yield reading.record.voice, truth.role.value, role.value if role else "none"


def role_outcomes(reading: Reading) -> list[bool]:
    """Return for each paragraph with a role, its section read right, whether the role is."""
    return [true == read for _, true, read in _roles([reading])]


def summarise_roles(readings: Sequence[Reading]) -> dict[str, Any]:
    """Return the accuracy of roles where the section is right, by voice, with confusions."""
    triples = list(_roles(readings))
    voices = sorted({voice for voice, _, _ in triples})
    confusion = Counter(f"{true} as {read}" for _, true, read in triples if true != read)
    return {
        "accuracy": round(sum(true == read for _, true, read in triples) / len(triples), 4),
        "paragraphs": len(triples),
        "by_voice": {
            voice: round(
                sum(t == r for v, t, r in triples if v == voice)
                / sum(v == voice for v, _, _ in triples),
                4,
            )
            for voice in voices
        },
        "confusion": dict(confusion.most_common()),
    }
