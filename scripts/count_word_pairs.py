"""Count the word pairs of the corpus by voice, into src/minutes_nlp/nlp/data/word_pairs.txt.

The voices set apart are left out, so that what rests on the pairs can be measured on them.
``--check`` writes nothing and fails when the file is not up to date.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from pathlib import Path

from data_file import write_or_check

from minutes_nlp.corpus.records import read_records
from minutes_nlp.corpus.voices import corpus_voices
from minutes_nlp.nlp.spelling.pairs import write_pairs
from minutes_nlp.nlp.spelling.words import words_of

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "src" / "minutes_nlp" / "nlp" / "data" / "word_pairs.txt"


def main() -> None:
    """Write the file, or compare it."""
    apart = corpus_voices(ROOT / "corpora", "set_apart")
    voices: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for record in read_records(ROOT / "corpora"):
        if record.voice not in apart:
            for paragraph in record.paragraphs:
                for left, right in pairwise(words_of(paragraph.text)):
                    voices[left.folded, right.folded].add(record.voice)
    text = write_pairs({pair: len(some) for pair, some in voices.items()})
    write_or_check(TARGET, text)


if __name__ == "__main__":
    main()
