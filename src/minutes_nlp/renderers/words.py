"""Every fixed phrase that a report shows, in both languages."""

from __future__ import annotations

from typing import Final

from minutes_nlp.model.language import Language, Text

WORDS: Final[dict[str, Text]] = {
    "report": Text("Kết quả đọc biên bản", "Reading of the minutes"),
    "cell": Text("Chi bộ", "Cell"),
    "sitting": Text("Buổi họp", "Meeting"),
    "place": Text("Địa điểm", "Place"),
    "chair": Text("Chủ trì", "Chair"),
    "secretary": Text("Người ghi", "Note-taker"),
    "members": Text("Đảng viên", "Members"),
    "total": Text("tổng số {n}", "{n} in all"),
    "present": Text("có mặt {n}", "{n} present"),
    "absent": Text("vắng {n}", "{n} absent"),
    "exempt": Text("miễn sinh hoạt {n}", "{n} exempt"),
    "temporary": Text("sinh hoạt tạm thời {n}", "{n} temporary"),
    "probationary": Text("dự bị {n}", "{n} probationary"),
    "date": Text("ngày {date}", "{date}"),
    "clock": Text("từ {start} đến {end}", "{start} to {end}"),
    "clock_start": Text("bắt đầu {start}", "from {start}"),
    "clock_end": Text("kết thúc {end}", "until {end}"),
    "looks_like": Text("Trông giống", "Looks like"),
    "scan": Text("Bản quét", "Scan"),
    "scan_plain": Text("chữ do máy nhận dạng từ ảnh", "text recognised from images"),
    "scan_quality": Text(
        "chữ do máy nhận dạng từ ảnh, độ rõ khoảng {percent} %",
        "text recognised from images, clarity about {percent} %",
    ),
    "scan_worst": Text(
        "chữ do máy nhận dạng từ ảnh, độ rõ trang kém nhất khoảng {percent} %",
        "text recognised from images, clarity of the worst page about {percent} %",
    ),
    "scan_notice": Text(
        "Bản quét: trang {pages} chất lượng thấp nên máy đọc không đủ rõ. Những gì chưa thấy ghi "
        "có thể nằm ở đó; những gì đọc được ở đó chưa chắc đúng.",
        "Scan: page {pages} is of poor quality and could not be read well. What was not seen may "
        "stand there, and what was read there may be wrong.",
    ),
    "scan_notice_all": Text(
        "Bản quét: cả {n} trang có chữ đều chất lượng thấp nên máy đọc không đủ rõ. Kết quả dưới "
        "đây chưa nói được biên bản ghi đủ hay thiếu.",
        "Scan: all {n} pages with text are of poor quality and could not be read well. What "
        "follows does not tell whether the minutes are complete.",
    ),
    "poor_page_count": Text("{n} trang đọc kém", "pages read poorly: {n}"),
    "level_open": Text("chưa kết luận được, vì có trang đọc kém", "open, as a page was not read"),
    "level_undecided": Text(
        "chưa kết luận được, lý do ghi ở phần sau", "open, for the reason below"
    ),
    "level_open_quotes": Text(
        "Chưa thấy ở các trang đọc rõ; chưa kể các trang đọc kém.",
        "Not seen on the pages that were read well; the others were not counted.",
    ),
    "read": Text("Đã đọc", "Read"),
    "reading": Text("Đọc tệp", "Reading the file"),
    "read_count": Text("{read}/{total} đoạn", "{read}/{total} paragraphs"),
    "result": Text("Kết quả", "Result"),
    "error_count": Text("{n} cần sửa", "{n} to mend"),
    "warning_count": Text("{n} nên xem", "{n} to look at"),
    "info_count": Text("{n} lưu ý thêm", "{n} to note"),
    "undecided_count": Text("{n} không kết luận được", "{n} undecided"),
    "not_checked": Text("không kiểm tra nội dung", "content not checked"),
    "more_quotes": Text("và {n} chỗ khác nữa", "and {n} more"),
    "error": Text("Cần sửa", "To mend"),
    "warning": Text("Nên xem", "To look at"),
    "info": Text("Lưu ý thêm", "To note"),
    "findings": Text("Những điểm cần sửa, nên xem", "What to mend and look at"),
    "no_findings": Text(
        "Không thấy điểm nào cần sửa hoặc nên xem.", "Nothing found to mend or to look at."
    ),
    "no_findings_but": Text(
        "Chưa thấy điểm nào cần sửa hoặc nên xem; còn {n} điểm máy không kết luận được (ở dưới).",
        "Nothing found to mend so far; {n} checks stay undecided, see below.",
    ),
    "changes": Text("So với lần trước", "Since last time"),
    "earlier": Text("Tệp lần trước: {earlier}", "File of last time: {earlier}"),
    "new": Text("mới", "new"),
    "unchanged": Text("còn lại", "still there"),
    "new_count": Text("{n} mới", "{n} new"),
    "unchanged_count": Text("{n} còn lại", "{n} still there"),
    "fixed_count": Text("{n} đã sửa", "{n} mended"),
    "open_count": Text("{n} chưa rõ", "{n} open"),
    "fixed": Text("Đã sửa:", "Mended:"),
    "open": Text(
        "Chưa rõ đã sửa hay chưa (lần này máy không kiểm tra hoặc không kết luận được):",
        "Mended or not is not known (not checked this time, or undecided):",
    ),
    "nothing_fixed": Text(
        "Các điểm của lần trước đều còn lại ở trên.", "All of last time is still there, see above."
    ),
    "nothing_before": Text("Lần trước không có điểm nào.", "Nothing was found last time."),
    "searched": Text("Đã tìm trong:", "Searched:"),
    "nearest": Text("Gần đúng nhất nhưng chưa tính:", "Closest, but not counted:"),
    "why_not": Text("Chưa tính vì:", "Not counted because:"),
    "basis": Text("Căn cứ:", "Basis:"),
    "how_good": Text("Mẫu ghi đủ:", "A full record has this shape:"),
    "comment_place": Text(" (chỗ {n}/{total})", " (place {n} of {total})"),
    "comment_again": Text(
        "Cùng một nhận xét {code}: xem đủ ở chỗ thứ nhất.",
        "The same finding {code}: told in full at the first place.",
    ),
    "comment_nearest": Text(
        "Chỗ này gần đúng nhất nhưng chưa tính vì: {why}",
        "This is the closest passage, but it was not counted because: {why}",
    ),
    "matrix": Text("Từng nội dung của buổi họp", "The items of the meeting"),
    "matrix_note": Text(
        "“riêng”: kết luận ngay nội dung đó; “chung”: nằm trong kết luận chung của buổi họp. "
        "Dấu – là chưa thấy ghi trong biên bản; không phải nội dung nào cũng cần biểu quyết.",
        "“own”: concluded by itself; “final”: covered by the conclusion of the whole meeting. "
        "– means not seen in the minutes; not every item needs a vote.",
    ),
    "no_items": Text(
        "Máy chưa tách được nội dung nào riêng trong biên bản này.",
        "No single items could be told apart in these minutes.",
    ),
    "item": Text("Nội dung", "Item"),
    "presented": Text("Trình bày", "Presented"),
    "discussed": Text("Thảo luận", "Discussed"),
    "concluded": Text("Kết luận", "Concluded"),
    "voted": Text("Biểu quyết", "Voted"),
    "assigned": Text("Phân công", "Assigned"),
    "yes": Text("có", "yes"),
    "none": Text("–", "–"),
    "own": Text("riêng", "own"),
    "final": Text("chung", "final"),
    "no_owner": Text("chưa rõ người", "nobody named"),
    "due_date": Text("hạn {due}", "by {due}"),
    "due_words": Text("hạn: {due}", "due: {due}"),
    "more_tasks": Text("và {n} việc nữa", "and {n} more"),
    "characteristics": Text(
        "Ba tính chất của buổi sinh hoạt, đọc từ biên bản",
        "Three characteristics of the meeting, as the minutes show them",
    ),
    "no_evidence": Text(
        "Chưa thấy câu nào trong biên bản thể hiện rõ điều này.",
        "No passage of the minutes shows this.",
    ),
    "unsure": Text("máy chưa chắc", "not certain"),
    "undecided": Text("Những điểm máy không kết luận được", "What could not be decided"),
    "undecided_note": Text(
        "Chưa nói là thiếu, cũng chưa nói là đủ; mong đồng chí tự xem lại.",
        "Neither missing nor complete; please look for yourself.",
    ),
    "sections": Text("Biên bản gồm những phần nào", "Sections of the minutes"),
    "section": Text("Phần", "Section"),
    "paragraph_count": Text("Số đoạn", "Count"),
    "paragraph_numbers": Text("Ở các đoạn", "Paragraphs"),
    "no_section": Text("chưa thấy", "not seen"),
    "unsure_paragraphs": Text(
        "Máy chưa chắc đã xếp đúng phần: đoạn {numbers}.",
        "Section not certain: paragraphs {numbers}.",
    ),
    "full_text": Text("Toàn văn biên bản, xếp theo phần", "The minutes, section by section"),
    "plain_text": Text("Toàn văn", "Full text"),
    "legend": Text("Chú giải", "Legend"),
    "legend_finding": Text("chữ được trích ở một điểm cần xem", "words quoted by a finding"),
    "legend_sign": Text("chữ thể hiện một trong ba tính chất", "words that show a characteristic"),
    "see_finding": Text("xem điểm {n}", "see finding {n}"),
    "contents": Text("Các phần của kết quả", "Parts of the report"),
    "speaker": Text("Người nói: {who}", "Speaker: {who}"),
    "unsure_section": Text("máy chưa chắc đã xếp đúng phần", "section not certain"),
    "paragraph_at": Text("Đoạn {n}", "Paragraph {n}"),
    "paragraph_on_page": Text("Trang {page}, đoạn {n}", "Page {page}, paragraph {n}"),
    "other_type": Text(
        "Giấy này trông giống {looks_like}, không phải biên bản sinh hoạt chi bộ.",
        "This paper looks like another kind ({looks_like}), not like minutes of a cell meeting.",
    ),
    "other_type_unnamed": Text(
        "Giấy này không giống biên bản sinh hoạt chi bộ.",
        "This paper does not look like minutes of a cell meeting.",
    ),
    "nothing_else": Text(
        "Vì vậy máy không kiểm tra thêm điều gì. Nếu đây đúng là biên bản sinh hoạt chi bộ, "
        "mong đồng chí xem lại tên gọi và phần mở đầu của văn bản.",
        "Nothing else was checked therefore. If these are minutes of a cell meeting after all, "
        "please look at the title and the opening of the document.",
    ),
    "failure": Text("Không phân tích được tệp này", "This file could not be analysed"),
    "disclaimer": Text(
        "Kết quả do máy đọc, chỉ nói biên bản ghi đủ hay chưa; không chấm điểm chi bộ, "
        "không đánh giá người nào. Mong đồng chí đọc lại trước khi dùng.",
        "Read by a machine: it says only whether the minutes are complete, gives no score and "
        "judges no person. Please check before use.",
    ),
    "produced_by": Text(
        "minutes-nlp {version}, bộ quy định {profile}", "minutes-nlp {version}, profile {profile}"
    ),
    "produced_by_only": Text("minutes-nlp {version}", "minutes-nlp {version}"),
}


class Words:
    """The phrases of :data:`WORDS` in one language."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def __call__(self, key: str, **values: object) -> str:
        """Return the phrase ``key`` with ``values`` put in.

        Raises:
            KeyError: no such phrase, or a value that it needs is left out.
        """
        return WORDS[key].in_language(self.language).format(**values)
