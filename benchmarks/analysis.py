"""Time of a whole analysis in a warm process, paired with ``word_tokenize`` over the same text.

Documents of the corpus that the process has not seen, after 20 others; prints the median time a
document of each and the median of the ratios.
"""

from __future__ import annotations

import statistics
import time
from pathlib import Path

from underthesea import word_tokenize

import minutes_nlp
from minutes_nlp.corpus.records import read_records

ROOT = Path(__file__).resolve().parent.parent
WARM_UP = 20


def main() -> None:
    """Print the table."""
    records = [record for record in read_records(ROOT / "corpora") if record.is_minutes]
    documents = [[paragraph.text for paragraph in record.paragraphs] for record in records]
    for paragraphs in documents[:WARM_UP]:
        minutes_nlp.analyze_text("\n".join(paragraphs))
    whole, tokenizing = [], []
    for paragraphs in documents[WARM_UP:]:
        started = time.perf_counter()
        minutes_nlp.analyze_text("\n".join(paragraphs)).to_json()
        analysed = time.perf_counter()
        for text in paragraphs:
            word_tokenize(text, use_token_normalize=False)
        tokenizing.append(time.perf_counter() - analysed)
        whole.append(analysed - started)
    ratio = statistics.median(a / b for a, b in zip(whole, tokenizing, strict=True))
    print("| what | median ms a document |\n|---|---|")
    print(f"| whole analysis, to JSON | {1000 * statistics.median(whole):.0f} |")
    print(f"| underthesea.word_tokenize alone | {1000 * statistics.median(tokenizing):.0f} |")
    print(f"\nratio {ratio:.2f} over {len(whole)} documents")


if __name__ == "__main__":
    main()
