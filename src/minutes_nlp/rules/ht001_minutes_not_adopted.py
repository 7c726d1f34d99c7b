"""HT001: no reading or adoption of the minutes."""

from __future__ import annotations

from collections.abc import Sequence

from minutes_nlp.model.labels import Severity
from minutes_nlp.model.language import Text
from minutes_nlp.model.minutes import CueKind, Minutes, Paragraph
from minutes_nlp.rules.missing import MissingCue


class MinutesNotAdopted(MissingCue):
    """No reading or adoption of the minutes is recorded before the end.

    **Why it matters.** Read out and adopted, the minutes are the cell's own.

    **What does not count.** The adoption of other papers; naming who takes the minutes.

    **How to record it.** "Thư ký đọc lại biên bản, chi bộ nhất trí."
    """

    code, name, severity = "HT001", "minutes-not-adopted", Severity.WARNING
    title = Text("Không ghi thông qua biên bản", "Adoption of the minutes not recorded")
    basis = Text(
        "Thư ký trình bày biên bản để chi bộ thông qua trước khi kết thúc.",
        "The note-taker reads the minutes and the cell adopts them before the end.",
    )
    pattern = Text(
        "Thư ký [tên thư ký] đọc lại biên bản trước khi kết thúc; góp ý: [sửa chỗ nào, hay không "
        "sửa]; thông qua: [bao nhiêu người tán thành]. Chỉ ghi khi đã đọc thật.",
        "The note-taker [name] reads the minutes out before the end; remarks: [what was "
        "corrected, if anything]; adopted by [how many]. Only where they were really read out.",
    )
    cues = (CueKind.MINUTES_ADOPTION,)
    what = Text("ghi việc đọc, thông qua biên bản", "record that the minutes were read or adopted")
    message = Text(
        "Chưa thấy ghi việc đọc hoặc thông qua biên bản trước khi kết thúc.",
        "No reading or adoption of the minutes is recorded before the end.",
    )
    good = (("formalities | Thư ký đọc lại biên bản, 12/12 đồng chí nhất trí thông qua.",),)
    bad = (
        (
            "formalities | Chủ trì: đồng chí Trần Văn Sơn, Bí thư Chi bộ.",
            "formalities | Hội nghị kết thúc lúc 21 giờ 15 phút cùng ngày.",
        ),
    )

    def region(self, minutes: Minutes) -> Sequence[Paragraph]:
        """Return the second half: "biên bản" in the title and the opening means nothing here."""
        return minutes.paragraphs[len(minutes.paragraphs) // 2 :]
