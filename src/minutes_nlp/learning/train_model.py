"""``minutes-nlp train``: from the corpus to the files of the section model."""

from __future__ import annotations

import hashlib
from importlib import metadata
from pathlib import Path
from typing import Any

from minutes_nlp.corpus.records import read_records
from minutes_nlp.errors import UsageError
from minutes_nlp.learning.section_metrics import SectionPredictions, summarise_sections
from minutes_nlp.learning.training_data import training_documents
from minutes_nlp.model.language import Text
from minutes_nlp.nlp.model_writing import write_model
from minutes_nlp.nlp.training import LABELS, TrainedModel, train

_PACKAGES = ("underthesea", "underthesea_core", "scikit-learn", "numpy", "scipy", "skops")


def train_model(corpus: Path, output: Path) -> dict[str, Any]:
    """Train on every record of ``corpus`` and write the model into ``output``.

    Args:
        corpus: a folder of ``*.jsonl`` files, or one such file.
        output: folder for ``section_tagger.skops``, ``.npz`` and ``.json``.

    Returns:
        The metadata as written.

    Raises:
        UsageError: the corpus has no minutes by at least two voices.
    """
    records = list(read_records(corpus))
    documents = training_documents(records)
    if len({document.voice for document in documents}) < 2:
        raise UsageError(
            Text(
                vi=f"Ngữ liệu {corpus} cần biên bản của ít nhất hai người viết.",
                en=f"The corpus {corpus} needs minutes by at least two voices.",
            )
        )
    trained = train(documents)
    facts = {
        "corpus": {
            "sha256": corpus_hash(corpus),
            "documents": sum(not document.variant for document in documents),
            "paragraphs": sum(len(d.labels) for d in documents if not d.variant),
            "voices": len({document.voice for document in documents}),
            "variants": sum(document.variant for document in documents),
        },
        "versions": {package: metadata.version(package) for package in _PACKAGES},
        "metrics": held_out_metrics(trained),
    }
    return write_model(trained, output, facts)


def corpus_hash(corpus: Path) -> str:
    """Return the SHA-256 over names and contents of the corpus files, in sorted order."""
    digest = hashlib.sha256()
    for file in sorted(corpus.glob("*.jsonl")) if corpus.is_dir() else [corpus]:
        digest.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()


def held_out_metrics(trained: TrainedModel) -> dict[str, Any]:
    """Return section metrics on voices that the calibrating models had not seen."""
    scale, weight = trained.model.emission_scale, trained.transition_weight
    voices: list[str] = []
    true: list[str] = []
    predicted: list[str] = []
    confidence: list[float] = []
    for document in trained.held_out:
        rows = document.posteriors(scale, weight)
        best = rows.argmax(axis=1)
        voices += [document.voice] * len(rows)
        true += [LABELS[column].value for column in document.columns]
        predicted += [LABELS[column].value for column in best]
        confidence += [float(row[column]) for row, column in zip(rows, best, strict=True)]
    return summarise_sections(SectionPredictions(voices, true, predicted, confidence))
