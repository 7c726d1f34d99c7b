"""A few documents of the corpus, of voices that are not set apart."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from minutes_nlp.corpus.records import CorpusRecord, read_records

ROOT = Path(__file__).resolve().parents[2]
VOICES = ("thin-company", "thin-ward", "health-station")


@cache
def small_records(per_voice: int = 3) -> tuple[CorpusRecord, ...]:
    """Return the first documents of three voices that write briefly."""
    return tuple(
        record
        for voice in VOICES
        for record in list(read_records(ROOT / "corpora" / f"{voice}.jsonl"))[:per_voice]
    )


def write_corpus(folder: Path, per_voice: int = 3) -> Path:
    """Write these documents, one other paper, and which voice is set apart into ``folder``."""
    papers = (ROOT / "corpora" / "papers-party.jsonl").read_text(encoding="utf-8").splitlines()
    (folder / "papers.jsonl").write_text(papers[0] + "\n", encoding="utf-8")
    for voice in VOICES:
        lines = [r.to_json() for r in small_records(per_voice) if r.voice == voice]
        (folder / f"{voice}.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (folder / "voices.toml").write_text(f'set_apart = ["{VOICES[0]}"]\n', encoding="utf-8")
    return folder
