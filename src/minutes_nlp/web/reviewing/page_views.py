"""The pages of a scan or a PDF: how well each was read, and what is marked on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from minutes_nlp.model.document import Document
from minutes_nlp.model.report import BoxInfo, FindingInfo, NearestInfo, PageQualityInfo, Report
from minutes_nlp.renderers.overview import ranges
from minutes_nlp.renderers.scan_notice import poor_pages
from minutes_nlp.reporting_pages import Boxes
from minutes_nlp.web.reviewing.phrases import ReviewPhrases

_GOOD: Final = 0.9  # from here a page counts as read well
_MARGIN: Final = (
    0.004  # of the page's height, around the words, so that the frame does not cut them
)

Standing = Literal["good", "fair", "poor", "blank", "typed"]


@dataclass(frozen=True, slots=True)
class Box:
    """A frame on a page, in the page's own units.

    ``number`` is that of its finding, ``paragraph`` the index of the paragraph that it is in.
    """

    number: int
    paragraph: int
    nearest: bool
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class PageView:
    """A page; ``quality`` says in words how it was read, ``figures`` with which measures."""

    number: int
    width: int
    height: int
    standing: Standing
    quality: str
    figures: str
    boxes: tuple[Box, ...]


def page_views(
    document: Document, report: Report, findings: Sequence[FindingInfo], t: ReviewPhrases
) -> tuple[PageView, ...]:
    """Return the pages of ``document``; none for a typed file.

    Args:
        document: what was read.
        report: of it.
        findings: in the order in which they are numbered, from 1.
        t: the words.
    """
    marked = list(_marked(document, findings))
    read = {one.page: one for one in report.source.page_quality}
    views: list[PageView] = []
    for page in document.pages:
        info = read.get(page.number, PageQualityInfo(page=page.number))
        standing = _standing(info)
        boxes = [
            _box(mark, page.width, page.height) for mark in marked if mark.box.page == page.number
        ]
        views.append(
            PageView(
                number=page.number,
                width=page.width,
                height=page.height,
                standing=standing,
                quality=t(f"page_{standing}"),
                figures=" · ".join(_figures(info, t)),
                boxes=tuple(boxes),
            )
        )
    return tuple(views)


def reading_summary(report: Report, t: ReviewPhrases) -> str | None:
    """Say in one line how the pages were read; ``None`` where nothing was recognised."""
    recognised = [one for one in report.source.page_quality if one.recognised]
    poor = poor_pages(report)
    if not recognised:
        return None
    if not poor:
        return t("pages_good", n=len(recognised))
    return t("pages_poor", poor=len(poor), n=len(recognised), pages=ranges(poor))


@dataclass(frozen=True, slots=True)
class _Mark:
    number: int
    paragraph: int
    nearest: bool
    box: BoxInfo


def _marked(document: Document, findings: Sequence[FindingInfo]) -> Iterator[_Mark]:
    places = Boxes(document)
    texts = [one.text.strip() for one in document.paragraphs if one.text.strip()]
    for number, finding in enumerate(findings, start=1):
        for one in finding.evidence:
            for box in one.boxes:
                yield _Mark(number, one.paragraph, False, box)
        for near in finding.nearest:
            for box in places.of(near.paragraph, *_stretch(near, texts)):
                yield _Mark(number, near.paragraph, True, box)


def _stretch(near: NearestInfo, texts: Sequence[str]) -> tuple[int, int]:
    """Return where the words of a passage stand in its paragraph: the whole of it, if unsure."""
    text = texts[near.paragraph] if near.paragraph < len(texts) else ""
    start = text.find(near.text)
    return (start, start + len(near.text)) if start >= 0 else (0, len(text))


def _standing(info: PageQualityInfo) -> Standing:
    if info.poor:
        return "poor"
    if not info.recognised:
        return "typed"
    if info.quality is None:
        return "blank"
    return "good" if info.quality >= _GOOD else "fair"


def _figures(info: PageQualityInfo, t: ReviewPhrases) -> Iterator[str]:
    measures = {
        "figure_quality": info.quality,
        "figure_confidence": info.confidence,
        "figure_ink": info.ink_covered,
        "figure_syllables": info.syllable_share,
    }
    for key, share in measures.items():
        if share is not None:
            yield t(key, n=int(share * 100))  # rounded down: never better than it is


def _box(mark: _Mark, width: int, height: int) -> Box:
    margin, box = _MARGIN * height, mark.box
    return Box(
        number=mark.number,
        paragraph=mark.paragraph,
        nearest=mark.nearest,
        x=round(box.left * width - margin, 1),
        y=round(box.top * height - margin, 1),
        width=round((box.right - box.left) * width + 2 * margin, 1),
        height=round((box.bottom - box.top) * height + 2 * margin, 1),
    )
