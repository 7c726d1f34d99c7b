"""TC003: frank self-criticism and debate are faint in the minutes."""

from __future__ import annotations

from minutes_nlp.model.labels import Characteristic, Severity
from minutes_nlp.model.language import Text
from minutes_nlp.model.minutes import Minutes
from minutes_nlp.rules.levels import UnclearLevel
from minutes_nlp.rules.opinions import owned_elsewhere
from minutes_nlp.rules.thresholds import Thresholds


class UnclearCombativeness(UnclearLevel):
    """The minutes do not clearly show frank criticism or argued debate: weak or absent.

    **Why it matters.** Shortcomings that are named can be mended; formulas cannot.

    **What does not count.** "Nghiêm túc tự phê bình và phê bình"; "còn nể nang"; shortcomings
    told as results in the report, without anybody owning them.

    **How to record it.** Write what was owned or criticised, of whom or of which committee, and
    what is to change; record opinions that differ with their reasons.
    """

    code, name, severity = "TC003", "unclear-combativeness", Severity.WARNING
    by_section = True
    title = Text("Tính chiến đấu chưa rõ", "Combativeness not clearly shown")
    basis = Text(
        "Yêu cầu bảo đảm tính chiến đấu của sinh hoạt chi bộ.",
        "A cell meeting is to show frank criticism and debate.",
    )
    pattern = Text(
        "Đồng chí [tên đảng viên] tự nhận, hoặc phê bình [ai]: [khuyết điểm cụ thể], vì [lý do], "
        "sửa [thế nào, đến khi nào]. Ý kiến khác: [của ai, vì sao]. Chỉ ghi điều đã nói thật "
        "trong buổi họp.",
        "Comrade [name of the member] owns, or criticises in [whom]: [which shortcoming], because "
        "[why], to be mended [how, by when]. Other opinions: [whose, and why]. Write only what "
        "was really said at the meeting.",
    )
    characteristic = Characteristic.COMBATIVE
    quality_name = Text("Tính chiến đấu", "Combativeness")
    signs = Text(
        "tự phê bình, phê bình nêu khuyết điểm cụ thể, ý kiến tranh luận có lý do hoặc theo dõi "
        "việc sửa khuyết điểm cũ",
        "self-criticism or criticism with a concrete shortcoming, argued disagreement, or "
        "follow-up of an earlier shortcoming",
    )
    good = (
        (
            "criticism:officer | Đ/c Hùng tự phê bình: tôi là tổ trưởng mà hai tháng không kiểm "
            "tra trạm bơm, để máy cháy.",
            "criticism:member | Đ/c Lan phê bình chi ủy thông báo lịch họp chậm, có đồng chí chiều "
            "mới biết.",
        ),
    )
    bad = (
        (
            "criticism | Chi bộ nghiêm túc thực hiện tự phê bình và phê bình.",
            "formalities | Hội nghị kết thúc lúc 16 giờ.",
        ),
    )

    def doubt(self, minutes: Minutes, thresholds: Thresholds) -> bool:
        """Whether somebody owns a fault where no criticism was read."""
        return owned_elsewhere(minutes) is not None
