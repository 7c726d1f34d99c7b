"""What a finding is known by from one reading of the minutes to the next."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from hashlib import sha256
from typing import Final

from minutes_nlp.model.report import FindingInfo

LENGTH: Final = 16
"""Hexadecimal digits of a fingerprint."""

_WORD: Final = re.compile(r"\w+")
_MARKS: Final = dict.fromkeys(range(0x300, 0x370)) | {ord("đ"): "d", ord("_"): " "}


def with_fingerprints(findings: Iterable[FindingInfo]) -> tuple[FindingInfo, ...]:
    """Return the findings, each with a fingerprint that no other of them has.

    It is made of the check and the quoted words, not of their place nor of the message: it stays
    when paragraphs are added elsewhere, when the quoted words are typed with other capitals,
    tones, spaces or punctuation, and in another language of the report.
    """
    seen: Counter[str] = Counter()
    marked: list[FindingInfo] = []
    for finding in findings:
        key = "\n".join((finding.code, *sorted(set(_passages(finding)))))
        again = f"\n{seen[key]}" if seen[key] else ""
        seen[key] += 1
        fingerprint = sha256((key + again).encode()).hexdigest()[:LENGTH]
        marked.append(finding.model_copy(update={"fingerprint": fingerprint}))
    return tuple(marked)


def evidence_words(finding: FindingInfo) -> Counter[str]:
    """Return how often each folded word stands in the quoted passages."""
    return Counter(word for passage in _passages(finding) for word in passage.split())


def _passages(finding: FindingInfo) -> list[str]:
    return [" ".join(_WORD.findall(_fold(one.text))) for one in finding.evidence]


def _fold(text: str) -> str:
    folded = unicodedata.normalize("NFD", text.casefold()).translate(_MARKS)
    return folded.encode(errors="replace").decode()  # a lone surrogate cannot be hashed
