"""Every fixed phrase of the triage list, in both languages."""

from __future__ import annotations

from typing import Final

from minutes_nlp.model.language import Text
from minutes_nlp.web.phrases import Phrases

_PHRASES: Final[dict[str, Text]] = {
    "list_title": Text("Biên bản cần xem trước", "Which minutes to look at first"),
    "list_lead": Text(
        "Xếp theo việc cần làm với từng tệp: tệp máy không kết luận được đứng trước, rồi đến tệp "
        "có nhiều điểm cần sửa. Bấm tên tệp để máy đọc lại tệp ấy và mở kết quả.",
        "In the order of what each file needs: first what the program could not judge, then files "
        "with most to mend. Press a name to have the file read and its result shown.",
    ),
    "store_name": Text("Kho {name} · thư mục {root}", "Store {name} · folder {root}"),
    "other_file": Text("Thả tệp khác", "Drop another file"),
    "whole_store": Text("Tất cả {n} tệp", "All {n} files"),
    "by_outcome": Text("Lọc nhanh theo kết quả", "By outcome"),
    "filters": Text("Lọc danh sách", "Filter the list"),
    "outcome": Text("Kết quả", "Outcome"),
    "unit": Text("Chi bộ", "Cell"),
    "unit_hint": Text("gõ một phần tên", "part of a name"),
    "month": Text("Tháng", "Month"),
    "code": Text("Quy tắc", "Check"),
    "code_found": Text("Có điểm cần sửa, nên xem", "Found something"),
    "code_undecided": Text("Máy chưa kết luận được", "Undecided"),
    "words": Text("Tìm trong tên tệp, tên chi bộ", "Words of path or cell"),
    "only_unreviewed": Text("Chỉ những tệp chưa thẩm định", "Only those not reviewed yet"),
    "any": Text("Tất cả", "All"),
    "unknown": Text("chưa rõ", "not known"),
    "apply": Text("Lọc", "Filter"),
    "clear": Text("Bỏ lọc", "Clear filters"),
    "found": Text("{n} tệp", "{n} files"),
    "found_some": Text("Các tệp chưa thẩm định", "Files not reviewed yet"),
    "none_found": Text(
        "Không có tệp nào hợp với bộ lọc này. Hãy bỏ bớt điều kiện.",
        "No file matches. Drop a condition.",
    ),
    "empty_store": Text(
        "Kho này chưa có tệp nào. Hãy chạy lệnh minutes-nlp bulk trước.",
        "This store is empty. Run minutes-nlp bulk first.",
    ),
    "shown": Text("Dòng {first}–{last} trong {total}", "Rows {first}–{last} of {total}"),
    "shown_some": Text("Dòng {first}–{last}", "Rows {first}–{last}"),
    "pages": Text("Các trang của danh sách", "Pages of the list"),
    "page": Text("Trang {n}/{total}", "Page {n} of {total}"),
    "page_some": Text("Trang {n}", "Page {n}"),
    "first_page": Text("Trang đầu", "First page"),
    "previous": Text("Trang trước", "Previous page"),
    "next": Text("Trang sau", "Next page"),
    "last_page": Text("Trang cuối", "Last page"),
    "file": Text("Tệp", "File"),
    "findings": Text("Điểm máy tìm thấy", "Findings"),
    "review_state": Text("Thẩm định", "Review"),
    "reviewed": Text("đã thẩm định", "reviewed"),
    "not_reviewed": Text("chưa", "not yet"),
    "does_not_apply": Text("không áp dụng", "does not apply"),
    "errors": Text("{n} cần sửa", "{n} to mend"),
    "warnings": Text("{n} nên xem", "{n} to look at"),
    "infos": Text("{n} lưu ý thêm", "{n} to note"),
    "undecided": Text("{n} chưa kết luận được", "{n} undecided"),
    "nothing_found": Text("không có điểm nào", "none"),
    "not_read": Text("không đọc được nội dung", "not read"),
    "analysed": Text("đã đọc", "read"),
    "needs_person": Text("cần người xem", "needs a person"),
    "failed": Text("không đọc được", "could not be read"),
    "refused": Text("mang dấu mật, không xử lý", "marked secret, not processed"),
    "duplicate": Text("trùng hẳn tệp khác", "same as another file"),
    "same_as": Text("Giống hệt tệp:", "The very same as:"),
    "same_as_refused": Text(
        "Giống hệt một tệp mang dấu mật nên không mở ở đây.",
        "The very same as a file marked secret; it is not opened here.",
    ),
    "is_gone": Text(
        "Không còn ở chỗ cũ (đã chuyển đi, đổi tên hoặc xóa).",
        "No longer where it was (moved, renamed or deleted).",
    ),
    "is_changed": Text(
        "Tệp đã sửa sau khi lập danh sách; số liệu ở dòng này là của bản cũ.",
        "Changed since the list was made; the figures are those of the earlier version.",
    ),
    "is_outside": Text(
        "Nằm ngoài thư mục đã đọc nên không mở ở đây.",
        "Outside the folder that was searched; it is not opened here.",
    ),
    "is_folder": Text("Thư mục", "Folder"),
    "root_gone": Text(
        "Không thấy thư mục {root} trên máy này nên không mở được tệp nào trong danh sách. Nếu thư "
        "mục đã chuyển chỗ, hãy tắt chương trình rồi chạy lại, thêm: --folder THƯ_MỤC.",
        "The folder {root} is not on this computer, so no file can be opened. If it was moved, "
        "start the program again with --folder DIRECTORY.",
    ),
    "being_written": Text(
        "Kho đang được một lần chạy minutes-nlp bulk cập nhật; danh sách này là bản trước đó. Khi "
        "chạy xong, hãy tải lại trang.",
        "A run of minutes-nlp bulk is writing to the store; this is the list as it was before. "
        "Reload the page when it has ended.",
    ),
    "half_written": Text(
        "Lần chạy minutes-nlp bulk gần nhất bị dừng giữa chừng nên danh sách còn thiếu. Hãy chạy "
        "lại đúng lệnh ấy.",
        "The last run of minutes-nlp bulk was cut short, so the list is not complete. Run the "
        "same command again.",
    ),
    "not_opened": Text("Không mở tệp này", "This file is not opened"),
    "back": Text("Trở lại danh sách", "Back to the list"),
}


class BatchPhrases(Phrases):
    """The phrases of one language, those of every page included."""

    def __call__(self, key: str, **values: object) -> str:
        """Return the phrase ``key`` with ``values`` put in; KeyError when there is none."""
        if key in _PHRASES:
            return _PHRASES[key].in_language(self.language).format(**values)
        return super().__call__(key, **values)
