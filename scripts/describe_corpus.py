"""Write the tables of corpora/README.md from the corpus itself.

``--check`` writes nothing and fails when the tables are not up to date.
"""

from __future__ import annotations

import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from marked_page import write_or_check

from minutes_nlp.corpus.records import CorpusRecord, read_records
from minutes_nlp.model.labels import Characteristic, Level, SectionLabel

CORPORA = Path(__file__).resolve().parent.parent / "corpora"
README = CORPORA / "README.md"


def tables(records: list[CorpusRecord]) -> str:
    """Return the Markdown between the marks."""
    minutes = [record for record in records if record.is_minutes]
    paragraphs = sum(len(record.paragraphs) for record in minutes)
    lines = [
        f"{len(minutes)} minutes, {paragraphs:,} paragraphs, "
        f"{len({r.voice for r in minutes})} voices; {len(records) - len(minutes)} other papers.",
        "",
        *_voices(records),
        "",
        *_sections(minutes),
        "",
        *_levels(minutes),
        "",
        *_findings(minutes),
    ]
    return "\n".join(lines)


def _voices(records: list[CorpusRecord]) -> Iterator[str]:
    described = tomllib.loads((CORPORA / "voices.toml").read_text(encoding="utf-8"))["voices"]
    yield "| file | voice | documents | paragraphs |\n|---|---|---|---|"
    for voice in sorted({record.voice for record in records}):
        own = [record for record in records if record.voice == voice]
        count = sum(len(record.paragraphs) for record in own)
        yield f"| `{voice}.jsonl` | {described[voice]} | {len(own)} | {count} |"


def _sections(minutes: list[CorpusRecord]) -> Iterator[str]:
    counts = Counter(p.section for record in minutes for p in record.paragraphs)
    yield "| section | paragraphs |\n|---|---|"
    for label in SectionLabel:
        yield f"| `{label}` | {counts[label]} |"


def _levels(minutes: list[CorpusRecord]) -> Iterator[str]:
    yield "| characteristic | present | weak | absent |\n|---|---|---|---|"
    for name in Characteristic:
        counts = Counter(r.characteristics[name] for r in minutes if r.characteristics)
        row = " | ".join(str(counts[level]) for level in (Level.PRESENT, Level.WEAK, Level.ABSENT))
        yield f"| `{name}` | {row} |"


def _findings(minutes: list[CorpusRecord]) -> Iterator[str]:
    counts = Counter(code for record in minutes for code in record.findings)
    clean = sum(not record.findings for record in minutes)
    yield f"{clean} minutes have no finding. Findings by code:"
    yield ""
    yield ", ".join(f"{code} {count}" for code, count in sorted(counts.items())) + "."


def main(arguments: list[str]) -> int:
    """Write or check the page; return 1 when it is not up to date."""
    return write_or_check(
        README, tables(list(read_records(CORPORA))), "describe_corpus.py", arguments
    )


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
