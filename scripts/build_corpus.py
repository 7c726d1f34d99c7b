"""Build ``corpora/*.jsonl`` from the labelled texts in ``corpora/sources/<voice>/*.txt``.

One file a voice, one record a line.  Fails when a text breaks the format or contradicts itself.
``--check`` writes nothing and fails when the built files are not up to date.
"""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

from minutes_nlp.corpus.labelled_text import parse_document
from minutes_nlp.corpus.records import CorpusRecord
from minutes_nlp.corpus.validation import contradictions

ROOT = Path(__file__).resolve().parent.parent / "corpora"


def build_voice(folder: Path) -> list[CorpusRecord]:
    """Parse and validate every document of one voice.

    Raises:
        SystemExit: a document contradicts the annotation guide.
    """
    outside = folder.name in voices()["outside"]
    records = []
    for path in sorted(folder.glob("*.txt")):
        parsed = parse_document(path.read_text(encoding="utf-8"), voice=folder.name)
        record = parsed.model_copy(update={"outside": outside})
        problems = contradictions(record)
        if problems:
            raise SystemExit("\n".join(f"{path.name}: {problem}" for problem in problems))
        records.append(record)
    return records


def voices() -> dict[str, list[str]]:
    """Return the lists of voices in ``corpora/voices.toml``."""
    table = tomllib.loads((ROOT / "voices.toml").read_text(encoding="utf-8"))
    return {name: names for name, names in table.items() if isinstance(names, list)}


def main(arguments: list[str]) -> int:
    """Build, or check with ``--check``; return 1 when something is not up to date."""
    check = "--check" in arguments
    stale = []
    for folder in sorted(path for path in (ROOT / "sources").iterdir() if path.is_dir()):
        records = build_voice(folder)
        content = "".join(record.to_json() + "\n" for record in records)
        target = ROOT / f"{folder.name}.jsonl"
        if check and (not target.exists() or target.read_text(encoding="utf-8") != content):
            stale.append(target.name)
        elif not check:
            target.write_text(content, encoding="utf-8")
            print(f"{target.name}: {len(records)} documents")
    for name in stale:
        print(f"{name} is not up to date: run scripts/build_corpus.py")
    return int(bool(stale))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
