"""The three checks over a whole store, in one pass over its texts."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from minutes_nlp.bulk.across.documents import Held, held_documents, read_lines
from minutes_nlp.bulk.across.follow_up import FollowUp, OpenTask
from minutes_nlp.bulk.across.missing_months import MissingMonth, missing_months
from minutes_nlp.bulk.across.near_copies import Copy, NothingOwn, near_copies, own_text
from minutes_nlp.bulk.across.shingles import Hashes
from minutes_nlp.bulk.across.verdicts import AcrossVerdict
from minutes_nlp.bulk.across.wording import verdict_of
from minutes_nlp.bulk.roll import Roll
from minutes_nlp.bulk.store import Store, open_store
from minutes_nlp.registry import ACROSS_CODES

_OTHER: Final = "other"


@dataclass(frozen=True, slots=True)
class Across:
    """What the checks over many minutes say.

    Attributes:
        documents: those that were compared: minutes of cells that could be read, by path.
        copies: HT006, the most alike first.
        nothing_own: HT006 cannot decide: nearly all of the text is found in many cells.
        missing: LT001, by cell and month.
        tasks: LT002, by the minutes that assign them.
        looked_for: how many tasks were looked for.
        has_texts: whether the store still has the words of the minutes; without them HT006 and
            LT002 say nothing.
    """

    documents: tuple[Held, ...]
    copies: tuple[Copy, ...]
    nothing_own: tuple[NothingOwn, ...]
    missing: tuple[MissingMonth, ...]
    tasks: tuple[OpenTask, ...]
    looked_for: int
    has_texts: bool = True

    def verdicts(self) -> Iterator[AcrossVerdict]:
        """Yield everything as findings and undecided checks, by code."""
        yield from map(verdict_of, self.copies)
        yield from map(verdict_of, self.nothing_own)
        yield from map(verdict_of, self.missing)
        yield from map(verdict_of, self.tasks)


def check_across(
    folder: str | Path, roll: Roll | None = None, codes: Collection[str] = ACROSS_CODES
) -> Across:
    """Compare the minutes of a store with each other.

    Args:
        folder: the store.
        roll: says from when to when every cell exists; the cells themselves were told when the
            store was made.
        codes: the checks that are wanted; the others say nothing.

    Raises:
        StoreError: it is no store, or cannot be read.
    """
    store = open_store(Path(folder))
    documents = [held for held in held_documents(store) if held.kind != _OTHER]
    has_texts = all((store.folder / table).is_dir() for table in ("texts", "tasks"))
    follow = FollowUp(documents, _tasks(store) if has_texts and "LT002" in codes else ())
    compared = documents if has_texts and "HT006" in codes else []
    read = documents if compared or follow.looked_for else []
    texts = _read(store, read, follow)
    copies, nothing_own = near_copies(compared, texts if compared else [])
    return Across(
        documents=tuple(documents),
        copies=tuple(copies),
        nothing_own=tuple(nothing_own),
        missing=tuple(missing_months(documents, roll) if "LT001" in codes else ()),
        tasks=tuple(follow.open_tasks()),
        looked_for=follow.looked_for,
        has_texts=has_texts,
    )


def _tasks(store: Store) -> Iterator[dict[str, str]]:
    columns = ["path", "first", "who", "what", "due"]
    for shard in store.shards():
        yield from store.read("tasks", shard, columns).to_pylist()


def _read(store: Store, documents: list[Held], follow: FollowUp) -> list[Hashes]:
    known = {held.path: held for held in documents}
    texts: dict[str, Hashes] = {}
    for path, lines in read_lines(store, set(known)) if known else ():
        texts[path] = own_text(lines)
        follow.read(known[path], lines)
    nothing = np.empty(0, np.uint32)
    return [texts.get(held.path, nothing) for held in documents]
