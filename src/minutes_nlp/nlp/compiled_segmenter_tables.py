"""Tables of the word segmentation model that comes with underthesea.

The model is a CRFsuite file with two labels, ``B-W`` (a word begins) and ``I-W`` (it goes on).
Each attribute is a function of one, two or three adjacent tokens, so what it adds to
score(B-W) - score(I-W) is a number that belongs to a token, a pair or a triple of tokens:

======  =====================================================  =======================
arity   attributes                                             columns of a row
======  =====================================================  =======================
1       ``T[k]`` and ``.lower .isdigit .istitle .is_in_dict``  k = -2, -1, 0, 1, 2
2       ``T[k,k+1]`` and the same functions                    k = -2, -1, 0, 1
3       ``T[k,k+2]`` and the same functions                    k = -2, -1, 0
======  =====================================================  =======================

All is read from the files in the installed wheel, at first use, after their hashes and the
versions of what reads them have been found to be the known ones.
"""

from __future__ import annotations

import hashlib
import pickle
import re
from collections.abc import Set
from dataclasses import dataclass, field
from importlib import metadata, util
from pathlib import Path
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from minutes_nlp.nlp.crfsuite_file import read_two_label_model

Row: TypeAlias = list[float]

COLUMNS: Final = {1: 5, 2: 4, 3: 3}
VERSIONS: Final = {"underthesea": "9.5.0", "underthesea_core": "3.3.2"}
MODEL: Final = Path("pipeline", "word_tokenize", "models", "ws_crf_vlsp2013_20230727")
HASHES: Final = {
    "models.bin": "c3a64c64349f1d73304f89babacaa8f8cd6078b1ec1a1b2c104e9e411ac1d2c3",
    "features.bin": "cf93263c7c7973bf50122b0be76a394443ff61be00c1368713dee1b7d5b8a435",
    "dictionary.bin": "ec8c62b3881c6682c18959988e1fe08800cc835777778845bded470ca02745d9",
}
_TEMPLATE: Final = re.compile(r"T\[(-?\d)(?:,(-?\d))?\](?:\.(\w+))?")
_THREE_WORDS: Final = re.compile(r"^([^ \n]+) ([^ \n]+) ([^ \n]+)$", re.MULTILINE)


class UnknownModelError(Exception):
    """The installed segmentation model is not one that these tables can stand for."""


@dataclass(slots=True)
class ArityTables:
    """What attributes of one arity add, by their values.

    Values are the text of the tokens joined by a space, its lower case, or "True" and "False";
    "BOS" and "EOS" where the tokens reach over the start or the end of the line.
    """

    columns: int
    texts: dict[str, Row] = field(default_factory=dict)
    lowered: dict[str, Row] = field(default_factory=dict)
    isdigit: dict[str, Row] = field(default_factory=dict)
    istitle: dict[str, Row] = field(default_factory=dict)
    is_in_dict: dict[str, Row] = field(default_factory=dict)

    def border(self, value: str) -> Row:
        """Return the row of tokens that reach over a border: every attribute says ``value``."""
        tables = (self.texts, self.lowered, self.isdigit, self.istitle, self.is_in_dict)
        return self._sum(*(rows.get(value) for rows in tables))

    def plain(self, *, title: bool, listed: bool, digit: bool = False) -> Row:
        """Return the row of tokens whose text has no attribute of its own."""
        facts = ((self.istitle, title), (self.is_in_dict, listed), (self.isdigit, digit))
        return self._sum(*(rows.get(str(value)) for rows, value in facts))

    def row(self, text: str, lowered: str, plain: Row) -> Row:
        """Return ``plain`` with what the text and its lower case add."""
        own, shared = self.texts.get(text), self.lowered.get(lowered)
        return self._sum(plain, own, shared) if own or shared else plain

    def _sum(self, *rows: Row | None) -> Row:
        nothing = [0.0] * self.columns
        return [sum(numbers) for numbers in zip(nothing, *filter(None, rows), strict=True)]


@dataclass(frozen=True, slots=True)
class SegmentationTables:
    """All that the compiled segmenter knows of the model."""

    arities: dict[int, ArityTables]
    transitions: NDArray[np.float64]
    """(2, 2): from label to label, B-W first."""
    dictionary: Set[str]
    """Known words, in lower case."""
    triple_edges: dict[str, int]
    """The first two words (1) and the last two (2, or 3 for both) of every three that an
    attribute or the dictionary knows."""


def load_tables(package: Path | None = None) -> SegmentationTables:
    """Return the tables of the installed model; some 0.1 s.

    Args:
        package: the folder of the package ``underthesea``, by default the installed one.

    Raises:
        UnknownModelError: a version, a hash or anything in the files is not as known.
    """
    for name, known in VERSIONS.items():
        version = _version(name)
        if version != known:
            raise UnknownModelError(f"{name} {version}")
    folder = (package or _installed("underthesea")) / MODEL
    files = {name: _read(folder / name, digest) for name, digest in HASHES.items()}
    try:
        # Pickles, but only after their hashes have proved them to be the known files.
        templates = pickle.loads(files["features.bin"])
        dictionary: Set[str] = pickle.loads(files["dictionary.bin"])
        weights, transitions = read_two_label_model(files["models.bin"])
        arities = _arrange(weights, templates)
    except (ValueError, KeyError) as error:
        raise UnknownModelError(f"{folder.name}: {error}") from error
    edges = _triple_edges([*dictionary, *arities[3].texts])
    return SegmentationTables(arities, transitions, dictionary, edges)


def _triple_edges(texts: list[str]) -> dict[str, int]:
    edges: dict[str, int] = {}
    for first, middle, last in _THREE_WORDS.findall("\n".join(texts)):
        start, end = f"{first} {middle}", f"{middle} {last}"
        edges[start] = edges.get(start, 0) | 1
        edges[end] = edges.get(end, 0) | 2
    return edges


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError as error:
        raise UnknownModelError(f"{name} is not installed") from error


def _installed(name: str) -> Path:
    found = util.find_spec(name)
    if found is None or not found.submodule_search_locations:
        raise UnknownModelError(f"{name} is not installed")
    return Path(next(iter(found.submodule_search_locations)))


def _read(path: Path, digest: str) -> bytes:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UnknownModelError(f"{path.name}: {error.strerror}") from error
    if hashlib.sha256(data).hexdigest() != digest:
        raise UnknownModelError(f"{path.name}: unknown hash")
    return data


def _arrange(weights: dict[str, float], templates: list[str]) -> dict[int, ArityTables]:
    arities = {arity: ArityTables(columns) for arity, columns in COLUMNS.items()}
    places = {template: _place(template, arities) for template in templates}
    for attribute, weight in weights.items():
        template, _, value = attribute.partition("=")
        rows, column, columns = places[template]
        row = rows.get(value)
        if row is None:
            row = rows[value] = [0.0] * columns
        row[column] = weight
    return arities


def _place(template: str, arities: dict[int, ArityTables]) -> tuple[dict[str, Row], int, int]:
    """Return where the weights of a template go: rows by value, column, number of columns."""
    match = _TEMPLATE.fullmatch(template)
    if match is None:
        raise ValueError(f"unknown template {template}")
    first, last = int(match[1]), int(match[2] or match[1])
    tables = arities[last - first + 1]
    rows = {
        None: tables.texts,
        "lower": tables.lowered,
        "isdigit": tables.isdigit,
        "istitle": tables.istitle,
        "is_in_dict": tables.is_in_dict,
    }
    if not 0 <= first + 2 < tables.columns:
        raise ValueError(f"unknown offset {template}")
    return rows[match[3]], first + 2, tables.columns
