"""ND009: nothing on members' thinking or public opinion."""

from __future__ import annotations

from minutes_nlp.model.labels import Severity
from minutes_nlp.model.language import Text
from minutes_nlp.model.minutes import CueKind
from minutes_nlp.rules.missing import MissingCue


class MissingMembersThinking(MissingCue):
    """Nothing is recorded on the members' thinking or on public opinion.

    **Why it matters.** A cell is to know what worries its members and the people around it.

    **What does not count.** The word "tư tưởng" in the name of a document, of a department, or
    of "tư tưởng, đạo đức, phong cách Hồ Chí Minh".

    **How to record it.** One sentence on what members or people think, hope or worry about.
    """

    code, name, severity = "ND009", "missing-members-thinking", Severity.INFO
    title = Text("Không nêu tình hình tư tưởng", "Nothing on members' thinking")
    basis = Text(
        "Đánh giá cần nêu tình hình tư tưởng đảng viên, dư luận quần chúng.",
        "The review tells of members' thinking and of public opinion.",
    )
    pattern = Text(
        "Tư tưởng đảng viên: [yên tâm hay băn khoăn điều gì]; dư luận nhân dân: [khen gì, lo gì, "
        "đề nghị gì].",
        "Members' thinking: [content or worried, and about what]; public opinion: [what people "
        "praise, fear or ask for].",
    )
    cues = (CueKind.MEMBERS_THINKING,)
    what = Text("nói về tư tưởng, dư luận", "speak of members' thinking or public opinion")
    message = Text(
        "Chưa thấy ghi trong biên bản tình hình tư tưởng đảng viên hoặc dư luận quần chúng.",
        "The minutes record nothing on members' thinking or public opinion.",
    )
    good = (
        ("task_review | Tư tưởng đảng viên ổn định; bà con lo giá cà phê xuống.",),
        ("task_review | Dư luận nhân dân còn băn khoăn về tiền đền bù làm đường.",),
        ("task_review | Bà con xầm xì chuyện đền bù, có nhà chưa ưng.",),
    )
    bad = (
        (
            "task_review | Tháng qua cấy xong 42 ha lúa, còn 3 ha thiếu nước.",
            "thematic | Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh.",
        ),
    )
