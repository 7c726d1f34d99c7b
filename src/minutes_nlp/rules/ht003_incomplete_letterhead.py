"""HT003: party title, cell's name or date is missing."""

from __future__ import annotations

from collections.abc import Iterator

from minutes_nlp.model.labels import Severity
from minutes_nlp.model.language import Text
from minutes_nlp.model.minutes import CueKind, Minutes, Paragraph
from minutes_nlp.rules.base import Rule
from minutes_nlp.rules.claims import Claim
from minutes_nlp.rules.evidence import might_show, weak_cue, with_cue
from minutes_nlp.rules.thresholds import Thresholds
from minutes_nlp.rules.traces import cell_in_opening, day_in_opening
from minutes_nlp.rules.verdicts import Verdict

_PARTY = Text("tiêu đề “ĐẢNG CỘNG SẢN VIỆT NAM”", "the title “ĐẢNG CỘNG SẢN VIỆT NAM”")
_CELL = Text("tên chi bộ", "the name of the cell")
_DATE = Text("ngày, tháng, năm", "the date")
_PARTY_NAME = "đảng cộng sản việt nam"
_SEARCHED = Text("phần đầu biên bản", "the head of the minutes")


class IncompleteLetterhead(Rule):
    """The party title, the cell's name or the date of the meeting is missing.

    **Why it matters.** They tell whose minutes these are and of which day.

    **What does not count.** Number, place and star are no matter; the day may stand in the text.

    **How to record it.** Party title at the top right, the cell at the top left, the day in the
    opening sentence.
    """

    code, name, severity = "HT003", "incomplete-letterhead", Severity.INFO
    claim = Claim.UNFILLED
    title = Text("Thể thức", "Letterhead incomplete")
    basis = Text(
        "Thể thức văn bản của Đảng: tiêu đề, tên chi bộ, ngày tháng.",
        "Form of party documents: title, name of the cell, date.",
    )
    pattern = Text(
        "Đầu trang, bên trái: [tên đảng ủy cấp trên], [tên chi bộ]; bên phải: ĐẢNG CỘNG SẢN VIỆT "
        "NAM. Câu mở đầu: Hôm nay, [ngày, tháng, năm họp], [tên chi bộ] họp.",
        "At the top, on the left: [name of the superior committee], [name of the cell]; on the "
        "right: ĐẢNG CỘNG SẢN VIỆT NAM. Opening: today, [date of the meeting], [name of the cell] "
        "meets.",
    )
    good = (
        (
            "formalities | ĐẢNG BỘ XÃ AN LÂM",
            "formalities | CHI BỘ THÔN ĐÔNG",
            "formalities | ĐẢNG CỘNG SẢN VIỆT NAM",
            "formalities | An Lâm, ngày 05 tháng 7 năm 2026",
            "formalities | BIÊN BẢN SINH HOẠT CHI BỘ THÁNG 7 NĂM 2026",
        ),
        (
            "formalities | ĐẢNG BỘ XÃ AN LÂM CHI BỘ THÔN ĐÔNG * | ĐẢNG CỘNG SẢN VIỆT NAM",
            "formalities | An Lâm, ngày 05 tháng 7 năm 2026",
            "formalities | BIÊN BẢN",
        ),
    )
    bad = (
        (
            "formalities | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "formalities | Độc lập - Tự do - Hạnh phúc",
            "formalities | CHI BỘ THÔN ĐÔNG",
            "formalities | BIÊN BẢN SINH HOẠT CHI BỘ THÁNG 7 NĂM 2026",
            "formalities | Hôm nay, vào hồi 19 giờ 30 phút ngày 05/7/2026, Chi bộ thôn Đông họp.",
        ),
    )

    def check(self, minutes: Minutes, thresholds: Thresholds) -> Iterator[Verdict]:
        """Yield one finding on all that is surely missing, else one doubt."""
        lacking: list[Text] = []
        doubts: list[tuple[Paragraph, Text]] = []
        for what, known, trace in _parts(minutes):
            if known:
                continue
            if trace:
                doubts.append((trace, what))
            else:
                lacking.append(what)
        if lacking:
            vi, en = ", ".join(w.vi for w in lacking), ", ".join(w.en for w in lacking)
            message = Text(f"Chưa thấy ở phần đầu biên bản: {vi}.", f"Missing at the head: {en}.")
            yield self.missing(message, _SEARCHED)
        elif doubts:
            trace, what = doubts[0]
            yield self.undecided(might_show(trace, Text(f"ghi {what.vi}", f"state {what.en}")))


def _parts(minutes: Minutes) -> Iterator[tuple[Text, bool, Paragraph | None]]:
    """Yield what belongs at the head, whether it was read, and where it might stand."""
    meeting, everything = minutes.meeting, minutes.paragraphs
    headers = " ".join(" ".join(minutes.letterhead).casefold().split())
    party = bool(with_cue(everything, CueKind.PARTY_TITLE)) or _PARTY_NAME in headers
    yield _PARTY, party, weak_cue(everything, CueKind.PARTY_TITLE)
    cell = meeting.cell is not None or "chi bộ" in headers
    yield _CELL, cell, cell_in_opening(minutes)
    yield _DATE, meeting.date is not None, day_in_opening(minutes)
