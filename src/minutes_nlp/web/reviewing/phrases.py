"""Every fixed phrase of the auditor's screen, in both languages."""

from __future__ import annotations

from typing import Final

from minutes_nlp.model.language import Text
from minutes_nlp.web.phrases import Phrases

_PHRASES: Final[dict[str, Text]] = {
    "review_title": Text("Thẩm định", "Review"),
    "progress": Text("Đã xem {n}/{total}", "Looked at {n} of {total}"),
    "all_looked_at": Text("Đã xem hết {total}/{total}", "All {total} looked at"),
    "to_decide": Text("Những điểm cần xem", "What to look at"),
    "nothing_to_decide": Text(
        "Không có điểm nào cần quyết định. Phần đã đọc ở bên vẫn sửa được.",
        "There is nothing to decide. Sections of paragraphs can still be corrected.",
    ),
    "undecided_heading": Text("Máy chưa kết luận được", "Left undecided by the program"),
    "undecided_lead": Text(
        "Ông/bà xem lại biên bản rồi cho biết có thiếu sót này hay không.",
        "Look at the minutes and say whether the fault is there.",
    ),
    "why_undecided": Text("Vì sao:", "Why:"),
    "accept": Text("Đồng ý", "Agree"),
    "correct": Text("Sửa lại", "Correct"),
    "reject": Text("Bác bỏ", "Reject"),
    "check_accept": Text("Có thiếu sót này", "The fault is there"),
    "check_reject": Text("Không có thiếu sót này", "There is no such fault"),
    "decided_accept": Text("Đã đồng ý", "Agreed"),
    "decided_correct": Text("Đã sửa lại", "Corrected"),
    "decided_reject": Text("Đã bác bỏ", "Rejected"),
    "decided_check_accept": Text("Đã xác nhận có thiếu sót", "Confirmed: the fault is there"),
    "decided_check_reject": Text("Đã xác nhận không thiếu", "Confirmed: no such fault"),
    "of_earlier": Text("quyết định trên bản trước khi sửa", "decided before the file was edited"),
    "not_decided": Text("Chưa xem", "Not looked at"),
    "reason": Text("Lý do (không bắt buộc)", "Reason (optional)"),
    "right_words": Text("Sửa lại thành (bắt buộc)", "Corrected words (required)"),
    "save_decision": Text("Lưu (Enter)", "Save (Enter)"),
    "cancel": Text("Thôi (Esc)", "Cancel (Esc)"),
    "undo": Text("Hoàn tác", "Undo"),
    "undone": Text("Đã hoàn tác quyết định gần nhất.", "The last decision is taken back."),
    "next": Text("Điểm sau", "Next"),
    "previous": Text("Điểm trước", "Previous"),
    "help": Text("Phím tắt", "Keys"),
    "help_title": Text("Phím tắt của màn hình này", "Keys of this screen"),
    "close": Text("Đóng", "Close"),
    "key_next": Text("điểm sau", "next"),
    "key_previous": Text("điểm trước", "previous"),
    "key_accept": Text("đồng ý với máy (có thiếu sót)", "agree (the fault is there)"),
    "key_correct": Text("sửa lại lời của máy", "correct the program's words"),
    "key_reject": Text("bác bỏ (không có thiếu sót)", "reject (no such fault)"),
    "key_enter": Text("lưu quyết định", "save the decision"),
    "key_escape": Text("thôi, không quyết định", "do not decide"),
    "key_undo": Text("hoàn tác quyết định gần nhất", "take the last decision back"),
    "key_help": Text("mở bảng này", "show this list"),
    "keys_on": Text("Dùng phím tắt", "Use these keys"),
    "saved_beside": Text(
        "Quyết định được lưu ngay vào tệp {name}, cạnh biên bản.",
        "Decisions are saved at once to {name}, next to the minutes.",
    ),
    "session_only": Text(
        "Biên bản này được thả lên trang, nên quyết định chỉ giữ đến khi tắt chương trình. Hãy bấm "
        "“Lưu tệp quyết định” trước khi tắt; lần sau thả tệp ấy cùng với biên bản là xem tiếp "
        "được.",
        "These minutes were uploaded, so decisions are kept until the program ends. Press “Save "
        "the decisions” before that; drop that file together with the minutes to go on.",
    ),
    "not_saved": Text(
        "Quyết định chưa được lưu vào tệp cạnh biên bản: hãy bấm “Lưu tệp quyết định” trước khi "
        "tắt chương trình.",
        "Decisions are not saved next to the minutes: press “Save the decisions” before the "
        "program ends.",
    ),
    "save_review": Text("Lưu tệp quyết định", "Save the decisions"),
    "open_review": Text("Mở tệp quyết định đã lưu", "Open saved decisions"),
    "carry_over": Text("Chuyển {n} quyết định cũ sang bản này", "Carry {n} earlier decisions over"),
    "carried": Text("Đã chuyển các quyết định cũ sang bản này.", "Decisions are carried over."),
    "taken": Text("Đã mở tệp quyết định.", "The decisions are opened."),
    "elsewhere": Text(
        "Quyết định thuộc bản trước của tệp", "Decisions on the earlier text of the file"
    ),
    "elsewhere_lead": Text(
        "Biên bản đã sửa nên những quyết định này không còn ứng với chỗ nào.",
        "The file was edited; these decisions match nothing in it any more.",
    ),
    "elsewhere_section": Text("Phần của đoạn {n}: {after}", "Section of paragraph {n}: {after}"),
    "pictures": Text("Ảnh trang", "Pages"),
    "read_text": Text("Chữ đã đọc", "Text as read"),
    "left_pane": Text("Biên bản", "The minutes"),
    "right_pane": Text("Quyết định", "Decisions"),
    "page_number": Text("Trang {page}", "Page {page}"),
    "page_alt": Text("Ảnh trang {page} của biên bản", "Picture of page {page}"),
    "zoom_in": Text("Phóng to", "Zoom in"),
    "zoom_out": Text("Thu nhỏ", "Zoom out"),
    "flip": Text("Xoay ngược trang này", "Turn this page upside down"),
    "no_picture": Text("Không mở được ảnh trang này.", "The picture cannot be shown."),
    "page_poor": Text(
        "ĐỌC KÉM: những gì ở trang này chưa chắc đúng, và có thể còn điều máy không thấy",
        "READ POORLY: what is said of this page may be wrong, and something may have been missed",
    ),
    "page_good": Text("đọc rõ", "read well"),
    "page_fair": Text("đọc được", "read fairly"),
    "page_blank": Text("trang trắng", "blank page"),
    "page_typed": Text("chữ có sẵn trong tệp, không phải nhận dạng", "text of the file itself"),
    "figure_quality": Text("độ rõ chung {n} %", "clarity {n} %"),
    "figure_confidence": Text("máy chắc về chữ {n} %", "sure of the words {n} %"),
    "figure_ink": Text("nét mực đã đọc {n} %", "ink that was read {n} %"),
    "figure_syllables": Text("âm tiết đúng tiếng Việt {n} %", "Vietnamese syllables {n} %"),
    "pages_good": Text(
        "Nhận dạng chữ: đọc được {n}/{n} trang.", "Pages that could be read: {n} of {n}."
    ),
    "pages_poor": Text(
        "Nhận dạng chữ: {poor}/{n} trang ĐỌC KÉM (trang {pages}).",
        "{poor} of {n} pages were READ POORLY (page {pages}).",
    ),
    "evidence_legend": Text(
        "khung liền: chỗ máy dựa vào", "solid frame: what the finding rests on"
    ),
    "nearest_legend": Text(
        "khung đứt: đoạn gần nhất, chưa được tính", "dashed frame: nearest passage, not counted"
    ),
    "section_of": Text("Phần của đoạn {n}", "Section of paragraph {n}"),
    "machine_said": Text("máy xếp: {section}", "program: {section}"),
    "section_saved": Text("Đoạn {n}: đã xếp vào {section}.", "Paragraph {n}: {section}."),
    "decision_saved": Text("{decision}. {progress}.", "{decision}. {progress}."),
    "no_correction": Text(
        "Điểm này chỉ chọn có hoặc không có thiếu sót.", "Say whether the fault is there or not."
    ),
    "words_missing": Text("Hãy ghi lời đã sửa.", "Write the corrected words."),
    "no_such_item": Text(
        "Không còn điểm này trong kết quả. Hãy tải lại trang.",
        "This is no longer in the result. Reload the page.",
    ),
    "bad_decision": Text("Quyết định không hợp lệ.", "This is no valid decision."),
    "has_decisions": Text(
        "Màn hình này đã có quyết định nên không mở thêm tệp. Hãy hoàn tác hết trước.",
        "There are decisions here already; undo them before opening others.",
    ),
    "back_to_result": Text("Về trang kết quả", "Back to the result"),
}


class ReviewPhrases(Phrases):
    """The phrases of one language, those of every page included."""

    def __call__(self, key: str, **values: object) -> str:
        """Return the phrase ``key`` with ``values`` put in; KeyError when there is none."""
        if key in _PHRASES:
            return _PHRASES[key].in_language(self.language).format(**values)
        return super().__call__(key, **values)


def phrase(key: str) -> Text:
    """Return a phrase of this screen in both languages."""
    return _PHRASES[key]
