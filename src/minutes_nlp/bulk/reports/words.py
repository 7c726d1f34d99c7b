"""The words of workbooks and pages about many minutes."""

from __future__ import annotations

from typing import Final

from minutes_nlp.model.language import Language, Text

_WORDS: Final[dict[str, Text]] = {
    "title": Text("Rà soát biên bản sinh hoạt chi bộ", "Review of minutes of party cells"),
    "summary": Text("Tổng hợp", "Summary"),
    "files": Text("Từng tệp", "Files"),
    "findings": Text("Từng điểm", "Findings"),
    "months": Text("Chi bộ theo tháng", "Cells by months"),
    "pairs": Text("Cặp giống nhau", "Pairs of copies"),
    "line": Text("Mục", "Item"),
    "number": Text("Số lượng", "Number"),
    "unit": Text("Chi bộ", "Cell"),
    "month": Text("Tháng", "Month"),
    "path": Text("Tệp", "File"),
    "outcome": Text("Kết quả", "Outcome"),
    "why": Text("Lý do", "Why"),
    "kind": Text("Loại sinh hoạt", "Kind of meeting"),
    "day": Text("Ngày họp", "Day"),
    "members": Text("Số đảng viên", "Members"),
    "present": Text("Có mặt", "Present"),
    "errors": Text("Cần sửa", "To mend"),
    "warnings": Text("Nên xem", "To look at"),
    "infos": Text("Lưu ý thêm", "To note"),
    "undecided": Text("Không kết luận được", "Undecided"),
    "code": Text("Mã", "Code"),
    "severity": Text("Mức độ", "Severity"),
    "check": Text("Quy tắc", "Check"),
    "message": Text("Nội dung", "Message"),
    "share": Text("Phần trùng", "Share"),
    "judged": Text("Kết luận", "Judged"),
    "unit_1": Text("Chi bộ (bản trước)", "Cell (earlier)"),
    "month_1": Text("Tháng (bản trước)", "Month (earlier)"),
    "path_1": Text("Tệp (bản trước)", "File (earlier)"),
    "unit_2": Text("Chi bộ (bản sau)", "Cell (later)"),
    "month_2": Text("Tháng (bản sau)", "Month (later)"),
    "path_2": Text("Tệp (bản sau)", "File (later)"),
    "error": Text("Cần sửa", "To mend"),
    "warning": Text("Nên xem", "To look at"),
    "info": Text("Lưu ý thêm", "To note"),
    "analysed": Text("đã đọc", "analysed"),
    "needs_person": Text("cần người xem", "for a person"),
    "failed": Text("không đọc được", "failed"),
    "refused": Text("mang dấu mật, không xử lý", "refused"),
    "duplicate": Text("trùng hẳn tệp khác", "duplicate"),
    "regular": Text("thường kỳ", "regular"),
    "thematic": Text("chuyên đề", "thematic"),
    "combined": Text("thường kỳ và chuyên đề", "combined"),
    "other": Text("giấy tờ khác", "another paper"),
    "found_files": Text("Số tệp tìm thấy", "Files found"),
    "units": Text("Số chi bộ", "Cells"),
    "tasks_looked_for": Text(
        "Số việc được giao đã đối chiếu với tháng sau", "Tasks looked for in the next month"
    ),
}


def word(key: str, language: Language) -> str:
    """Return the phrase ``key``.

    Raises:
        KeyError: there is no such phrase.
    """
    return _WORDS[key].in_language(language)
