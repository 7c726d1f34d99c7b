"""Count the syllables of the corpus, into src/minutes_nlp/readers/letters/syllable_counts.txt.

The voices set apart are left out, so that what rests on the counts can be measured on them.
``--check`` writes nothing and fails when the file is not up to date.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from pathlib import Path

from data_file import write_or_check

from minutes_nlp.corpus.records import read_records
from minutes_nlp.corpus.voices import corpus_voices
from minutes_nlp.orthography import is_syllable

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "src" / "minutes_nlp" / "readers" / "letters" / "syllable_counts.txt"
WORD = re.compile(r"[^\W\d_]+")
FEWEST = 2
HIGHEST = 4
"""Counts are written as powers of ten, which change seldom."""


def main() -> None:
    """Write the file, or compare it."""
    apart = corpus_voices(ROOT / "corpora", "set_apart")
    counts: Counter[str] = Counter()
    for record in read_records(ROOT / "corpora"):
        if record.voice not in apart:
            for paragraph in record.paragraphs:
                counts.update(word.lower() for word in WORD.findall(paragraph.text))
    classes: defaultdict[int, list[str]] = defaultdict(list)
    for word, count in counts.items():
        if count >= FEWEST and is_syllable(word):
            classes[min(HIGHEST, len(str(count)))].append(word)
    text = "".join(f"{size} {' '.join(sorted(classes[size]))}\n" for size in sorted(classes))
    write_or_check(TARGET, text)


if __name__ == "__main__":
    main()
