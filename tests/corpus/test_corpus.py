"""The corpus as it stands in the repository keeps to the guide and to its promises."""

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from minutes_nlp.corpus.records import CorpusRecord, read_records
from minutes_nlp.corpus.validation import CHECK_CODES, contradictions
from minutes_nlp.model.labels import Characteristic, Level, SectionLabel

ROOT = Path(__file__).resolve().parents[2]
RECORDS = list(read_records(ROOT / "corpora"))
MINUTES = [record for record in RECORDS if record.is_minutes]


def test_the_built_files_are_those_of_the_sources() -> None:
    script = ROOT / "scripts" / "build_corpus.py"
    result = subprocess.run([sys.executable, script, "--check"], capture_output=True, text=True)
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.id)
def test_no_record_contradicts_itself(record: CorpusRecord) -> None:
    assert contradictions(record) == []


def test_the_corpus_is_as_large_as_it_says() -> None:
    assert len(MINUTES) >= 110
    assert sum(len(record.paragraphs) for record in MINUTES) >= 4500
    assert len({record.voice for record in MINUTES}) >= 12
    assert len(RECORDS) - len(MINUTES) >= 25
    assert len({record.id for record in RECORDS}) == len(RECORDS)


def test_faults_and_levels_are_spread() -> None:
    codes = Counter(code for record in MINUTES for code in record.findings)
    assert {"YK005", "HT000"}.isdisjoint(codes)
    assert set(codes) >= CHECK_CODES - {"YK005", "HT000"}
    for characteristic in Characteristic:
        levels = Counter(r.characteristics[characteristic] for r in MINUTES if r.characteristics)
        assert all(levels[level] >= 2 for level in Level), characteristic


def test_no_sentence_is_shared_between_voices() -> None:
    owners: dict[str, set[str]] = {}
    for record in MINUTES:
        for paragraph in record.paragraphs:
            # Titles and letterheads are formulas of office, alike wherever they are typed.
            formula = paragraph.section is SectionLabel.FORMALITIES
            if len(paragraph.text.split()) > 14 and not formula:
                owners.setdefault(paragraph.text, set()).add(record.voice)
    assert not [text for text, voices in owners.items() if len(voices) > 1]


def test_records_use_the_names_of_the_guide() -> None:
    first = json.loads((ROOT / "corpora" / f"{MINUTES[0].voice}.jsonl").read_text().splitlines()[0])
    assert {"id", "kind", "is_minutes", "paragraphs", "findings", "characteristics"} <= set(first)
    assert {"text", "section"} <= set(first["paragraphs"][0])
