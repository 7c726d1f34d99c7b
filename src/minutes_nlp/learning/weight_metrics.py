"""How well the grammars tell remarks, conclusions, criticism, tasks and papers with content."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from minutes_nlp.corpus.annotations import Annotation, Weight
from minutes_nlp.model.labels import SectionLabel
from minutes_nlp.model.minutes import Minutes, Paragraph, Substance
from minutes_nlp.nlp.combative import tells_owned_fault

_NAMES: Final = {
    SectionLabel.CONTRIBUTIONS: "substantive opinion",
    SectionLabel.CONCLUSIONS: "substantive conclusion",
    SectionLabel.CRITICISM: "concrete criticism",
    SectionLabel.NEXT_TASKS: "concrete task",
    SectionLabel.POLICY_DISSEMINATION: "dissemination with content",
}


def summarise_weights(
    minutes: Mapping[str, Minutes], annotations: Mapping[str, Annotation]
) -> dict[str, Any]:
    """Return, for each kind of paragraph, how often ``solid`` and ``thin`` are told as annotated.

    ``undecided`` paragraphs (substance unclear) count neither as right nor as wrong.
    """
    pairs: dict[SectionLabel, list[tuple[Weight, Weight | None]]] = {key: [] for key in _NAMES}
    for key, annotation in annotations.items():
        read = minutes[key]
        for labels, paragraph in zip(annotation.paragraphs, read.paragraphs, strict=True):
            if labels.weight is not None and labels.section in pairs:
                told = _weight(paragraph, labels.section, read)
                pairs[labels.section].append((labels.weight, told))
    return {_NAMES[section]: _figures(found) for section, found in pairs.items()}


def _weight(paragraph: Paragraph, section: SectionLabel, minutes: Minutes) -> Weight | None:
    if section is SectionLabel.NEXT_TASKS:
        concrete = any(
            task.concrete for task in minutes.tasks if task.span.paragraph == paragraph.index
        )
        return Weight.SOLID if concrete else Weight.THIN
    if section is SectionLabel.CRITICISM:
        return Weight.SOLID if tells_owned_fault(paragraph) else Weight.THIN
    if paragraph.substance is Substance.UNCLEAR:
        return None
    return Weight.SOLID if paragraph.substance is Substance.SUBSTANTIVE else Weight.THIN


def _figures(pairs: Iterable[tuple[Weight, Weight | None]]) -> dict[str, Any]:
    listed = list(pairs)
    decided = [(true, told) for true, told in listed if told is not None]
    thin = Weight.THIN
    right = sum(true is told is thin for true, told in decided)
    said = sum(told is thin for _, told in decided)
    annotated = sum(true is thin for true, _ in listed)
    return {
        "paragraphs": len(listed),
        "thin": annotated,
        "accuracy": _share(sum(true is told for true, told in decided), len(decided)),
        "thin_precision": _share(right, said),
        "thin_recall": _share(right, annotated),
        "undecided": _share(len(listed) - len(decided), len(listed)),
    }


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 4) if whole else None
