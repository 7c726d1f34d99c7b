"""What the evaluation page calls its figures, in both languages."""

from __future__ import annotations

from typing import Final

from minutes_nlp.model.language import Text

METRIC_NAMES: Final[dict[str, Text]] = {
    "section_macro_f1": Text("Phân đoạn, macro-F1", "Sections, macro-F1"),
    "section_accuracy": Text("Phân đoạn, tỷ lệ đúng", "Sections, accuracy"),
    "findings_precision": Text("Phát hiện: đúng trong số đã báo", "Findings, precision"),
    "findings_recall": Text("Phát hiện: báo được trong số có", "Findings, recall"),
    "findings_f1": Text("Phát hiện, micro-F1", "Findings, micro-F1"),
    "undecided_share": Text("Lượt kiểm tra không kết luận được", "Checks left undecided"),
    "kl001_precision": Text("KL001 (thiếu kết luận): đúng", "KL001 (no conclusion), precision"),
    "kl001_recall": Text("KL001: báo được", "KL001, recall"),
    "kl001_undecided": Text("KL001: không kết luận được", "KL001, undecided"),
    "yk001_precision": Text("YK001 (thiếu ý kiến): đúng", "YK001 (no opinions), precision"),
    "yk001_recall": Text("YK001: báo được", "YK001, recall"),
    "yk001_undecided": Text("YK001: không kết luận được", "YK001, undecided"),
    "leadership_kappa": Text("Tính lãnh đạo, kappa có trọng số", "Leadership, weighted kappa"),
    "educational_kappa": Text("Tính giáo dục, kappa có trọng số", "Educational, weighted kappa"),
    "combative_kappa": Text("Tính chiến đấu, kappa có trọng số", "Combative, weighted kappa"),
    "document_type_accuracy": Text("Loại sinh hoạt đọc đúng", "Kind of meeting, accuracy"),
    "attendance_accuracy": Text("Số liệu dự họp đọc đúng", "Attendance figures, accuracy"),
    "roles_accuracy": Text("Vai người phát biểu", "Speaker roles, accuracy"),
}
"""By the name of the metric in ``models/evaluation.json``."""

GROUP_NAMES: Final[dict[str, Text]] = {
    "before_2025_10_28": Text("họp trước 28/10/2025", "before 28 Oct 2025"),
    "from_2025_10_28": Text("họp từ 28/10/2025", "from 28 Oct 2025"),
    "undated": Text("không rõ ngày", "undated"),
    "regular": Text("thường kỳ", "regular"),
    "thematic": Text("chuyên đề", "thematic"),
    "combined": Text("thường kỳ ghép chuyên đề", "combined"),
    "outside": Text("viết khi chưa biết hướng dẫn gán nhãn", "outside voices"),
    "by_the_guide": Text("viết theo hướng dẫn gán nhãn", "written by the guide"),
}

SHORT_SECTIONS: Final[dict[str, str]] = {
    "formalities": "thể thức",
    "news": "thời sự",
    "policy_dissemination": "phổ biến",
    "task_review": "đánh giá",
    "next_tasks": "phương hướng",
    "thematic": "chuyên đề",
    "contributions": "ý kiến",
    "criticism": "phê bình",
    "conclusions": "kết luận",
    "resolution": "biểu quyết",
}
"""Names short enough for the edge of a plot."""
