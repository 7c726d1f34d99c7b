"""Time of the compiled word segmenter, paired in one run with ``word_tokenize`` on the same text.

Two texts: minutes of the corpus that the process has not seen, after 50 others; and paragraphs
of syllables drawn at random from the corpus, where nearly every pair of words is new.  Prints
medians of processor time a document, so that other work on the machine counts little, and how
many words differed (none may) and how many paragraphs were left to the reference.
"""

from __future__ import annotations

import random
import statistics
import time
from pathlib import Path

from underthesea.pipeline.word_tokenize import word_tokenize

from minutes_nlp.corpus.records import read_records
from minutes_nlp.nlp.compiled_segmenter import CompiledSegmenter
from minutes_nlp.nlp.compiled_segmenter_tables import load_tables

ROOT = Path(__file__).resolve().parent.parent
WARM_UP = 50
RANDOM_DOCUMENTS = 30
PARAGRAPHS, SYLLABLES = 94, 31


def measure(segmenter: CompiledSegmenter, name: str, documents: list[list[str]]) -> str:
    """Return the row of the table for ``documents``."""
    reference, compiled, different, undecided = [], [], 0, 0
    for paragraphs in documents:
        started = time.process_time()
        expected = [word_tokenize(text, use_token_normalize=False) for text in paragraphs]
        between = time.process_time()
        segmenter.spans(paragraphs)
        compiled.append(time.process_time() - between)
        reference.append(between - started)
        for words, found in zip(expected, segmenter.words(paragraphs), strict=True):
            undecided += found is None
            different += found is not None and found != words
    ratios = [a / b for a, b in zip(reference, compiled, strict=True)]
    count = sum(map(len, documents))
    return (
        f"| {name} | {1000 * statistics.median(reference):.1f} |"
        f" {1000 * statistics.median(compiled):.1f} | {statistics.median(ratios):.1f} |"
        f" {min(ratios):.1f} | {different} of {count} | {undecided} |"
    )


def main() -> None:
    """Print the table."""
    records = read_records(ROOT / "corpora")
    documents = [[p.text for p in record.paragraphs] for record in records if record.is_minutes]
    chance = random.Random(1)
    syllables = sorted({w for texts in documents for t in texts for w in t.split() if w.isalpha()})
    made_up = [
        [" ".join(chance.choices(syllables, k=SYLLABLES)) for _ in range(PARAGRAPHS)]
        for _ in range(RANDOM_DOCUMENTS)
    ]
    started = time.process_time()
    segmenter = CompiledSegmenter(load_tables())
    loaded = time.process_time()
    word_tokenize("chi bộ")
    print(f"tables {1000 * (loaded - started):.0f} ms, model of the reference", end=" ")
    print(f"{1000 * (time.process_time() - loaded):.0f} ms\n")
    for paragraphs in documents[:WARM_UP]:
        segmenter.spans(paragraphs)
    print("| text | word_tokenize ms | compiled ms | ratio | worst ratio | different | undecided |")
    print("|---|---|---|---|---|---|---|")
    print(measure(segmenter, "unseen minutes", documents[WARM_UP:]))
    print(measure(segmenter, "random syllables", made_up))


if __name__ == "__main__":
    main()
