"""The unseen voices are annotated like the others, stand apart from them, and are measured."""

import subprocess
import sys
from pathlib import Path

import pytest

from minutes_nlp.corpus.labelled_text import parse_document
from minutes_nlp.corpus.records import read_records
from minutes_nlp.corpus.validation import contradictions

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted((ROOT / "corpora" / "unseen").glob("*/*.txt"))


def test_there_are_four_voices_of_ten() -> None:
    assert len(FILES) == 40
    assert len({path.parent for path in FILES}) == 4


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_annotation_keeps_the_rules(path: Path) -> None:
    record = parse_document(path.read_text(encoding="utf-8"), voice=path.parent.name)
    assert contradictions(record) == []


def test_no_voice_of_theirs_is_trained_on() -> None:
    trained = {record.voice for record in read_records(ROOT / "corpora")}
    assert trained
    assert not trained & {path.parent.name for path in FILES}


def test_the_table_is_that_of_the_program_as_it_is() -> None:
    command = [sys.executable, "scripts/measure_unseen.py", "--check"]
    assert subprocess.run(command, cwd=ROOT, check=False).returncode == 0
