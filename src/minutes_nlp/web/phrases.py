"""Every fixed phrase of the local page, in both languages."""

from __future__ import annotations

from typing import Final

from minutes_nlp.model.language import Language, Text

PHRASES: Final[dict[str, Text]] = {
    "product": Text("Đọc biên bản chi bộ", "Party-cell minutes reader"),
    "skip": Text("Đến nội dung chính", "Skip to the content"),
    "home": Text("Trang đầu", "Home"),
    "store_list": Text("Danh sách của kho", "List of the store"),
    "back_to_list": Text("← Trở lại danh sách", "← Back to the list"),
    "other_language": Text("English", "Tiếng Việt"),
    "privacy": Text(
        "Mọi việc làm ngay trên máy này. Tệp không gửi đi đâu; khi tắt chương trình thì không còn "
        "gì lưu lại, trừ những gì ông/bà tự lưu về.",
        "Everything happens on this computer. Nothing is sent anywhere, and nothing is kept when "
        "the program ends but what you save.",
    ),
    "judges": Text(
        "Chương trình chỉ xem biên bản ghi đủ hay chưa đủ; không đánh giá cá nhân nào.",
        "The program looks at whether minutes are complete; it judges no person.",
    ),
    "home_title": Text("Kiểm tra biên bản trước khi nộp", "Check minutes before handing them in"),
    "drop_here": Text("Thả tệp biên bản vào đây", "Drop the minutes here"),
    "or_choose": Text("hoặc bấm để chọn tệp", "or press to choose a file"),
    "kinds": Text(
        "Word (.docx, .doc), .odt, .rtf, .txt, PDF, ảnh chụp hoặc bản quét. Tối đa {mb} MB một "
        "tệp. Thả nhiều ảnh cùng lúc: đó là các trang của một biên bản.",
        "Word (.docx, .doc), .odt, .rtf, .txt, PDF, photos or scans, up to {mb} MB each. Several "
        "pictures dropped together are the pages of one document.",
    ),
    "on_desk": Text("Các biên bản đã thả", "Your files"),
    "nothing_yet": Text("Chưa có tệp nào.", "Nothing yet."),
    "remove": Text("Bỏ khỏi trang", "Remove"),
    "remove_named": Text("Bỏ “{name}” khỏi trang", "Remove “{name}”"),
    "open": Text("Xem kết quả", "See the result"),
    "open_named": Text("Xem kết quả của “{name}”", "See the result of “{name}”"),
    "uploading": Text("Đang nhận tệp…", "Receiving the file…"),
    "waiting": Text("Đang chờ đến lượt…", "Waiting for its turn…"),
    "reading": Text("Đang đọc tệp…", "Reading the file…"),
    "recognising": Text(
        "Đang nhận dạng chữ trang {page}/{pages}…", "Recognising page {page} of {pages}…"
    ),
    "recognising_next": Text("Đang nhận dạng chữ trang {page}…", "Recognising page {page}…"),
    "analysing": Text("Đang xem nội dung…", "Looking at the content…"),
    "failed": Text("Không đọc được tệp này.", "This file could not be read."),
    "row_clean": Text(
        "Đã đọc {n} đoạn. Không thấy chỗ nào cần sửa.", "Read {n} paragraphs. Nothing to mend."
    ),
    "row_result": Text("Đã đọc {n} đoạn: {counts}.", "Read {n} paragraphs: {counts}."),
    "row_errors": Text("{n} điểm cần sửa", "{n} to mend"),
    "row_others": Text("{n} điểm nên xem", "{n} to look at"),
    "row_undecided": Text("{n} điểm máy chưa kết luận được", "{n} undecided"),
    "all_read": Text("Đã đọc {n}/{n} đoạn", "Read {n}/{n} paragraphs"),
    "text_pane": Text("Toàn văn biên bản", "Full text"),
    "save": Text("Lưu về máy", "Save"),
    "save_comments": Text("Tệp Word có ghi chú tại chỗ", "Word file with comments"),
    "save_page": Text("Bản kết quả để in", "Report for printing"),
    "save_json": Text("Kết quả dạng JSON", "Report as JSON"),
    "review": Text("Mở màn hình thẩm định", "Open the reviewer's screen"),
    "again_title": Text("Đã sửa xong? Thả bản mới vào đây", "Mended it? Drop the new version here"),
    "again_note": Text(
        "Chương trình sẽ cho biết điểm nào đã sửa, điểm nào còn, điểm nào mới phát sinh.",
        "You will see what is mended, what remains and what is new.",
    ),
    "failed_title": Text("Chưa đọc được tệp", "The file was not read"),
    "try_again": Text("Thả tệp khác", "Drop another file"),
    "sorry_title": Text("Không làm được việc này", "This cannot be done"),
    "back_to_file": Text("Trở lại kết quả", "Back to the result"),
    "gone_title": Text("Không có trang này", "There is no such page"),
    "gone": Text(
        "Biên bản này không còn trên trang: đã được bỏ, hoặc chương trình đã tắt rồi mở lại. Hãy "
        "về trang đầu và thả lại tệp.",
        "These minutes are no longer here: they were removed, or the program was started anew. "
        "Go to the first page and drop the file again.",
    ),
    "refused_title": Text("Trang này chưa được mở khóa", "This page is locked"),
    "refused": Text(
        "Mỗi lần chạy, chương trình in ra một địa chỉ riêng trong cửa sổ lệnh. Hãy mở đúng địa chỉ "
        "đó. Nếu chương trình đã tắt rồi chạy lại, địa chỉ cũ không dùng được nữa và các tệp cũ "
        "không được giữ.",
        "Each run prints an address of its own in the terminal window. Open that very address. "
        "When the program was started anew, the old one no longer works and old files are gone.",
    ),
    "stopped": Text(
        "Chương trình đã dừng hoặc đã chạy lại. Hãy chạy lại lệnh minutes-nlp serve rồi mở địa chỉ "
        "mới in ra; các tệp đã thả cần thả lại.",
        "The program has stopped or was started anew. Run minutes-nlp serve again and open the "
        "address that it prints; files have to be dropped again.",
    ),
    "empty_file": Text(
        "“{name}” là tệp rỗng (0 byte). Hãy kiểm tra lại tệp.", "“{name}” is empty (0 bytes)."
    ),
    "large_file": Text(
        "“{name}” lớn hơn {mb} MB nên không nhận. Hãy quét lại ở 300 dpi hoặc tách từng biên bản.",
        "“{name}” is larger than {mb} MB. Scan again at 300 dpi or split it.",
    ),
    "review_alone": Text(
        "“{name}” là tệp quyết định thẩm định. Hãy thả cùng lúc với biên bản của nó.",
        "“{name}” holds a reviewer's decisions. Drop it together with its minutes.",
    ),
    "sent": Text("Đã nhận {n} tệp.", "Received {n} files."),
    "needs_script": Text(
        "Trang này cần JavaScript của trình duyệt để nhận tệp.",
        "This page needs JavaScript to take files.",
    ),
}


class Phrases:
    """The phrases of one language: ``t("sent", n=3)``."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def __call__(self, key: str, **values: object) -> str:
        """Return the phrase ``key`` with ``values`` put in; KeyError when there is none."""
        return PHRASES[key].in_language(self.language).format(**values)
