"""What ``voices.toml`` says of the voices of a corpus."""

from __future__ import annotations

import tomllib
from pathlib import Path


def corpus_voices(corpus: Path, key: str) -> tuple[str, ...]:
    """Return the voices that ``voices.toml`` of a corpus lists under ``key``, none without it.

    Nothing is fitted to those under ``set_apart``, and nobody reads them.
    """
    path = corpus / "voices.toml"
    if not path.is_file():
        return ()
    return tuple(tomllib.loads(path.read_text(encoding="utf-8")).get(key, ()))
