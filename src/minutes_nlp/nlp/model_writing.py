"""Write the trained section model: skops under an allow-list, compiled arrays, metadata."""

from __future__ import annotations

import hashlib
import io
import json
import re
import zipfile
from pathlib import Path
from typing import Any

import skops.io
from sklearn.svm import LinearSVC

from minutes_nlp.nlp.model_files import FEATURE_SCHEME, FORMAT, NAMES, encode_arrays
from minutes_nlp.nlp.section_model import SectionModel
from minutes_nlp.nlp.training import TrainedModel

TRUSTED_TYPES: tuple[str, ...] = ()
"""Types beyond skops' own defaults that the stored classifier may contain: none."""

_FIXED_TIME = (1980, 1, 1, 0, 0, 0)
_IDENTITY = re.compile(r'"__id__": (\d+)')


def write_model(trained: TrainedModel, folder: Path, facts: dict[str, Any]) -> dict[str, Any]:
    """Write the three model files into ``folder`` and return the metadata.

    Args:
        trained: what :func:`minutes_nlp.nlp.training.train` returned.
        folder: created when missing.
        facts: corpus hash, metrics and versions to put on record.
    """
    folder.mkdir(parents=True, exist_ok=True)
    contents = {
        NAMES["skops"]: encode_classifier(trained),
        NAMES["npz"]: encode_arrays(trained.model),
    }
    metadata = {
        "format": FORMAT,
        "feature_scheme": FEATURE_SCHEME,
        "labels": [label.value for label in trained.model.labels],
        "features": len(trained.model.rows),
        "emission_scale": trained.model.emission_scale,
        **facts,
        "sha256": {name: hashlib.sha256(data).hexdigest() for name, data in contents.items()},
    }
    for name, data in contents.items():
        (folder / name).write_bytes(data)
    text = json.dumps(metadata, ensure_ascii=False, indent=2) + "\n"
    (folder / NAMES["json"]).write_text(text, encoding="utf-8")
    return metadata


def encode_classifier(trained: TrainedModel) -> bytes:
    """Return the scikit-learn classifier and its feature names as reproducible skops bytes."""
    stored = {
        "classifier": trained.classifier,
        "feature_names": "\n".join(trained.model.rows),
        "labels": [label.value for label in trained.model.labels],
    }
    return _canonical(skops.io.dumps(stored))


def read_classifier(data: bytes) -> tuple[LinearSVC, list[str]]:
    """Load the classifier and its feature names; any type off the allow-list is refused.

    Raises:
        skops.io.exceptions.UntrustedTypesFoundException: the file holds another type.
    """
    stored = skops.io.loads(data, trusted=list(TRUSTED_TYPES))
    return stored["classifier"], stored["feature_names"].split("\n")


def _canonical(data: bytes) -> bytes:
    """Renumber skops' object identities and fix the zip's times: same content, same bytes."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    schema = parts.pop("schema.json").decode()
    numbers: dict[str, str] = {}
    for identity in _IDENTITY.findall(schema):
        numbers.setdefault(identity, str(len(numbers) + 1))
    schema = _IDENTITY.sub(lambda match: f'"__id__": {numbers[match[1]]}', schema)
    renamed: dict[str, bytes] = {}
    for name, content in parts.items():
        stem, _, suffix = name.rpartition(".")
        new = f"{numbers.get(stem, stem)}.{suffix}"
        schema = schema.replace(f'"{name}"', f'"{new}"')
        renamed[new] = content
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(renamed):
            archive.writestr(
                zipfile.ZipInfo(name, _FIXED_TIME), renamed[name], zipfile.ZIP_DEFLATED
            )
        archive.writestr(zipfile.ZipInfo("schema.json", _FIXED_TIME), schema, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def same_scores(model: SectionModel, classifier: LinearSVC) -> bool:
    """Whether compiled arrays and classifier hold the same weights (32-bit floats apart)."""
    seen = model.weights[:, classifier.classes_]
    return bool(abs(seen - classifier.coef_.T).max() < 1e-6)
