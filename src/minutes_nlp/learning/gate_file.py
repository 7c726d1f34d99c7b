"""``models/gate.json``: what the frozen test part measured when it was last accepted.

Outcomes are kept document by document, so that a later measurement is compared in pairs.  A
document is one line of fields with ``;`` between them, each a part of its count row:

- the hash of its record,
- sections as ``true>predicted=paragraphs``, by their place in ``sections`` of the file,
- one letter for each of ``codes``: f found, x false, m missed, U undecided and annotated,
  u undecided and not, c cleared, - did not run,
- leadership, educational, combative: annotated and read level by first letter, - if not read,
- kind of meeting, attendance figures, roles: right/all.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import numpy as np

from minutes_nlp.corpus.records import CorpusRecord
from minutes_nlp.learning.counts import CODES, LEVELS, OUTCOMES, SECTIONS, WIDTH, part
from minutes_nlp.learning.finding_metrics import Outcome
from minutes_nlp.model.labels import Characteristic
from minutes_nlp.nlp.decoding import Array

_LETTERS: Final = {
    Outcome.FOUND: "f",
    Outcome.FALSE: "x",
    Outcome.MISSED: "m",
    Outcome.UNDECIDED_TRUE: "U",
    Outcome.UNDECIDED_FALSE: "u",
    Outcome.CLEARED: "c",
}
_NOT_RUN: Final = "-"
_LEVEL_LETTERS: Final = "".join(level.value[0] for level in LEVELS)
_RATES: Final = ("document_type", "attendance", "roles")


@dataclass(frozen=True, slots=True)
class GateDocument:
    """One document of the test part: the hash of its record, and its count row."""

    digest: str
    row: Array


@dataclass(frozen=True, slots=True)
class Gate:
    """What was accepted: figures with their noise, outcomes by record id, and why, in order."""

    figures: Mapping[str, tuple[float, float] | None]
    documents: Mapping[str, GateDocument]
    voices: tuple[str, ...] = ()
    log: tuple[Mapping[str, Any], ...] = field(default=())


def record_digest(record: CorpusRecord) -> str:
    """Return a short hash of the record; it changes with its text and its annotation."""
    return hashlib.sha256(record.to_json().encode()).hexdigest()[:12]


def read_gate(path: Path) -> Gate:
    """Read the file; checks that are no longer known are left out."""
    data = json.loads(path.read_text(encoding="utf-8"))
    return Gate(
        figures={name: tuple(pair) if pair else None for name, pair in data["figures"].items()},
        documents={
            name: _decode(line, data["sections"], data["codes"])
            for name, line in data["documents"].items()
        },
        voices=tuple(data["voices"]),
        log=tuple(data["log"]),
    )


def gate_tree(gate: Gate, what: str) -> dict[str, Any]:
    """Return the gate as the JSON tree of its file; ``what`` explains the file to its reader."""
    return {
        "what": what,
        "voices": list(gate.voices),
        "figures": {name: list(pair) if pair else None for name, pair in gate.figures.items()},
        "log": [dict(entry) for entry in gate.log],
        "sections": [label.value for label in SECTIONS],
        "codes": list(CODES),
        "documents": {name: _encode(document) for name, document in gate.documents.items()},
    }


def _encode(document: GateDocument) -> str:
    row = document.row[None, :]
    confusion = part(row, "sections")[0].astype(int)
    sections = " ".join(f"{i}>{j}={confusion[i, j]}" for i, j in np.argwhere(confusion))
    findings = "".join(
        next((_LETTERS[o] for o, n in zip(OUTCOMES, counts, strict=True) if n), _NOT_RUN)
        for counts in part(row, "findings")[0]
    )
    levels = " ".join(_level_pair(part(row, name.value)[0]) for name in Characteristic)
    rates = " ".join("/".join(str(int(n)) for n in part(row, name)[0]) for name in _RATES)
    return ";".join([document.digest, sections, findings, levels, rates])


def _level_pair(counts: Array) -> str:
    pairs = np.argwhere(counts)
    return "".join(_LEVEL_LETTERS[place] for place in pairs[0]) if len(pairs) else _NOT_RUN


def _decode(line: str, labels: Sequence[str], codes: Sequence[str]) -> GateDocument:
    digest, sections, findings, levels, rates = line.split(";")
    row: Array = np.zeros((1, WIDTH))
    own = [SECTIONS.index(label) for label in SECTIONS if label.value in labels]
    place = {labels.index(SECTIONS[index].value): index for index in own}
    for cell in sections.split():
        pair, count = cell.split("=")
        true, predicted = map(int, pair.split(">"))
        part(row, "sections")[0, place[true], place[predicted]] = int(count)
    letters = {letter: OUTCOMES.index(outcome) for outcome, letter in _LETTERS.items()}
    for code, letter in zip(codes, findings, strict=True):
        if code in CODES and letter != _NOT_RUN:
            part(row, "findings")[0, CODES.index(code), letters[letter]] = 1
    for name, pair in zip(Characteristic, levels.split(), strict=True):
        if pair != _NOT_RUN:
            true, read = map(_LEVEL_LETTERS.index, pair)
            part(row, name.value)[0, true, read] = 1
    for part_name, rate in zip(_RATES, rates.split(), strict=True):
        part(row, part_name)[0] = list(map(int, rate.split("/")))
    return GateDocument(digest, row.ravel())
