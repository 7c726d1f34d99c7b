"""Compare the compiled segmenter with ``word_tokenize`` on made-up strings.

``python scripts/fuzz_tokenizer.py --count 1000000 --seed 1`` prints how many strings differed
(none may) and how many were left to the reference; exit code 1 if any differed.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random

from underthesea.pipeline.word_tokenize import word_tokenize

from minutes_nlp.corpus.records import read_records
from minutes_nlp.nlp.compiled_segmenter import CompiledSegmenter
from minutes_nlp.nlp.compiled_segmenter_tables import load_tables

ROOT = Path(__file__).resolve().parent.parent
BATCH = 500
MEMO_LIMIT = 100_000
"""Small, so that forgetting is tried too."""

SPACES = [" "] * 30 + ["  ", "\t", "\n", "\xa0", "\u3000", "\u2028", "\x1f", " \n", "\r\n", "\x85"]
PIECES = """\
. , ; : ! ? ( ) [ ] { } < > " ' “ ” ‘ ’ « » - – — … / \\ | @ # $ % ^ & * _ + = ~ ` ° × ÷ ʺ ‿ ♥
... -- -> => ==> >> :D :DD :) :)) =)) <3 v.v. v.v... °C T.Ư Tp. Th.S Mr. e-mail NĐ-CP A. AB. Đ.
H'Mông Th S s Ths ThS. ß \u0301 BOS EOS True ð Ðảng Σ ς
http:// https:// ftp: www. .vn .com/ a.b@c.d x-y.org (a(b)c)
0 7 15 2024 05 1. 2) 1.234,5 60.542.000 20/8/2024 02-03-2014 14h30 10:20:50 43H-0530 4K 3x4 5-10
03-573-2357 ٣ ² +5 2147483648"""
SIGNS = PIECES.split()
BLOCKS = [
    *((0x20, 0x7E), (0xA0, 0x24F), (0x250, 0x2FF), (0x300, 0x36F), (0x370, 0x52F), (0x590, 0x6FF)),
    *((0x900, 0xDFF), (0xE00, 0xEFF), (0x10A0, 0x13FF), (0x1C80, 0x1CFF), (0x1D00, 0x1FFF)),
    *((0x2000, 0x2BFF), (0x2C00, 0x2DFF), (0x3000, 0x30FF), (0x4E00, 0x4FFF), (0xA640, 0xA7FF)),
    *((0xAB30, 0xABFF), (0xAC00, 0xACFF), (0xFB00, 0xFFFD), (0x10400, 0x104FF), (0x1E900, 0x1E95F)),
    *((0x1F300, 0x1FAFF), (0x0, 0x1F), (0x7F, 0x9F)),
]


class Maker:
    """Makes strings from pieces of many kinds.

    Args:
        random: the source of chance.
        chunks: white-space chunks of real text.
    """

    def __init__(self, random: Random, chunks: list[str]) -> None:
        self._random, self._chunks = random, chunks
        self._syllables = sorted({chunk for chunk in chunks if chunk.isalpha()})
        self._kinds: list[Callable[[], str]] = [
            *[lambda: random.choice(self._chunks)] * 6,
            *[lambda: random.choice(self._syllables)] * 4,
            lambda: random.choice(self._syllables).title(),
            lambda: random.choice(self._syllables).upper(),
            *[lambda: random.choice(SIGNS) * random.choice((1, 1, 1, 2, 5))] * 4,
            self._letters,
        ]

    def __call__(self) -> str:
        """Return the next string: 1 to 30 pieces, often parted by white space."""
        glue = self._random.choice((0.02, 0.02, 0.2, 0.6))
        pieces: list[str] = []
        for _ in range(self._random.choice((1, 2, 3, 5, 8, 12, 20, 30))):
            pieces.append(self._random.choice(self._kinds)())
            if self._random.random() > glue:
                pieces.append(self._random.choice(SPACES))
        return "".join(pieces if self._random.random() < 0.3 else pieces[:-1])

    def _letters(self) -> str:
        first, last = self._random.choice(BLOCKS)
        count = self._random.choice((1, 1, 2, 4))
        return "".join(chr(self._random.randint(first, last)) for _ in range(count))


def fuzz(count: int, seed: int, show: int = 5) -> tuple[int, int]:
    """Try ``count`` strings; print the first that differ.

    Returns:
        How many differed, and how many the compiled segmenter left to the reference.
    """
    texts = [p.text for record in read_records(ROOT / "corpora") for p in record.paragraphs]
    make = Maker(Random(seed), sorted({chunk for text in texts for chunk in text.split()}))
    segmenter = CompiledSegmenter(load_tables(), memo_limit=MEMO_LIMIT)
    different = undecided = 0
    for start in range(0, count, BATCH):
        strings = [make() for _ in range(min(BATCH, count - start))]
        for string, words in zip(strings, segmenter.words(strings), strict=True):
            if words is None:
                undecided += 1
            elif words != (expected := word_tokenize(string, use_token_normalize=False)):
                different += 1
                if different <= show:
                    print(f"{string!r}\n  compiled  {words}\n  reference {expected}")
    return different, undecided


def main() -> int:
    """Run the command; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    different, undecided = fuzz(arguments.count, arguments.seed)
    share = 100 * undecided / arguments.count
    print(f"{arguments.count} strings, {different} differ, {undecided} undecided ({share:.3f} %)")
    return int(bool(different))


if __name__ == "__main__":
    sys.exit(main())
