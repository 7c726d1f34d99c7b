"""How many split syllables are joined again, and how many spaces go that should stay.

Syllables are split as text layers of PDF files do it: before or after a letter with marks, or on
both sides of it.  Clean text is the whole corpus; for the rest, ``--every 10`` takes every
tenth paragraph.
"""

from __future__ import annotations

import argparse
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from random import Random

from minutes_nlp.corpus.records import read_records
from minutes_nlp.readers.letters.split_syllables import join_split_syllables

ROOT = Path(__file__).resolve().parent.parent
SHARES = (1.0, 0.5, 0.2, 0.05)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=int, default=5)
    every = parser.parse_args().every
    texts = [
        unicodedata.normalize("NFC", paragraph.text)
        for record in read_records(ROOT / "corpora")
        for paragraph in record.paragraphs
    ]
    for broken in (False, True):
        changed = sum(join_split_syllables(text, broken=broken).text != text for text in texts)
        known = "known to be broken" if broken else "not known to be"
        print(f"clean text, {known}: {changed} of {len(texts)} paragraphs changed", flush=True)
    print("\n| syllables split | document known to be broken | spaces | recall | precision |")
    print("|---|---|---|---|---|")
    for share in SHARES:
        for broken in (False, True):
            _print_row(texts[::every], share, broken)


def _print_row(texts: list[str], share: float, broken: bool) -> None:
    chance = Random(4)
    wrong = joined = put_in = 0
    for text in texts:
        split = " ".join(_split(text, share, chance))
        result = join_split_syllables(split, broken=broken).text
        meant, before, after = _spaces(text), _spaces(split), _spaces(result)
        put_in += len(before - meant)
        joined += len(before - meant - after)
        wrong += len(meant - after)
    precision = joined / max(1, joined + wrong)
    cells = f"{put_in} | {joined / put_in:.4f} | {precision:.4f}"
    print(f"| {share:.0%} | {'yes' if broken else 'no'} | {cells} |", flush=True)


def _split(text: str, share: float, chance: Random) -> Iterator[str]:
    for word in text.split(" "):
        marked = [i for i, char in enumerate(word) if char.isalpha() and not char.isascii()]
        if not marked or chance.random() >= share:
            yield word
            continue
        at = chance.choice(marked)
        cuts = [
            cut
            for cut in chance.choice([(at,), (at + 1,), (at, at + 1)])
            if 0 < cut < len(word) and word[cut - 1].isalpha() and word[cut].isalpha()
        ]
        ends = zip([0, *cuts], [*cuts, len(word)], strict=True)
        yield " ".join(word[start:end] for start, end in ends)


def _spaces(text: str) -> set[int]:
    """Return how many other characters stand before each space."""
    found: set[int] = set()
    count = 0
    for char in text:
        if char == " ":
            found.add(count)
        else:
            count += 1
    return found


if __name__ == "__main__":
    main()
