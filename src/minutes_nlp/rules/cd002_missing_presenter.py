"""CD002: who presents the thematic paper is not clear."""

from __future__ import annotations

from collections.abc import Sequence

from minutes_nlp.model.labels import SectionLabel, Severity
from minutes_nlp.model.language import Text
from minutes_nlp.model.minutes import CueKind, Minutes, Paragraph
from minutes_nlp.rules.base import WITH_THEMATIC_PART
from minutes_nlp.rules.missing import MissingCue
from minutes_nlp.rules.names import count_addressed, known_names, mentioned

_FAIRLY_PROBABLE = 0.1


class MissingPresenter(MissingCue):
    """It is not clear who presents the thematic paper.

    **Why it matters.** Members take turns to prepare papers; the minutes show whose turn it was.

    **What does not count.** Who chairs the meeting.

    **How to record it.** "Đ/c … trình bày chuyên đề …".
    """

    code, name, severity = "CD002", "missing-presenter", Severity.WARNING
    kinds = WITH_THEMATIC_PART
    title = Text("Chuyên đề không rõ người trình bày", "Presenter not named")
    basis = Text(
        "Đảng viên được phân công trình bày chuyên đề.",
        "A member is assigned to present the thematic paper.",
    )
    pattern = Text(
        "Đồng chí [họ tên người trình bày] trình bày chuyên đề [tên chuyên đề]: [mấy ý chính].",
        "Comrade [name of the presenter] presents the thematic paper [its title]: [main points].",
    )
    cues = (CueKind.PRESENTER,)
    what = Text("nêu người trình bày chuyên đề", "name who presents the thematic paper")
    message = Text(
        "Chưa thấy ghi trong biên bản ai trình bày chuyên đề.",
        "The minutes do not say who presents the thematic paper.",
    )
    good = (
        (
            "formalities | BIÊN BẢN SINH HOẠT CHUYÊN ĐỀ QUÝ III NĂM 2026",
            "thematic | Đồng chí Hà Quang Vinh trình bày chuyên đề: Bác dùng lại phong bì, viết "
            "mặt sau tờ tin.",
        ),
        (
            "formalities | BIÊN BẢN SINH HOẠT CHUYÊN ĐỀ QUÝ III NĂM 2026",
            "thematic | Cụ Tường kể chuyện Bác dùng lại phong bì.",
        ),
    )
    bad = (
        (
            "formalities | BIÊN BẢN SINH HOẠT CHUYÊN ĐỀ QUÝ III NĂM 2026",
            "thematic | Bác dùng lại phong bì, viết mặt sau tờ tin, không phải vì thiếu giấy.",
        ),
    )

    def places(self, minutes: Minutes) -> Sequence[Paragraph]:
        """Return the paper and the opening: who reads the report or the minutes is no matter."""
        return [
            paragraph
            for paragraph in minutes.paragraphs
            if paragraph.section is SectionLabel.FORMALITIES
            or paragraph.probability(SectionLabel.THEMATIC) >= _FAIRLY_PROBABLE
            if not paragraph.has(CueKind.MINUTES_ADOPTION, at_least=0.0)
        ]

    def doubt(self, minutes: Minutes) -> Paragraph | None:
        """Return a paragraph of the paper in which a member is named, in whatever part."""
        names = known_names(minutes)
        told = minutes.section(SectionLabel.THEMATIC, headings=True)
        return next((p for p in told if mentioned(p, names) or count_addressed(p)), None)
