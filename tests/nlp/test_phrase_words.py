from dataclasses import replace
from pathlib import Path

import pytest

from minutes_nlp.corpus.records import read_records
from minutes_nlp.nlp.cue_lexicon import cue_entries, entries_for
from minutes_nlp.nlp.document_names import mask_document_names
from minutes_nlp.nlp.phrase_words import necessary_words
from minutes_nlp.nlp.phrases import compile_phrases

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("phrase", "words"),
    [
        ("họp thường kỳ", {"thường"}),
        ("(thường|bất thường) kỳ", {"thường"}),
        ("giao (cho|) ban", {"giao"}),
        ("(sẽ|) làm", {"làm"}),
        ("ta … (sai lầm|khiếm khuyết)", {"sai", "khuyết"}),
        ("a (bé (cưng|to) lắm|xinh)", {"lắm", "xinh"}),
        ("kt-xh", {"kt"}),
        ("# tấn", {"tấn"}),
    ],
)
def test_the_rarest_looking_words_are_taken(phrase: str, words: set[str]) -> None:
    assert necessary_words((phrase,)) == words


@pytest.mark.parametrize("phrase", ["t#", "(họp|)", "#/#", "tấn(ha|)"])
def test_a_phrase_without_a_sure_word_has_none(phrase: str) -> None:
    assert necessary_words((phrase,)) is None
    assert necessary_words(("chi bộ", phrase)) is None


def test_cues_are_what_one_pattern_of_all_phrases_finds() -> None:
    texts = [p.text for record in read_records(ROOT / "corpora") for p in record.paragraphs]
    entries = [replace(entry, exceptions=(), negatable=False) for entry in cue_entries()]
    patterns = [compile_phrases(entry.phrases) for entry in entries]
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


def test_the_words_are_those_that_the_compiled_phrase_asks_for() -> None:
    phrases = ("(đã|chưa) giao (việc|phần việc) cho", "bàn .. # việc")
    words = necessary_words(phrases)
    assert words is not None
    for text in ("đã giao việc cho", "chưa giao phần việc cho", "bàn kỹ 3 việc"):
        assert compile_phrases(phrases).search(text)
        assert words & set(text.split())
