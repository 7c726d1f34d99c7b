"""The files of the trained section model, and the checks that must pass before it is used.

``section_tagger.skops``  what was trained (scikit-learn classifier), under an allow-list
``section_tagger.npz``    the same, compiled to plain arrays for the analyzer
``section_tagger.json``   labels, metrics, corpus hash, versions, and the hashes of both files
"""

from __future__ import annotations

import hashlib
import io
import json
from functools import lru_cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, Final

import numpy as np

from minutes_nlp.errors import ModelError
from minutes_nlp.model.labels import SectionLabel
from minutes_nlp.model.language import Text
from minutes_nlp.nlp.section_model import SectionModel, TransitionScores

FORMAT: Final = "minutes-nlp/section-model/1"
FEATURE_SCHEME: Final = 6
"""Raised whenever :mod:`minutes_nlp.nlp.features` changes what a feature means."""

NAMES: Final = {kind: f"section_tagger.{kind}" for kind in ("skops", "npz", "json")}
_CURE: Final = Text(
    vi="Hãy cài lại minutes-nlp, hoặc huấn luyện lại bằng lệnh: minutes-nlp train",
    en="Reinstall minutes-nlp, or train again with: minutes-nlp train",
)


def shipped_model() -> Traversable:
    """Return the folder of the model that comes with the package."""
    return resources.files("minutes_nlp.trained")


def load_model(folder: Path | None = None) -> SectionModel:
    """Load the section model from ``folder``, by default the one shipped with the package.

    Raises:
        ModelError: a file is missing, damaged, or made for another version of the features.
    """
    return _load(str(folder) if folder else None)


@lru_cache(maxsize=4)
def _load(folder: str | None) -> SectionModel:
    place: Traversable = Path(folder) if folder else shipped_model()
    metadata = read_metadata(place)
    _demand(metadata.get("format") == FORMAT, "định dạng", "format")
    _demand(metadata.get("feature_scheme") == FEATURE_SCHEME, "bộ đặc trưng", "feature scheme")
    _demand(metadata.get("labels") == [label.value for label in SectionLabel], "bộ nhãn", "labels")
    for kind in ("skops", "npz"):
        digest = hashlib.sha256(_read(place, NAMES[kind])).hexdigest()
        _demand(digest == metadata["sha256"].get(NAMES[kind]), NAMES[kind], NAMES[kind])
    return _decode(_read(place, NAMES["npz"]), metadata["sha256"][NAMES["skops"]])


def read_metadata(place: Traversable) -> dict[str, Any]:
    """Return the model's metadata.

    Raises:
        ModelError: the file is missing or is no JSON object with hashes.
    """
    try:
        metadata = json.loads(_read(place, NAMES["json"]))
    except ValueError as error:
        raise _mismatch(NAMES["json"], NAMES["json"]) from error
    _demand(isinstance(metadata, dict) and "sha256" in metadata, NAMES["json"], NAMES["json"])
    return dict(metadata)


def _read(place: Traversable, name: str) -> bytes:
    try:
        return place.joinpath(name).read_bytes()
    except OSError as error:
        raise ModelError(
            Text(
                vi=f"Thiếu tệp mô hình {name}. {_CURE.vi}",
                en=f"The model file {name} is missing. {_CURE.en}",
            )
        ) from error


def _mismatch(what_vi: str, what_en: str) -> ModelError:
    return ModelError(
        Text(
            vi=f"Mô hình phân đoạn không khớp với chương trình ({what_vi}). {_CURE.vi}",
            en=f"The section model does not match this program ({what_en}). {_CURE.en}",
        )
    )


def _demand(condition: bool, what_vi: str, what_en: str) -> None:
    if not condition:
        raise _mismatch(what_vi, what_en)


def encode_arrays(model: SectionModel) -> bytes:
    """Return the compiled model as the bytes of a compressed ``.npz`` file."""
    buffer = io.BytesIO()
    np.savez_compressed(
        buffer,
        names=np.frombuffer("\n".join(model.rows).encode(), dtype=np.uint8),
        weights=model.weights.astype(np.float32),
        intercept=model.intercept,
        between=model.transitions.between,
        start=model.transitions.start,
        end=model.transitions.end,
        emission_scale=np.array(model.emission_scale),
    )
    return buffer.getvalue()


def _decode(data: bytes, digest: str) -> SectionModel:
    arrays = np.load(io.BytesIO(data), allow_pickle=False)
    names = arrays["names"].tobytes().decode().split("\n")
    return SectionModel(
        labels=tuple(SectionLabel),
        rows={name: row for row, name in enumerate(names)},
        weights=arrays["weights"].astype(np.float64),
        intercept=arrays["intercept"],
        transitions=TransitionScores(arrays["between"], arrays["start"], arrays["end"]),
        emission_scale=float(arrays["emission_scale"]),
        digest=digest,
    )
