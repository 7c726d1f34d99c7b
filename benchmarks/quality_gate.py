"""How well the quality gate tells pages that cannot be relied on from those that can.

python benchmarks/quality_gate.py --cache FOLDER          # both halves; recognises what is not kept
python benchmarks/quality_gate.py --cache FOLDER --fit    # fit confidence on the tuning half

A page whose character error rate is over 5 % should be gated, any other not; of pure noise, which
says nothing, every page should be.  The constants of
``minutes_nlp.model.page_quality`` were fitted on the half "tuning"; the other half shares neither
documents nor conditions with it.  About 230 pages are recognised, 2 to 3 CPU seconds each.
"""

from __future__ import annotations

import argparse
import difflib
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from statistics import fmean

import numpy as np
from gate_readings import POOR, Reading, readings

from minutes_nlp.model.page_quality import doubtful_share
from minutes_nlp.rules import load_profile

_BORDER = (0.03, 0.08)
_SURE = 0.96
_FITTED_TO = 0.13
"""Pages with more errors than that would outweigh those near the limit."""
_COVERED = 0.9
_OUT_OF_ORDER = ("lines dropped", "table")


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cache", type=Path, required=True, help="folder of recognised pages")
    parser.add_argument("--fit", action="store_true", help="print fitted constants and stop")
    chosen = parser.parse_args()
    chosen.cache.mkdir(parents=True, exist_ok=True)
    if chosen.fit:
        _fit(list(readings("tuning", chosen.cache)))
        return
    least = load_profile("hd42-2025").thresholds["HT007"]["quality"]
    for half in ("tuning", "reporting"):
        pages = list(readings(half, chosen.cache))
        print(f"## {half}: {len(pages)} pages\n")
        _summary(pages, least)
        _by_kind(pages, least)
        _figures(pages, least)


def is_poor(page: Reading) -> bool:
    """Whether the gate should call the page poor."""
    return page.error_rate > POOR or page.kind == "noise"


def is_gated(page: Reading, least: float) -> bool:
    """Whether the gate calls the page poor."""
    quality = page.judged().quality
    return quality is not None and quality < least


def _summary(pages: Sequence[Reading], least: float) -> None:
    print("| pages | gated | share |\n|---|---|---|")
    near = [p for p in pages if _BORDER[0] < p.error_rate <= _BORDER[1]]
    far = [p for p in pages if p not in near]
    for name, chosen in (("all", pages), ("3 to 8 %", near), ("all others", far)):
        for poor in (True, False):
            these = [page for page in chosen if is_poor(page) is poor]
            gated = sum(is_gated(page, least) for page in these)
            what = "error rate over 5 %" if poor else "error rate up to 5 %"
            share = f"{gated / len(these):.1%}" if these else "-"
            print(f"| {name}: {what} | {gated} of {len(these)} | {share} |")
    print()


def _by_kind(pages: Iterable[Reading], least: float) -> None:
    kinds: dict[str, list[Reading]] = defaultdict(list)
    for page in pages:
        kinds[page.kind].append(page)
    print("| kind | pages | over 5 % | gated | missed | false alarms | error rate | quality |")
    print("|---|---|---|---|---|---|---|---|")
    for kind, these in kinds.items():
        poor = [page for page in these if is_poor(page)]
        gated = [page for page in these if is_gated(page, least)]
        missed = sum(page not in gated for page in poor)
        false = sum(page not in poor for page in gated)
        rates = _range([page.error_rate for page in these])
        known = [q for page in these if (q := page.judged().quality) is not None]
        row = (kind, len(these), len(poor), len(gated), missed, false, rates, _range(known))
        print("| " + " | ".join(map(str, row)) + " |")
    print()


def _range(values: Sequence[float]) -> str:
    return f"{min(values):.3f}-{max(values):.3f}" if values else "none"


def _figures(pages: Iterable[Reading], least: float) -> None:
    """Print how many words with a digit were misread on good pages, by their confidence."""
    counts: dict[str, list[int]] = {"under 0.7": [0, 0], "0.7 to 0.9": [0, 0], "over 0.9": [0, 0]}
    for page in pages:
        if page.kind in _OUT_OF_ORDER or is_gated(page, least):
            continue
        right = _right_words(page)
        on_line = Counter(word.line for word in page.words)
        for number, word in enumerate(page.words):
            # A figure alone on its line is the number of the page.
            if any(char.isdigit() for char in word.text) and on_line[word.line] > 1:
                sure = word.confidence
                key = "under 0.7" if sure < 0.7 else "0.7 to 0.9" if sure < 0.9 else "over 0.9"
                counts[key][0] += 1
                counts[key][1] += number not in right
    print("| confidence of a word with a digit, pages let through | words | misread |")
    print("|---|---|---|")
    for key, (words, wrong) in counts.items():
        print(f"| {key} | {words} | {wrong} ({wrong / max(1, words):.1%}) |")
    print()


def _right_words(page: Reading) -> set[int]:
    """Return the places of words that read as printed; of figures only the digits matter."""
    printed = [_digits(word) for word in page.truth.split()]
    read = [_digits(word.text) for word in page.words]
    matcher = difflib.SequenceMatcher(None, printed, read, autojunk=False)
    return {b + n for _, b, size in matcher.get_matching_blocks() for n in range(size)}


def _digits(word: str) -> str:
    return "".join(char for char in word if char.isdigit()) or word


def _fit(pages: Sequence[Reading]) -> None:
    """Print what predicts the errors not due to uncovered ink: mean doubt and doubtful letters."""
    fitted = [
        page for page in pages if page.words and page.error_rate < _FITTED_TO and _is_print(page)
    ]
    measures = np.array([_measures(page) for page in fitted])
    errors = np.array([page.error_rate - (1 - page.ink) for page in fitted])
    factors = np.linalg.lstsq(measures, errors)[0]
    left = errors - measures @ factors
    print(
        f"{len(fitted)} pages: errors per doubt {factors[0]:.2f}, per doubtful letter "
        f"{factors[1]:.2f}, standard error {left.std():.4f}"
    )


def _measures(page: Reading) -> tuple[float, float]:
    """Return how far mean confidence is under that of a faultless page, and doubtful letters."""
    mean = fmean(word.confidence for word in page.words)
    doubtful = doubtful_share((word.text, word.confidence) for word in page.words)
    return max(0.0, _SURE - mean), doubtful


def _is_print(page: Reading) -> bool:
    return page.ink > _COVERED and page.kind not in {"english", "seal", "photograph", "table"}


if __name__ == "__main__":
    main()
