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
    "shares": Text("Tỷ lệ biên bản có từng điểm", "Share of minutes with each finding"),
    "shares_note": Text(
        "Phần đậm: tỷ lệ biên bản có điểm này (số ghi ở cuối, %); phần nhạt: máy không kết luận.",
        "Dark: share of the minutes with this finding (the figure, per cent); pale: undecided.",
    ),
    "by_month": Text("Tỷ lệ theo tháng (%)", "Share by month (per cent)"),
    "trend": Text(
        "Tỷ lệ biên bản có điểm cần sửa hoặc nên xem, theo tháng",
        "Share of minutes with something to mend or to look at, by month",
    ),
    "levels": Text("Ba tính chất theo tháng", "Three characteristics by month"),
    "levels_note": Text(
        "Tỷ lệ biên bản thể hiện rõ (đậm), thể hiện mờ (nhạt), chưa thấy (kẻ viền).",
        "Share of minutes that show it (dark), weakly (pale), or not at all (outlined).",
    ),
    "triage": Text("Người cần xem lại", "For a person to look at"),
    "no_triage": Text("Không có tệp nào.", "No files."),
    "more": Text("Còn nữa, xem trong bảng tính .xlsx.", "There are more; see the workbook."),
    "all_units": Text("Tất cả chi bộ", "All cells"),
    "grid_note": Text(
        "Số: số điểm cần sửa hoặc nên xem; ✗: chưa thấy biên bản; ?: chưa rõ, cần người xem.",
        "Number: findings to mend or to look at; ✗: no minutes; ?: not clear, a person must look.",
    ),
    "missing_or_unclear": Text("Kết quả của chi bộ", "Findings of the cell"),
    "tasks": Text("Nhiệm vụ tháng trước chưa được nhắc lại", "Last month's tasks not taken up"),
    "tasks_note": Text(
        "Máy chỉ so từ ngữ với biên bản tháng sau; nói cách khác thì máy có thể không nhận ra.",
        "Only words are compared with the next minutes; quite other words may go unseen.",
    ),
    "task": Text("Việc đã giao", "Task"),
    "due": Text("Hạn", "Due"),
    "nearest": Text("Đoạn gần nhất ở tháng sau", "Nearest paragraph of the next minutes"),
    "no_nearest": Text("không có", "none"),
    "paragraph": Text("đoạn", "paragraph"),
    "duplicates": Text(
        "Tệp giống hệt nhau từng byte (chỉ đọc một lần)", "Files that are the same byte for byte"
    ),
    "nothing_own": Text(
        "Biên bản mà gần hết nội dung giống nhiều chi bộ khác",
        "Minutes nearly all of whose text is found in many cells",
    ),
    "own_text": Text("phần nội dung riêng", "of the own text"),
    "none": Text("Không có.", "None."),
    "disclaimer": Text(
        "Kết quả do máy đọc, chỉ nói biên bản ghi đủ hay chưa; không chấm điểm chi bộ, không đánh "
        "giá người nào. Mong đồng chí xem lại trước khi dùng.",
        "Read by a machine: it says only whether minutes are complete, gives no score and judges "
        "no person. Please check before use.",
    ),
    "documents_by_check": Text("Số biên bản có từng điểm", "Minutes by finding"),
    "found_files": Text("Số tệp tìm thấy", "Files found"),
    "units": Text("Số chi bộ", "Cells"),
    "tasks_looked_for": Text(
        "Số việc được giao đã đối chiếu với tháng sau", "Tasks looked for in the next month"
    ),
    "not_compared": Text(
        "Kho không còn phần văn bản nên không so được biên bản (HT006) và việc đã giao (LT002)",
        "The store has no texts, so copies (HT006) and tasks (LT002) could not be looked for",
    ),
}


def word(key: str, language: Language) -> str:
    """Return the phrase ``key``.

    Raises:
        KeyError: there is no such phrase.
    """
    return _WORDS[key].in_language(language)
