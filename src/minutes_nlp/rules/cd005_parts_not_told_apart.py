"""CD005: regular and thematic parts are not told apart."""

from __future__ import annotations

from collections.abc import Iterator

from minutes_nlp.model.labels import DocumentKind, SectionLabel, Severity
from minutes_nlp.model.language import Text
from minutes_nlp.model.minutes import CueKind, Minutes, Paragraph
from minutes_nlp.rules.base import Rule
from minutes_nlp.rules.claims import Claim
from minutes_nlp.rules.evidence import might_show, weak_cue, with_cue
from minutes_nlp.rules.thresholds import Thresholds
from minutes_nlp.rules.verdicts import Verdict

_REPORT = (SectionLabel.NEWS, SectionLabel.POLICY_DISSEMINATION, SectionLabel.TASK_REVIEW)
_OPENERS = (SectionLabel.THEMATIC, SectionLabel.FORMALITIES)
_SENTENCE_WORDS = 12
_WHAT = Text("mở đầu phần chuyên đề", "open the thematic part")


class PartsNotToldApart(Rule):
    """Regular and thematic parts share one sitting, and the minutes do not tell them apart.

    **Why it matters.** One part is to follow the other, so that each has its time.

    **What does not count.** The word "chuyên đề" in the title of the minutes.

    **How to record it.** A heading for each part: "A. Sinh hoạt thường kỳ", "B. Chuyên đề".
    """

    code, name, severity = "CD005", "parts-not-told-apart", Severity.WARNING
    claim = Claim.LACKING
    kinds = frozenset({DocumentKind.COMBINED})
    title = Text("Ghép chuyên đề mà không tách phần", "Parts not told apart")
    basis = Text(
        "Sinh hoạt chuyên đề ghép với thường kỳ được tiến hành thành từng phần.",
        "Regular and thematic parts of one sitting follow each other.",
    )
    pattern = Text(
        "Phần thứ nhất, sinh hoạt thường kỳ: [diễn biến phần thường kỳ]. Phần thứ hai, sinh hoạt "
        "chuyên đề: [tên chuyên đề và diễn biến].",
        "First part, regular meeting: [course of the regular part]. Second part, thematic "
        "meeting: [title and course of the thematic part].",
    )
    good = (
        (
            "formalities | BIÊN BẢN SINH HOẠT CHI BỘ THÁNG 9/2026 VÀ CHUYÊN ĐỀ QUÝ III",
            "formalities | PHẦN THỨ NHẤT: SINH HOẠT THƯỜNG KỲ",
            "task_review | Tháng qua cấy xong 42 ha lúa, còn 3 ha thiếu nước.",
            "thematic | PHẦN THỨ HAI: SINH HOẠT CHUYÊN ĐỀ",
            "thematic | Đồng chí Vinh trình bày: Bác dùng lại phong bì, viết mặt sau tờ tin.",
        ),
    )
    bad = (
        (
            "formalities | BIÊN BẢN SINH HOẠT CHI BỘ THÁNG 9/2026, LỒNG CHUYÊN ĐỀ QUÝ III",
            "task_review | Tháng qua cấy xong 42 ha lúa, còn 3 ha thiếu nước.",
            "thematic | Bác dùng lại phong bì, viết mặt sau tờ tin, không phải vì thiếu giấy.",
            "task_review | Thu quỹ chậm, mới được 12 hộ.",
        ),
    )

    def check(self, minutes: Minutes, thresholds: Thresholds) -> Iterator[Verdict]:
        """Yield a finding when no heading opens the thematic part and no words set it apart."""
        part = minutes.section(SectionLabel.THEMATIC, headings=True)
        words = with_cue(_after_title(minutes), CueKind.THEMATIC_PART)
        if not part or any(p.is_heading for p in [*part, *words] if p.section in _OPENERS):
            return
        mixed = _returns_to_report(minutes, thresholds)
        if words and not mixed:
            return
        doubtful = weak_cue(_after_title(minutes), CueKind.THEMATIC_PART)
        if doubtful and not mixed:
            yield self.undecided(might_show(doubtful, _WHAT))
            return
        message = Text(
            "Biên bản ghép sinh hoạt thường kỳ với chuyên đề, chưa thấy tách thành từng phần.",
            "Regular and thematic parts are combined, and nothing tells them apart.",
        )
        yield self.found(message, [paragraph.span() for paragraph in part])


def _after_title(minutes: Minutes) -> list[Paragraph]:
    """Return what follows the letterhead and title, which the first full sentence ends."""
    long = (p.index for p in minutes.paragraphs if p.words >= _SENTENCE_WORDS)
    first = next(long, 0)
    return [p for p in minutes.paragraphs if p.index >= first and "biên bản" not in _lower(p)]


def _lower(paragraph: Paragraph) -> str:
    return paragraph.text.casefold()


def _returns_to_report(minutes: Minutes, thresholds: Thresholds) -> bool:
    """Whether the thematic paper is surely interrupted by the regular report."""
    told = [p.index for p in minutes.section(SectionLabel.THEMATIC)]
    sure = (
        p for p in minutes.section(*_REPORT) if p.probability(p.section) >= 1 - thresholds["doubt"]
    )
    return any(told[0] < p.index < told[-1] for p in sure) if told else False
