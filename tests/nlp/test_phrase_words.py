from dataclasses import replace
from pathlib import Path

import pytest

from minutes_nlp.corpus.records import read_records
from minutes_nlp.nlp.cue_lexicon import cue_entries, entries_for
from minutes_nlp.nlp.document_names import mask_document_names
from minutes_nlp.nlp.phrase_words import first_words, necessary_units, units_of
from minutes_nlp.nlp.phrases import compile_phrases
from minutes_nlp.nlp.text import fold

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("phrase", "units"),
    [
        ("họp", {"họp"}),
        ("họp thường kỳ", {"họp thường"}),
        ("(thường|bất thường) kỳ", {"thường kỳ"}),
        ("giao (cho|) ban", {"giao ban", "cho ban"}),
        ("(sẽ|) làm", {"làm"}),
        ("ta … (sai lầm|khiếm khuyết)", {"sai lầm", "khiếm khuyết"}),
        ("a (bé (cưng|to) lắm|xinh)", {"a bé", "a xinh"}),
        ("báo cáo (của|) chi ủy", {"báo cáo"}),
        ("kt-xh", {"kt"}),
        ("# tấn", {"tấn"}),
        ("#kg bao", {"bao"}),  # "5kg" is one word
        ("bao kg#", {"bao"}),
    ],
)
def test_the_rarest_looking_units_come_first(phrase: str, units: set[str]) -> None:
    assert necessary_units(phrase)[0] == units


@pytest.mark.parametrize("phrase", ["t#", "(họp|)", "#/#", "tấn(ha|)"])
def test_a_phrase_without_a_sure_word_has_none(phrase: str) -> None:
    assert necessary_units(phrase) == ()


@pytest.mark.parametrize(
    ("phrase", "words"),
    [
        ("(đã|chưa) giao", {"đã", "chưa"}),
        ("(sẽ|) làm", {"sẽ", "làm"}),
        ("chi bộ", {"chi", "cb"}),
        ("# tấn", None),
        ("(#|tám) tấn", None),
    ],
)
def test_first_words(phrase: str, words: set[str] | None) -> None:
    assert first_words(phrase) == words


def test_cues_are_what_one_pattern_of_all_phrases_finds() -> None:
    texts = [p.text for record in read_records(ROOT / "corpora") for p in record.paragraphs]
    entries = [replace(entry, exceptions=(), negatable=False) for entry in cue_entries()]
    patterns = [compile_phrases(entry.phrases).regex for entry in entries]
    matches = 0
    for text in texts[::25]:
        masked = mask_document_names(text)
        found = dict.fromkeys(range(len(entries)), ())
        for entry, phrases in entries_for(masked, 0, len(masked)):
            number = cue_entries().index(entry)
            cues = entries[number].find(masked, 0, len(masked), phrases)
            found[number] = tuple((cue.start, cue.end) for cue in cues)
        expected = [tuple(m.span() for m in pattern.finditer(masked)) for pattern in patterns]
        assert list(found.values()) == expected
        matches += sum(map(len, expected))
    assert matches > 500


def test_every_match_has_a_unit_of_every_set() -> None:
    texts = [fold(p.text) for record in read_records(ROOT / "corpora") for p in record.paragraphs]
    phrases = [phrase for entry in cue_entries() for phrase in entry.phrases][::9]
    sets = [(compile_phrases((phrase,)).regex, necessary_units(phrase)) for phrase in phrases]
    matches = 0
    for text in texts[::40]:
        units = units_of(text, 0, len(text))
        for pattern, needed in sets:
            if pattern.search(text):
                matches += 1
                assert all(units & some for some in needed)
    assert matches > 100
