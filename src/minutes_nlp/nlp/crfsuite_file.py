"""Reading the model files of CRFsuite: linear-chain conditional random fields.

A file is a header, a table of features (attribute or label → label, with a weight) and two CQDB
blocks (strings with numbers) that name the labels and the attributes; all little-endian.
"""

from __future__ import annotations

import struct
from typing import Final

import numpy as np
from numpy.typing import NDArray

_HEADER: Final = "<4sI4s9I"
_FEATURE: Final = np.dtype(
    [("kind", "<u4"), ("source", "<u4"), ("label", "<u4"), ("weight", "<f8")]
)
_NAMES_HEADER: Final = 24 + 256 * 8
"""Bytes before the first record of a CQDB block: its header and its table of hash tables."""


def read_two_label_model(data: bytes) -> tuple[dict[str, float], NDArray[np.float64]]:
    """Read a model of the labels ``B-W`` and ``I-W``.

    Returns:
        weight(B-W) - weight(I-W) of every attribute; and the transitions, (2, 2), from label to
        label, B-W first.

    Raises:
        ValueError: this is no such model.
    """
    header = struct.unpack_from(_HEADER, data)
    features_at, labels_at, attributes_at = header[7:10]
    if header[0] != b"lCRF" or _names(data, labels_at) != ["B-W", "I-W"]:
        raise ValueError("not a model of two labels")
    (count,) = struct.unpack_from("<I", data, features_at + 8)
    features = np.frombuffer(data, _FEATURE, count=count, offset=features_at + 12)
    names = _names(data, attributes_at)
    state, between = features[features["kind"] == 0], features[features["kind"] == 1]
    weights = np.zeros((len(names), 2))
    weights[state["source"], state["label"]] = state["weight"]
    transitions = np.zeros((2, 2))
    transitions[between["source"], between["label"]] = between["weight"]
    differences = weights[:, 0] - weights[:, 1]
    return dict(zip(names, differences.tolist(), strict=True)), transitions


def _names(data: bytes, start: int) -> list[str]:
    """Return the strings of a CQDB block, in the order of their numbers.

    Records stand one after another in that order: number, length, bytes and a NUL.
    """
    magic, _, _, _, count, offsets_at = struct.unpack_from("<4s5I", data, start)
    if magic != b"CQDB":
        raise ValueError("no CQDB block")
    offsets = np.frombuffer(data, "<u4", count=count, offset=start + offsets_at).astype(np.int64)
    last = start + int(offsets[-1])
    end = last + 8 + struct.unpack_from("<I", data, last + 4)[0]
    records = np.frombuffer(data[start + _NAMES_HEADER : end], np.uint8)
    kept = np.ones(len(records), dtype=bool)
    for byte in range(8):
        kept[offsets - _NAMES_HEADER + byte] = False
    names = records[kept].tobytes().decode().split("\0")[:-1]
    if len(names) != count:
        raise ValueError("a name with a NUL")
    return names
