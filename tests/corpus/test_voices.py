from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from minutes_nlp.corpus.records import read_records
from minutes_nlp.corpus.voices import corpus_voices

CORPUS = Path(__file__).resolve().parents[2] / "corpora"


def test_voices_are_listed_by_key(tmp_path: Path) -> None:
    (tmp_path / "voices.toml").write_text('set_apart = ["ship", "bank"]\n', encoding="utf-8")
    assert corpus_voices(tmp_path, "set_apart") == ("ship", "bank")
    assert corpus_voices(tmp_path, "gate") == ()


def test_a_corpus_without_the_file_sets_nobody_apart(tmp_path: Path) -> None:
    assert corpus_voices(tmp_path, "set_apart") == ()


def test_every_voice_set_apart_is_in_the_corpus() -> None:
    apart = corpus_voices(CORPUS, "set_apart")
    assert apart
    assert {record.voice for record in read_records(CORPUS)} >= set(apart)


def test_asking_needs_no_training_library() -> None:
    code = (
        "import sys, minutes_nlp.corpus.voices; "
        "sys.exit(any(name in sys.modules for name in ('sklearn', 'minutes_nlp.learning')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
