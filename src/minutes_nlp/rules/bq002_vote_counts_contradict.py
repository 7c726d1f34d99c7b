"""BQ002: the counts of a vote contradict each other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes_nlp.model.labels import Severity
from minutes_nlp.model.language import Text
from minutes_nlp.model.minutes import Minutes, Vote
from minutes_nlp.rules.attendance import people_in
from minutes_nlp.rules.base import Rule
from minutes_nlp.rules.claims import Claim
from minutes_nlp.rules.thresholds import Thresholds
from minutes_nlp.rules.verdicts import Verdict

_NUMBER = re.compile(r"(?<![\d.,/%])\d{1,4}(?![\d.,]*\d|\s?%)")


class VoteCountsContradict(Rule):
    """More votes than voters, or a percentage that contradicts its counts.

    **Why it matters.** A vote that does not add up can be called into question later.

    **What does not count.** Fewer votes than people present: members may abstain, and
    probationary members do not vote.

    **How to record it.** State in favour, against and abstaining, out of how many.
    """

    code, name, severity = "BQ002", "vote-counts-contradict", Severity.WARNING
    claim = Claim.CONTRADICTION
    repeats = True
    title = Text("Số phiếu không khớp", "Counts of a vote contradict")
    basis = Text(
        "Kết quả biểu quyết trong biên bản cần khớp số liệu.",
        "The counts of a vote agree with each other.",
    )
    pattern = Text(
        "Biểu quyết về [việc gì]: có [bao nhiêu người biểu quyết], tán thành [bao nhiêu người], "
        "không tán thành [bao nhiêu người], ý kiến khác [bao nhiêu người]. Cộng lại rồi mới ghi "
        "tỷ lệ; sửa theo số đếm thật.",
        "Vote on [what]: [how many who voted], in favour [how many], against [how many], of "
        "another opinion [how many]. Add up before writing a percentage; correct it by the real "
        "count.",
    )
    good = (
        (
            "formalities | Tổng số đảng viên: 21 đồng chí; có mặt: 19; vắng: 02 (có lý do).",
            "resolution | Biểu quyết: 18/19 đồng chí tán thành, đạt 94,7%.",
        ),
        ("resolution | Kết quả biểu quyết: 17/17 đồng chí đồng ý (100%).",),
        ("resolution | Giơ tay: 9/9 đồng chí tán thành, bằng 81,8% tổng số 11 đảng viên.",),
    )
    bad = (
        ("resolution | Biểu quyết: 21/19 đồng chí tán thành.",),
        ("resolution | Biểu quyết: 15/19 đồng chí tán thành, đạt 95%.",),
    )

    def check(self, minutes: Minutes, thresholds: Thresholds) -> Iterator[Verdict]:
        """Yield a finding for each vote that contradicts itself or the attendance."""
        for vote in minutes.votes:
            wrong = _contradiction(vote, thresholds["tolerance"])
            if wrong and _of_another_number(vote, minutes, thresholds["tolerance"]):
                continue
            if wrong:
                yield self.found(wrong, [vote.span])
            elif _more_than_came(vote, minutes):
                yield self.undecided(_more_votes(vote))


def _contradiction(vote: Vote, tolerance: float) -> Text | None:
    voters, in_favour = vote.voters, vote.in_favour
    if voters is None or in_favour is None:
        return None
    cast = in_favour + (vote.against or 0) + (vote.abstained or 0)
    if in_favour > voters or cast > voters:
        return Text(
            f"Số phiếu ghi trong biên bản ({max(cast, in_favour)}) nhiều hơn số người biểu quyết "
            f"({voters}).",
            f"More votes are recorded ({max(cast, in_favour)}) than voters ({voters}).",
        )
    share = 100 * in_favour / voters if voters else 0.0
    if vote.percent is not None and voters and abs(vote.percent - share) > tolerance:
        return Text(
            f"Tỷ lệ ghi {vote.percent:g}% không khớp {in_favour}/{voters} ({share:.1f}%).",
            f"{vote.percent:g}% is stated, but {in_favour} of {voters} is {share:.1f}%.",
        )
    return None


def _of_another_number(vote: Vote, minutes: Minutes, tolerance: float) -> bool:
    """Whether the percentage is of another number that stands by: "bằng 81,8% tổng số 11"."""
    if vote.percent is None or vote.in_favour is None or vote.in_favour > (vote.voters or 0):
        return False
    stated = minutes.meeting.attendance
    beside = minutes.paragraphs[vote.span.paragraph].text
    numbers = {int(number) for number in _NUMBER.findall(beside)}
    numbers |= {stated.total} if stated.total else set()
    numbers -= {vote.in_favour, vote.voters}
    shares = (100 * vote.in_favour / n for n in numbers if n >= vote.in_favour and n)
    return any(abs(share - vote.percent) <= tolerance for share in shares)


def _more_than_came(vote: Vote, minutes: Minutes) -> bool:
    stated = minutes.meeting.attendance
    most = max((n for n in (stated.present, stated.total) if n is not None), default=None)
    return most is not None and people_in(vote) > most


def _more_votes(vote: Vote) -> Text:
    return Text(
        f"Số biểu quyết (“{vote.span.text}”) nhiều hơn số đảng viên ghi ở phần mở đầu; chưa rõ "
        "ai được tính.",
        f"The vote (“{vote.span.text}”) counts more people than the opening states; who was "
        "counted is not clear.",
    )
