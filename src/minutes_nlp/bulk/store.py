"""The store: a folder of Parquet parts, one of each table for each shard.

A part is written under another name, flushed to the disk and renamed, so that nobody sees half of
it.  The parts of one shard are changed under a mark in ``pending/``; the ``files`` part comes
last.  A shard whose mark was left behind by a killed run counts as not there.  Times stand in
``runs/`` alone: all other parts depend on the inputs, the program and the settings only.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from minutes_nlp.bulk.schema import STORE_VERSION, TABLES, Row, Table, build_table
from minutes_nlp.bulk.store_errors import (
    StoreError,
    cannot_write,
    no_store,
    other_folder,
    other_version,
)
from minutes_nlp.bulk.store_lock import locked
from minutes_nlp.extras import extra

HEADER: Final = "store.json"
_PENDING: Final = "pending"
_RUNS: Final = "runs"
_SIGNATURE: Final = b"minutes_nlp_signature"


class Store:
    """An open store.

    Attributes:
        folder: where it is.
        header: what ``store.json`` says: ``schema``, ``root`` (the folder searched), ``bits``.
    """

    def __init__(self, folder: Path, header: Mapping[str, Any]) -> None:
        self.folder = folder
        self.header = header
        self._parquet = extra("pyarrow.parquet", "bulk")

    @property
    def bits(self) -> int:
        """How many bits of a hash name a shard."""
        return int(self.header["bits"])

    def shards(self) -> list[str]:
        """Return the names of the shards that are whole, sorted."""
        pending = set(os.listdir(self.folder / _PENDING))  # noqa: PTH208
        names = (path.stem for path in (self.folder / "files").glob("*.parquet"))
        return sorted(name for name in names if name not in pending)

    def part(self, table: Table, shard: str) -> Path:
        """Return where a part is."""
        return self.folder / table / f"{shard}.parquet"

    def signatures(self, shard: str) -> set[str]:
        """Return the signatures of the parts of a shard: one, unless it was tampered with.

        Raises:
            StoreError: a part is missing or cannot be read.
        """
        return {self._signature(self.part(table, shard)) for table in TABLES}

    def signature(self, shard: str) -> str:
        """Return the signature of the ``files`` part of a shard, which is written last.

        Raises:
            StoreError: it cannot be read.
        """
        return self._signature(self.part("files", shard))

    def _signature(self, part: Path) -> str:
        try:
            metadata = self._parquet.read_schema(part).metadata or {}
        except (OSError, ValueError) as error:
            raise StoreError.damaged(part) from error
        return str(metadata.get(_SIGNATURE, b"").decode())

    def read(self, table: Table, shard: str, columns: list[str] | None = None) -> Any:
        """Return a part as a ``pyarrow.Table``.

        Raises:
            StoreError: it cannot be read.
        """
        part = self.part(table, shard)
        try:
            return self._parquet.ParquetFile(part).read(columns=columns)
        except (OSError, ValueError) as error:
            raise StoreError.damaged(part) from error

    def write(self, shard: str, rows: Mapping[Table, list[Row]], signature: str) -> None:
        """Write all parts of a shard.

        Raises:
            StoreError: the disk is full or refuses; the parts that are there stay whole.
        """
        with writing(self.folder):
            mark = self.folder / _PENDING / shard
            mark.touch()
            _flush_folder(mark.parent)
            for table in (*TABLES[1:], "files"):
                built = build_table(table, rows[table])
                told = {**built.schema.metadata, _SIGNATURE: signature.encode()}
                self._put(self.part(table, shard), built.replace_schema_metadata(told))
            mark.unlink()
            _flush_folder(mark.parent)

    def remove(self, shard: str) -> None:
        """Remove a shard."""
        with writing(self.folder):
            mark = self.folder / _PENDING / shard
            mark.touch()
            for table in TABLES:
                self.part(table, shard).unlink(missing_ok=True)
            mark.unlink()

    def sweep(self) -> None:
        """Remove what a killed run left behind: the parts of half-written shards."""
        with writing(self.folder):
            for mark in (self.folder / _PENDING).iterdir():
                self.remove(mark.name)
            for part in self.folder.glob("*/*.part"):
                part.unlink()

    def note_run(self, told: Mapping[str, Any]) -> None:
        """Write what is to be remembered of a run, times and all."""
        with writing(self.folder):
            runs = self.folder / _RUNS
            number = 1 + max((int(path.stem) for path in runs.glob("*.json")), default=0)
            _write(runs / f"{number:06d}.json", json.dumps(told, ensure_ascii=False, indent=1))

    def read_signed(self, place: Path) -> tuple[Any, str]:
        """Return a table that is no part of a shard, with its signature.

        Raises:
            StoreError: it is not there or cannot be read.
        """
        try:
            return self._parquet.ParquetFile(place).read(), self._signature(place)
        except (OSError, ValueError) as error:
            raise StoreError.damaged(place) from error

    def put_signed(self, place: Path, table: Any, signature: str) -> None:
        """Write a table that is no part of a shard.

        Raises:
            StoreError: the disk is full or refuses.
        """
        with writing(self.folder):
            place.parent.mkdir(exist_ok=True)
            told = {_SIGNATURE: signature.encode()}
            self._put(place, table.replace_schema_metadata(told))

    def put_text(self, place: Path, text: str) -> None:
        """Write a text that is no part of a shard.

        Raises:
            StoreError: the disk is full or refuses.
        """
        with writing(self.folder):
            place.parent.mkdir(exist_ok=True)
            _write(place, text)

    def _put(self, place: Path, table: Any) -> None:
        hidden = place.with_suffix(".part")
        try:
            self._parquet.write_table(table, hidden, compression="zstd")
            _flush(hidden)
            hidden.replace(place)
            _flush_folder(place.parent)
        finally:
            hidden.unlink(missing_ok=True)


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Turn an error of the disk into one that says what to do."""
    try:
        yield
    except OSError as error:
        raise cannot_write(folder, error) from error


