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


def test_no_entry_that_matches_is_passed_over() -> None:
    texts = [p.text for record in read_records(ROOT / "corpora") for p in record.paragraphs]
    matches = 0
    for text in texts[::20]:
        masked = mask_document_names(text)
        kept = list(entries_for(masked, 0, len(masked)))
        for entry in cue_entries():
            if entry.pattern.search(masked):
                matches += 1
                assert entry in kept
    assert matches > 500


def test_the_words_are_those_that_the_compiled_phrase_asks_for() -> None:
    phrases = ("(đã|chưa) giao (việc|phần việc) cho", "bàn .. # việc")
    words = necessary_words(phrases)
    assert words is not None
    for text in ("đã giao việc cho", "chưa giao phần việc cho", "bàn kỹ 3 việc"):
        assert compile_phrases(phrases).search(text)
        assert words & set(text.split())
