"""How far two independent annotations of the same documents agree."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sklearn.metrics import cohen_kappa_score

from minutes_nlp.corpus.annotations import Annotation, ParagraphLabels
from minutes_nlp.model.labels import SPOKEN_SECTIONS, Characteristic, Level, SectionLabel

_LEVELS = [Level.ABSENT.value, Level.WEAK.value, Level.PRESENT.value]
_FACTS = (
    "kind",
    "date",
    "start",
    "end",
    "total",
    "present",
    "absent",
    "exempt",
    "temporary",
    "probationary",
    "named_speakers",
)
Pairs = Sequence[tuple[str, str]]


def measure_agreement(
    first: Mapping[str, Annotation], second: Mapping[str, Annotation]
) -> dict[str, Any]:
    """Return Cohen's kappa of every kind of label, weighted for levels, one for each finding.

    Roles and weights are compared where both annotators chose the same section.

    Raises:
        ValueError: the two sets cover other documents, or other numbers of paragraphs.
    """
    if set(first) != set(second):
        raise ValueError("the two annotations cover other documents")
    documents = [(first[key], second[key]) for key in sorted(first)]
    paragraphs = [
        pair for a, b in documents for pair in zip(a.paragraphs, b.paragraphs, strict=True)
    ]
    same = [(a, b) for a, b in paragraphs if a.section is b.section]
    codes = sorted({code for a, b in documents for code in a.findings | b.findings})
    return {
        "documents": len(documents),
        "paragraphs": len(paragraphs),
        "sections": _kappa([(a.section.value, b.section.value) for a, b in paragraphs]),
        "section_f1": _section_f1(paragraphs),
        "roles": _kappa([(str(a.role), str(b.role)) for a, b in same if _is_spoken(a)]),
        "weights": _kappa([(str(a.weight), str(b.weight)) for a, b in same if a.weight]),
        "levels": {
            name.value: _kappa(
                [(a.levels[name].value, b.levels[name].value) for a, b in documents], weighted=True
            )
            for name in Characteristic
        },
        "findings": {
            code: _kappa([(str(code in a.findings), str(code in b.findings)) for a, b in documents])
            | {"both": sum(code in a.findings & b.findings for a, b in documents)}
            for code in codes
        },
        "all_findings": _kappa(
            [(str(c in a.findings), str(c in b.findings)) for a, b in documents for c in codes]
        )
        | {"micro_f1": _finding_f1(documents)},
        "facts": {
            name: round(
                sum(a.header.get(name) == b.header.get(name) for a, b in documents)
                / len(documents),
                4,
            )
            for name in _FACTS
        },
    }


def _is_spoken(labels: ParagraphLabels) -> bool:
    return labels.section in SPOKEN_SECTIONS


def _kappa(pairs: Pairs, *, weighted: bool = False) -> dict[str, Any]:
    if not pairs:
        return {"kappa": None, "agreed": None, "pairs": 0}
    left, right = [a for a, _ in pairs], [b for _, b in pairs]
    observed = sum(a == b for a, b in pairs) / len(pairs)
    if len({*left, *right}) < 2:
        return {"kappa": None, "agreed": round(observed, 4), "pairs": len(pairs)}
    options = {"labels": _LEVELS, "weights": "linear"} if weighted else {}
    kappa = float(cohen_kappa_score(left, right, **options))
    return {"kappa": round(kappa, 4), "agreed": round(observed, 4), "pairs": len(pairs)}


def _section_f1(paragraphs: Sequence[tuple[ParagraphLabels, ParagraphLabels]]) -> float:
    """Return the macro-F1 of one annotator read against the other; it is symmetric by label."""
    scores = []
    for label in SectionLabel:
        left = sum(a.section is label for a, _ in paragraphs)
        right = sum(b.section is label for _, b in paragraphs)
        both = sum(a.section is b.section is label for a, b in paragraphs)
        if left + right:
            scores.append(2 * both / (left + right))
    return round(sum(scores) / len(scores), 4)


def _finding_f1(documents: Sequence[tuple[Annotation, Annotation]]) -> float:
    both = sum(len(a.findings & b.findings) for a, b in documents)
    total = sum(len(a.findings) + len(b.findings) for a, b in documents)
    return round(2 * both / total, 4) if total else 1.0
