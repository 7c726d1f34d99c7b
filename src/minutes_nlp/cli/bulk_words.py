"""The words of bulk runs."""

from __future__ import annotations

from typing import Final

from minutes_nlp.bulk.run import Stage
from minutes_nlp.bulk.schema import Outcome
from minutes_nlp.model.language import Text

OUTCOMES: Final[dict[Outcome, Text]] = {
    Outcome.ANALYSED: Text("đã đọc", "analysed"),
    Outcome.NEEDS_PERSON: Text("cần người xem", "for a person"),
    Outcome.FAILED: Text("không đọc được", "failed"),
    Outcome.REFUSED: Text("mang dấu mật, không xử lý", "refused"),
    Outcome.DUPLICATE: Text("trùng tệp khác", "duplicates"),
}
STAGES: Final[dict[Stage, Text]] = {
    "find": Text("Tìm tệp", "Finding files"),
    "examine": Text("Đọc biên bản", "Reading minutes"),
}
SKIPPED: Final = {
    "hidden": Text("tệp ẩn, tệp tạm", "hidden or lock files"),
    "links": Text("liên kết tới thư mục đã đọc", "links to folders that were searched"),
    "special": Text("không phải tệp thường", "special files"),
}
SUM: Final = Text("Tìm thấy {n} tệp = {parts}", "Found {n} files = {parts}")
NONE: Final = Text("Không tìm thấy tệp nào.", "No files found.")
LEFT_OUT: Final = Text("Bỏ qua: {parts}", "Left out: {parts}")
NEW: Final = Text(
    "Lần này đọc {n} tệp trong {seconds} giây; {found} biên bản có điểm cần xem.",
    "Examined {n} files in {seconds} seconds; {found} minutes have findings.",
)
ACROSS: Final = Text("So các biên bản với nhau: {parts}.", "Over many minutes: {parts}.")
ACROSS_COUNTS: Final = Text(
    "{code} {found} điểm ({undecided} chưa kết luận)", "{code} {found} ({undecided} undecided)"
)
ACROSS_NONE: Final = Text("không có điểm nào", "no findings")
ACROSS_OLD: Final = Text(
    "Kho lớn mà lần này đọc ít nên chưa so lại các biên bản với nhau; lệnh stats hoặc report sẽ "
    "so lại: minutes-nlp stats {store} --by unit,month,code",
    "The store is large and little was new, so minutes were not compared anew; stats or report "
    "does so: minutes-nlp stats {store} --by unit,month,code",
)
STORED: Final = Text(
    "Kho kết quả: {store}. Xem số liệu: minutes-nlp stats {store} --by unit,month,code",
    "Store: {store}. Counts: minutes-nlp stats {store} --by unit,month,code",
)
FAILED: Final = Text("Không đọc được {path}: {why}", "Cannot read {path}: {why}")
MORE_FAILED: Final = Text("… và {n} tệp khác không đọc được.", "… and {n} more.")
GO_ON: Final = Text(
    "Kết quả đã ghi trong kho {store} vẫn nguyên vẹn; chạy lại đúng lệnh này để làm tiếp.",
    "What has been written to {store} is whole; run the same command again to go on.",
)
