"""What a .docx with comments holds, read with nothing of the program's own."""

from __future__ import annotations

import io
import unicodedata
import zipfile
from typing import Any

from lxml import etree

from minutes_nlp.model.labels import SectionLabel, Severity
from minutes_nlp.model.report import (
    EvidenceInfo,
    FindingInfo,
    NearestInfo,
    ParagraphInfo,
    ProducedBy,
    Report,
    SourceInfo,
)

_LEFT_OUT = {"delText", "instrText"}


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def local(element: Any) -> str:
    return str(etree.QName(element).localname)


def comments_of(data: bytes) -> dict[str, tuple[str, str]]:
    """Author and text, lines joined by line ends, by id."""
    stored = parts_of(data).get("word/comments.xml")
    found: dict[str, tuple[str, str]] = {}
    for comment in () if stored is None else etree.fromstring(stored):
        lines = ["".join(p.itertext()) for p in comment.iter("{*}p")]
        found[_get(comment, "id")] = (_get(comment, "author"), "\n".join(lines))
    return found


def anchored(data: bytes) -> dict[str, str]:
    """The text (w:t alone) between the marks of every comment, by id."""
    open_ones: dict[str, list[str]] = {}
    closed: dict[str, str] = {}
    referred: list[str] = []
    for element in etree.fromstring(parts_of(data)["word/document.xml"]).iter():
        name = local(element)
        if name == "commentRangeStart":
            open_ones[_get(element, "id")] = []
        elif name == "commentRangeEnd":
            closed[_get(element, "id")] = "".join(open_ones.pop(_get(element, "id")))
        elif name == "commentReference":
            referred.append(_get(element, "id"))
        elif name == "t":
            for words in open_ones.values():
                words.append(element.text or "")
    assert not open_ones
    assert sorted(referred) == sorted(closed) == sorted(comments_of(data))
    return closed


def bare(text: str) -> str:
    """Letters alone, composed."""
    return "".join(unicodedata.normalize("NFC", text).replace("\xad", "").split())


def evidence(texts: list[str], paragraph: int, start: int, end: int) -> EvidenceInfo:
    words = texts[paragraph][start:end]
    return EvidenceInfo(paragraph=paragraph, start=start, end=end, text=words)


def quoted(texts: list[str], words: str) -> EvidenceInfo:
    paragraph = next(index for index, text in enumerate(texts) if words in text)
    start = texts[paragraph].index(words)
    return evidence(texts, paragraph, start, start + len(words))


def finding(
    *found: EvidenceInfo, code: str = "KL001", nearest: tuple[NearestInfo, ...] = ()
) -> FindingInfo:
    return FindingInfo(
        code=code,
        name="x",
        title="Thiếu kết luận",
        severity=Severity.ERROR,
        message="Chưa thấy kết luận.",
        evidence=found,
        nearest=nearest,
        basis="Hướng dẫn 42.",
        pattern="Chủ trì kết luận: [việc gì].",
        searched=None if found else "toàn văn",
    )


def report_on(texts: list[str], *findings: FindingInfo) -> Report:
    return Report(
        source=SourceInfo(name="x.docx"),
        produced_by=ProducedBy(minutes_nlp="0"),
        paragraphs=tuple(
            ParagraphInfo(index=index, text=text, section=SectionLabel.NEWS, confidence=1)
            for index, text in enumerate(texts)
        ),
        findings=findings,
    )


def _get(element: Any, name: str) -> str:
    return str(element.get(element.tag.rpartition("}")[0] + "}" + name))