def open_store(folder: Path) -> Store:
    """Open a store for reading; a run may be writing to it meanwhile.

    Raises:
        StoreError: it is no store, or one of another version.
    """
    header = _header(folder)
    if header is None:
        raise no_store(folder)
    return Store(folder, header)


@contextmanager
def store_to_write(folder: Path, root: Path, bits: int) -> Iterator[Store]:
    """Open a store for one run, or make it; nobody else can write to it meanwhile.

    Args:
        folder: where it is, or shall be.
        root: the folder whose files it records.
        bits: how many bits of a hash shall name a shard, if the store is new.

    Raises:
        StoreError: it is in use, of another version, of another folder, or cannot be written.
    """
    made = {"schema": STORE_VERSION, "root": os.path.realpath(root), "bits": bits}
    with writing(folder):
        if folder.exists() and not (folder / HEADER).exists() and any(folder.iterdir()):
            raise no_store(folder)
        folder.mkdir(parents=True, exist_ok=True)
    with locked(folder):
        header = _header(folder)
        with writing(folder):
            for name in (*TABLES, _PENDING, _RUNS):
                (folder / name).mkdir(exist_ok=True)
            if header is None:
                _write(folder / HEADER, json.dumps(made, ensure_ascii=False, indent=1))
        if header is not None and header["root"] != made["root"]:
            raise other_folder(folder, header["root"])
        store = Store(folder, header or made)
        store.sweep()
        yield store


def _header(folder: Path) -> dict[str, Any] | None:
    try:
        header = json.loads((folder / HEADER).read_text(encoding="utf-8"))
        version = header["schema"]
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise no_store(folder) from error
    if version != STORE_VERSION:
        raise other_version(folder, version)
    return dict(header)


def _write(place: Path, text: str) -> None:
    hidden = place.with_suffix(".part")
    try:
        hidden.write_text(text, encoding="utf-8")
        _flush(hidden)
        hidden.replace(place)
        _flush_folder(place.parent)
    finally:
        hidden.unlink(missing_ok=True)


def _flush(path: Path) -> None:
    with path.open("rb+") as stream:
        os.fsync(stream.fileno())


def _flush_folder(folder: Path) -> None:
    if os.name != "posix":
        return  # only there can a folder be flushed
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
