"""Compare section taggers on voices that they have not seen.

python scripts/compare_models.py                # all, into models/comparison.json and 0003
python scripts/compare_models.py --only crf     # this one and the one in use, printed only
python scripts/compare_models.py --check        # exit 1 when 0003 is out of date

Everything but ``--check`` needs the extra ``comparison``.  Each tagger's two numbers of
calibration are fitted on the held-out scores of the other folds.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
FIGURES = ROOT / "models" / "comparison.json"
PAGE = ROOT / "docs" / "decisions" / "0003-section-tagger.md"
BEGIN, END = "<!-- comparison: begin -->", "<!-- comparison: end -->"


def compare_all(only: list[str], folds: int, seed: int) -> dict[str, Any]:
    """Return the content of ``models/comparison.json``, of all taggers or of some."""
    from minutes_nlp.corpus.records import read_records
    from minutes_nlp.learning.comparison.candidates import CANDIDATES, TODAY
    from minutes_nlp.learning.comparison.dataset import read_dataset
    from minutes_nlp.learning.comparison.running import compare
    from minutes_nlp.learning.train_model import corpus_hash
    from minutes_nlp.nlp.model_files import FEATURE_SCHEME

    unknown = sorted(set(only) - set(CANDIDATES))
    if unknown:
        raise SystemExit(f"unknown: {', '.join(unknown)}; there are {', '.join(CANDIDATES)}")
    corpora = ROOT / "corpora"
    dataset = read_dataset(read_records(corpora))
    say(f"features of {len(dataset.voices)} documents: {time.process_time():.0f} s")
    chosen = {n: c for n, c in CANDIDATES.items() if not only or n in only or n == TODAY}
    makers = {name: make for name, (_, make) in chosen.items()}
    measured = compare(dataset, makers, TODAY, folds=folds, seed=seed, progress=say)
    return {
        "corpus_sha256": corpus_hash(corpora),
        "feature_scheme": FEATURE_SCHEME,
        "documents": int((~dataset.variant).sum()),
        "paragraphs": int(dataset.lengths[~dataset.variant].sum()),
        "voices": len(set(dataset.voices)),
        "folds": folds,
        "seed": seed,
        "cpu_seconds": round(time.process_time()),
        "taggers": {name: {"what": chosen[name][0], **row} for name, row in measured.items()},
    }


def say(line: str) -> None:
    """Tell how far the comparison is."""
    print(line, file=sys.stderr, flush=True)


def fresh_page(page: str, comparison: dict[str, Any]) -> str:
    """Return the page with the table between its marks."""
    from minutes_nlp.learning.comparison.table import table

    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n{table(comparison)}\n{END}{after}"


def main(arguments: list[str]) -> int:
    """Compare and write, or check the page; return 1 when it is not up to date."""
    parser = argparse.ArgumentParser(description="Compare section taggers on unseen voices.")
    parser.add_argument("--only", action="append", default=[], metavar="NAME")
    parser.add_argument("--folds", type=int, default=6)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args(arguments)
    if options.check:
        page = PAGE.read_text(encoding="utf-8")
        comparison = json.loads(FIGURES.read_text(encoding="utf-8"))
        if fresh_page(page, comparison) == page:
            return 0
        print(f"{PAGE.name} is not up to date: run scripts/compare_models.py")
        return 1
    comparison = compare_all(options.only, options.folds, options.seed)
    if options.only:
        print(json.dumps(comparison, indent=2))
        return 0
    text = json.dumps(comparison, ensure_ascii=False, indent=2) + "\n"
    FIGURES.write_text(text, encoding="utf-8")
    page = fresh_page(PAGE.read_text(encoding="utf-8"), comparison)
    PAGE.write_text(page, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
