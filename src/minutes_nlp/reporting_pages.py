"""Pages in a report: how well each was read, and where on them the evidence stands."""

from __future__ import annotations

from collections.abc import Iterable

from minutes_nlp.model.document import Document, PageWord
from minutes_nlp.model.report import BoxInfo, EvidenceInfo, FindingInfo, PageQualityInfo

_SAME_LINE = 0.5  # least share of the lower of two words that lies beside the other


def lowest_quality(document: Document) -> float | None:
    """Return the quality of the worst recognised page, else what the reader says of the file."""
    known = [page.quality for page in document.pages if page.quality is not None]
    return min(known, default=document.source.quality)


def page_qualities(document: Document, poor: Iterable[int]) -> tuple[PageQualityInfo, ...]:
    """Return how each page was read; ``poor`` are the numbers of those read too badly."""
    numbers = frozenset(poor)
    return tuple(
        PageQualityInfo(
            page=page.number,
            recognised=page.recognised,
            poor=page.number in numbers,
            quality=page.quality,
            confidence=page.confidence,
            ink_covered=page.ink_covered,
            syllable_share=page.syllable_share,
            turned=page.turned,
            skew=page.skew,
        )
        for page in document.pages
    )


class Boxes:
    """Where the words of a document stand on its pages."""

    def __init__(self, document: Document) -> None:
        self._words: dict[int, list[tuple[int, PageWord]]] = {}
        for page, word in document.placed_words():
            self._words.setdefault(word.paragraph, []).append((page, word))

    def of(self, paragraph: int, start: int, end: int) -> tuple[BoxInfo, ...]:
        """Return a box for each line that ``text[start:end]`` of a paragraph covers."""
        boxes: list[BoxInfo] = []
        for page, word in self._words.get(paragraph, ()):
            if word.start < end and start < word.end:
                box = _box(page, word)
                if boxes and _on_one_line(boxes[-1], box):
                    boxes[-1] = _around(boxes[-1], box)
                else:
                    boxes.append(box)
        return tuple(boxes)

    def placed(self, finding: FindingInfo) -> FindingInfo:
        """Return a finding whose evidence says where it stands."""
        if not self._words:
            return finding
        evidence = tuple(self._placed(one) for one in finding.evidence)
        return finding.model_copy(update={"evidence": evidence})

    def _placed(self, one: EvidenceInfo) -> EvidenceInfo:
        return one.model_copy(update={"boxes": self.of(one.paragraph, one.start, one.end)})


def _box(page: int, word: PageWord) -> BoxInfo:
    return BoxInfo(page=page, left=word.left, top=word.top, right=word.right, bottom=word.bottom)


def _on_one_line(before: BoxInfo, box: BoxInfo) -> bool:
    beside = min(before.bottom, box.bottom) - max(before.top, box.top)
    lower = min(before.bottom - before.top, box.bottom - box.top)
    return before.page == box.page and box.left >= before.left and beside > _SAME_LINE * lower


def _around(one: BoxInfo, other: BoxInfo) -> BoxInfo:
    return BoxInfo(
        page=one.page,
        left=min(one.left, other.left),
        top=min(one.top, other.top),
        right=max(one.right, other.right),
        bottom=max(one.bottom, other.bottom),
    )
