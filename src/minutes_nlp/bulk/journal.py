"""Records of shards that are not whole yet, so that a kill costs only the files in hand.

A scan may take a minute, and a shard holds dozens of files.  Each record is a line of JSON in
``journal/``; once its shard is written, and at the end of a run, the lines are gone.
"""

from __future__ import annotations

import json
from pathlib import Path
from types import TracebackType
from typing import IO, Final, Self

from minutes_nlp.bulk.record import Record
from minutes_nlp.bulk.store import writing

FOLDER: Final = "journal"


class Journal:
    """The journal of a store, for one run; leave its ``with`` block to close all files."""

    def __init__(self, store: Path, key: str) -> None:
        self._store = store
        self._folder = store / FOLDER
        self._key = key
        self._open: dict[str, IO[str]] = {}
        with writing(store):
            self._folder.mkdir(exist_ok=True)

    def add(self, shard: str, sha256: str, record: Record) -> None:
        """Note a record.

        Raises:
            StoreError: the disk is full or refuses.
        """
        line = json.dumps({"key": self._key, "sha256": sha256, "record": record.as_json()})
        with writing(self._store):
            if shard not in self._open:
                self._open[shard] = self._place(shard).open("a", encoding="ascii")
            # A line cut short by a kill must not swallow the next one.
            self._open[shard].write("\n" + line)
            self._open[shard].flush()

    def read(self, shard: str) -> dict[str, Record]:
        """Return what is known of a shard, by hash; lines that a kill cut short are left out."""
        known: dict[str, Record] = {}
        try:
            lines = self._place(shard).read_text(encoding="ascii").splitlines()
        except (OSError, UnicodeDecodeError):
            return known
        for line in lines:
            try:
                told = json.loads(line)
                if told["key"] == self._key:
                    known[told["sha256"]] = Record(**told["record"])
            except (ValueError, KeyError, TypeError):
                continue
        return known

    def drop(self, shard: str) -> None:
        """Forget a shard: it has been written."""
        if stream := self._open.pop(shard, None):
            stream.close()
        with writing(self._store):
            self._place(shard).unlink(missing_ok=True)

    def drop_all(self) -> None:
        """Forget everything: the store is up to date."""
        with writing(self._store):
            for place in self._folder.iterdir():
                self.drop(place.stem)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for stream in self._open.values():
            stream.close()

    def _place(self, shard: str) -> Path:
        return self._folder / f"{shard}.jsonl"
