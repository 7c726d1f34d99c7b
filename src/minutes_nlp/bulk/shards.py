"""How inputs are cut into shards: by the hash of their bytes, never by speed or history."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from minutes_nlp.bulk.discovery import Input

_FILES_A_SHARD: Final = 48
_MOST_BITS: Final = 12


@dataclass(frozen=True, slots=True)
class Shard:
    """Inputs whose hashes begin alike, sorted by path; the same bytes are never in two shards."""

    name: str
    inputs: tuple[Input, ...]

    def signature(self, key: str, placing: str) -> str:
        """Return the digest of everything that decides what the parts of this shard hold.

        Args:
            key: of program, model and settings (see :class:`.Examiner`).
            placing: of what tells cells and months (see :class:`.Placing`).
        """
        digest = hashlib.sha256(f"{key} {placing}\n".encode())
        for found in self.inputs:
            told = (found.sha256, found.error, found.path, *(["page?"] if found.in_doubt else []))
            digest.update(repr(told).encode())
        return digest.hexdigest()

    def contents(self) -> dict[str, Input]:
        """Return the first input of each content by hash."""
        firsts: dict[str, Input] = {}
        for found in self.inputs:
            if found.sha256 is not None:
                firsts.setdefault(found.sha256, found)
        return firsts


def choose_bits(inputs: int) -> int:
    """Return how many bits of the hash name a shard, in a new store for ``inputs`` files.

    A shard is what a kill can cost; at most 4,096 of them keep the number of parts bearable.
    """
    return min(_MOST_BITS, max(0, (inputs - 1) // _FILES_A_SHARD).bit_length())


def cut(inputs: Iterable[Input], bits: int) -> list[Shard]:
    """Return the inputs in shards, sorted by name; a shard is empty only if it does not exist."""
    groups: dict[str, list[Input]] = defaultdict(list)
    for found in inputs:
        groups[shard_name(found, bits)].append(found)
    return [
        Shard(name, tuple(sorted(group, key=lambda found: found.path)))
        for name, group in sorted(groups.items())
    ]


def shard_name(found: Input, bits: int) -> str:
    """Return the name of the shard of an input, from 0000."""
    told = found.sha256 or hashlib.sha256(found.path.encode()).hexdigest()
    return f"{int(told[:8], 16) >> (32 - bits):04d}"
