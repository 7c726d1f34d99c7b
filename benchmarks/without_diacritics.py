"""What becomes of minutes that are typed without any diacritics.

Thirty documents of the corpus, evenly spread, as plain text files; prints how many are still
taken for minutes, with what confidence, and what the checks say, before and after.
"""

from __future__ import annotations

import tempfile
import unicodedata
from collections import Counter
from pathlib import Path
from statistics import median

import minutes_nlp
from minutes_nlp.corpus.records import read_records

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = 30


def main() -> None:
    """Print the table."""
    records = [record for record in read_records(ROOT / "corpora") if record.is_minutes]
    chosen = records[:: len(records) // DOCUMENTS][:DOCUMENTS]
    print("| text | documents | minutes | HT000 | confidence | findings | undecided |")
    print("|---|---|---|---|---|---|---|")
    for name in ("as typed", "without diacritics"):
        counts: Counter[str] = Counter()
        confidence: list[float] = []
        for record in chosen:
            text = "\n".join(paragraph.text for paragraph in record.paragraphs)
            report = _report(_bare(text) if name == "without diacritics" else text)
            confidence.append(report.document_type.confidence if report.document_type else 0.0)
            is_other = any(finding.code == "HT000" for finding in report.findings)
            counts["HT000"] += is_other
            counts["minutes"] += not is_other
            counts["findings"] += len(report.findings)
            counts["undecided"] += len(report.undecided)
        numbers = f"{len(chosen)} | {counts['minutes']} | {counts['HT000']}"
        doubt = f"{median(confidence):.2f} | {counts['findings']} | {counts['undecided']}"
        print(f"| {name} | {numbers} | {doubt} |")


def _report(text: str) -> minutes_nlp.Report:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "minutes.txt"
        path.write_text(text, encoding="utf-8")
        return minutes_nlp.analyze(path)


def _bare(text: str) -> str:
    letters = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(char for char in letters if not unicodedata.combining(char))


if __name__ == "__main__":
    main()
