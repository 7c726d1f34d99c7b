"""HT007: pages of a scan that were read too badly to judge."""

from __future__ import annotations

from collections.abc import Iterator

from minutes_nlp.model.labels import DocumentKind, Severity
from minutes_nlp.model.language import Text
from minutes_nlp.model.minutes import Minutes
from minutes_nlp.model.page_quality import Measure, expected_errors
from minutes_nlp.model.recognition import PageReading
from minutes_nlp.rules.base import Rule
from minutes_nlp.rules.claims import Claim
from minutes_nlp.rules.thresholds import Thresholds
from minutes_nlp.rules.verdicts import Verdict

_NO_WORD = Text(
    "có nét chữ nhưng máy không đọc được chữ nào (chữ viết tay, hoặc ảnh quá mờ)",
    "there is writing, and no word of it could be read (handwriting, or too faint)",
)
_WHY = {
    Measure.CONFIDENCE: Text(
        "chữ nhận ra không chắc (mờ, nhòe, nghiêng, hoặc viết tay)",
        "the words are not certain (faint, blurred, crooked, or handwritten)",
    ),
    Measure.INK: Text(
        "nhiều chỗ có chữ mà máy bỏ sót, không đọc được",
        "much of the writing was passed over",
    ),
    Measure.SYLLABLES: Text(
        "nhiều từ đọc ra không phải tiếng Việt",
        "many of the words that were read are not Vietnamese",
    ),
}
_CURE = Text(
    "Những gì chưa thấy ghi có thể nằm ở đó, nên các điểm liên quan để ngỏ. Nên quét lại ở "
    "300 dpi, đặt thẳng, đủ sáng; hoặc đọc bằng mắt nếu là chữ viết tay.",
    "What was not found may stand there, so the checks concerned are left open. Scan again "
    "at 300 dpi, straight and in good light; or read by eye if it is handwriting.",
)


class PoorScan(Rule):
    """A page of the scan was recognised too badly to say what the minutes record.

    **Why it matters.** What is not found may stand on that page, and what is found there may be
    misread. Checks on something missing are therefore undecided, not passed and not failed.

    **What does not count.** Blank backs; photographs, seals and signatures on a page whose text
    is legible; files with a text of their own.

    **How to record it.** Scan at 300 dpi, straight, in even light, or hand in the typed file.
    """

    code, name, severity = "HT007", "poor-scan", Severity.WARNING
    claim = Claim.READING
    kinds = frozenset(DocumentKind)
    title = Text("Bản quét chất lượng thấp", "Poor scan")
    basis = Text(
        "Chỉ kết luận trên chữ đọc được chắc chắn; ngưỡng theo cấu hình.",
        "Only what was read with certainty is judged; the threshold is configured.",
    )
    pattern = Text(
        "Quét hoặc chụp lại [trang nào]: đặt thẳng, đủ sáng, rõ từng chữ; hoặc dùng [tệp đánh máy "
        "của biên bản].",
        "Scan or photograph again [which page]: straight, in good light, every letter clear; or "
        "use [the typed file of the minutes].",
    )
    good = ()
    bad = ()

    def check(self, minutes: Minutes, thresholds: Thresholds) -> Iterator[Verdict]:
        """Yield one finding that names the poor pages, and what is poor about each."""
        recognition = minutes.recognition
        poor = recognition.poor_pages(thresholds["quality"]) if recognition else ()
        if poor:
            pages: dict[Text, list[str]] = {}
            for page in poor:
                pages.setdefault(_reason(page), []).append(str(page.number))
            named = [(", ".join(numbers), why) for why, numbers in pages.items()]
            vi = "; ".join(f"trang {numbers}: {why.vi}" for numbers, why in named)
            en = "; ".join(f"page {numbers}: {why.en}" for numbers, why in named)
            message = Text(
                f"Bản quét có trang máy đọc không đủ rõ ({vi}). {_CURE.vi}",
                f"The scan has pages that could not be read well ({en}). {_CURE.en}",
            )
            yield self.found(message)


def _reason(page: PageReading) -> Text:
    """Return what is poorest about a page."""
    measures = (page.confidence, page.ink_covered, page.syllable_share)
    if page.confidence is None:
        return _NO_WORD
    confidence, ink, syllables = (0.0 if value is None else value for value in measures)
    return _WHY[next(iter(expected_errors(confidence, ink, syllables)))]
