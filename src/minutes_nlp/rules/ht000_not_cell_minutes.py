"""HT000: the paper is no minutes of a party-cell meeting."""

from __future__ import annotations

from collections.abc import Iterator

from minutes_nlp.model.labels import DocumentKind, Severity
from minutes_nlp.model.language import Text
from minutes_nlp.model.minutes import Minutes
from minutes_nlp.rules.base import Rule
from minutes_nlp.rules.claims import Claim
from minutes_nlp.rules.thresholds import Thresholds
from minutes_nlp.rules.verdicts import Verdict


class NotCellMinutes(Rule):
    """The paper is something else than minutes of a party-cell meeting.

    **Why it matters.** A resolution or a report lacks most of what minutes have; to check it as
    minutes would only mislead. No other check runs.

    **What does not count.** A missing title or number: minutes without any are minutes.

    **How to record it.** Choose the file of the minutes themselves.
    """

    code, name, severity = "HT000", "not-cell-minutes", Severity.ERROR
    claim = Claim.MISSING
    kinds = frozenset({DocumentKind.OTHER})
    title = Text("Không phải biên bản sinh hoạt chi bộ", "Not minutes of a cell meeting")
    basis = Text(
        "Các quy tắc chỉ áp dụng cho biên bản sinh hoạt chi bộ.",
        "The checks are made for minutes of party-cell meetings.",
    )
    pattern = Text(
        "Chọn lại tệp: cần biên bản sinh hoạt của [chi bộ nào], [ngày họp nào]. Giấy đang xem là "
        "[loại giấy gì] thì để nguyên, không sửa thành biên bản.",
        "Choose another file: the minutes of [which cell], [which meeting]. If this paper is "
        "[another kind of paper], leave it as it is; do not turn it into minutes.",
    )
    good = (
        (
            "formalities | BIÊN BẢN SINH HOẠT CHI BỘ THÁNG 7 NĂM 2026",
            "formalities | Tổng số đảng viên: 21 đồng chí; có mặt: 19; vắng: 02 (có lý do).",
            "formalities | Chủ trì: đồng chí Trần Văn Sơn, Bí thư Chi bộ.",
            "contributions:member | Đ/c Hùng: đề nghị nạo kênh trước mùa mưa.",
            "conclusions:chair | Đồng chí Bí thư giao đ/c Lan nạo kênh trước ngày 20/7.",
            "formalities | Hội nghị kết thúc lúc 21 giờ 15 phút cùng ngày.",
        ),
    )
    bad = (
        (
            "formalities | ĐẢNG BỘ XÃ AN LÂM",
            "formalities | CHI BỘ THÔN ĐÔNG",
            "formalities | NGHỊ QUYẾT",
            "formalities | lãnh đạo thực hiện nhiệm vụ tháng 7 năm 2026",
            "resolution | Căn cứ tình hình, nhiệm vụ của chi bộ; Chi bộ thôn Đông quyết nghị:",
            "next_tasks | Điều 1. Tập trung bơm nước, làm cỏ đợt 2 cho 42 ha lúa.",
            "next_tasks | Điều 2. Chi ủy, các đồng chí đảng viên chịu trách nhiệm thi hành nghị "
            "quyết này.",
            "formalities | Nơi nhận: Đảng ủy xã (để báo cáo); lưu chi bộ.",
            "formalities | T/M CHI BỘ",
            "formalities | BÍ THƯ",
        ),
    )

    def check(self, minutes: Minutes, thresholds: Thresholds) -> Iterator[Verdict]:
        """Yield one verdict for a paper of another kind."""
        kind = minutes.document_type
        if kind.kind is not DocumentKind.OTHER:
            return
        paper = kind.looks_like or "loại giấy tờ khác"
        if kind.confidence < thresholds["confidence"]:
            yield self.undecided(
                Text(
                    f"Chưa rõ đây có phải biên bản sinh hoạt chi bộ hay là {paper}; các quy tắc "
                    "khác chưa được kiểm tra.",
                    f"Whether these are minutes of a cell meeting or another paper (“{paper}”) "
                    "is not clear; nothing else was checked.",
                )
            )
            return
        message = Text(
            f"Tệp này có vẻ là {paper}, không phải biên bản sinh hoạt chi bộ; các quy tắc khác "
            "không được kiểm tra.",
            f"This looks like another paper (“{paper}”), not minutes of a cell meeting; nothing "
            "else was checked.",
        )
        yield self.found(message)
