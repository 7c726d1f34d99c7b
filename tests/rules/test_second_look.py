"""What seems missing is looked for again in other forms of the same minutes."""

from __future__ import annotations

from minutes_nlp import Report, analyze_text
from minutes_nlp.model.labels import SectionLabel
from minutes_nlp.model.language import Text
from minutes_nlp.model.minutes import CueKind, Minutes
from minutes_nlp.model.second_reading import SecondReading
from minutes_nlp.rules import load_profile, run_rules
from minutes_nlp.settings import Settings
from tests.rules.building import minutes_of, paragraph

RIGHT = """ĐẢNG BỘ XÃ AN LÂM
CHI BỘ THÔN ĐÔNG
ĐẢNG CỘNG SẢN VIỆT NAM
An Lâm, ngày 05 tháng 7 năm 2026
BIÊN BẢN SINH HOẠT CHI BỘ THÁNG 7 NĂM 2026
Hôm nay, vào hồi 19 giờ 30 phút ngày 05/7/2026, Chi bộ thôn Đông họp tại nhà văn hóa.
Tổng số 21 đảng viên, có mặt 20, vắng 01 có lý do: đồng chí Hà (ốm).
Chủ trì: đồng chí Trần Văn Sơn, Bí thư Chi bộ. Thư ký: đồng chí Nguyễn Thị Lan.
Đảng phí tháng 7 đã thu đủ.
I. ĐÁNH GIÁ NHIỆM VỤ THÁNG 6
Thôn gieo xong 42 ha lúa, còn 3 ha thiếu nước ở cánh đồng Bãi.
II. Ý KIẾN
Đồng chí Phạm Văn Khải nói trạm bơm yếu, đề nghị xã cho mượn máy dầu.
Đồng chí Đỗ Thị Mai đề nghị dọn kênh trước rồi hãy bơm.
III. KẾT LUẬN
Đồng chí Bí thư kết luận: giao đồng chí Khải mượn máy, bơm xong 3 ha trước ngày 10/7.
Thư ký đọc lại biên bản, 20/20 đồng chí nhất trí. Hội nghị kết thúc lúc 21 giờ 15 phút cùng ngày.
THƯ KÝ
Nguyễn Thị Lan
CHỦ TRÌ
Trần Văn Sơn
"""
MISTYPED = (
    RIGHT.replace("ĐẢNG CỘNG SẢN", "ĐẢGN CỘNG SẢN")
    .replace("Đảng phí tháng", "Đảng phsi tháng")
    .replace("đọc lại biên bản", "đọc lại biên ản")
    .replace("CHỦ TRÌ\n", "CHỦ RÌ\n")
)
FORMAL = {"HT001", "HT002", "HT003", "DP001"}


def _found(report: Report) -> set[str]:
    return {finding.code for finding in report.findings}


def _undecided(report: Report) -> dict[str, str]:
    return {one.code: one.why for one in report.undecided}


def test_typing_errors_feign_nothing() -> None:
    assert not _found(analyze_text(RIGHT)) & FORMAL
    report = analyze_text(MISTYPED)
    assert not _found(report) & FORMAL
    why = _undecided(report)["HT003"]
    assert "“ĐẢGN” → “ĐẢNG”" in why
    assert "đoạn 3" in why


def test_what_is_missing_beside_typing_errors_is_still_found() -> None:
    report = analyze_text(MISTYPED.replace("Đảng phsi tháng 7 đã thu đủ.\n", ""))
    assert "DP001" in _found(report)
    assert "DP001" not in _undecided(report)


def test_of_two_things_only_what_the_other_form_lacks_too_is_named() -> None:
    nobody = minutes_of([paragraph(SectionLabel.FORMALITIES)])
    chair = minutes_of([paragraph(SectionLabel.FORMALITIES, cue=CueKind.SIGNATURE_CHAIR)])
    form = SecondReading(lambda: chair, Text("Có chữ gõ sai.", "Words are mistyped."))
    (finding,), _ = run_rules(
        nobody, load_profile("hd42-2025"), Settings(select=("HT002",)), lambda _: [form]
    )
    assert "thư ký" in finding.message
    assert "chủ trì" not in finding.message


def test_other_forms_are_read_only_where_something_seems_missing() -> None:
    def read() -> Minutes:
        raise AssertionError("read without need")

    form = SecondReading(read, Text("Có chữ gõ sai.", "Words are mistyped."))
    signed = minutes_of(
        paragraph(SectionLabel.FORMALITIES, cue=cue)
        for cue in (CueKind.SIGNATURE_CHAIR, CueKind.SIGNATURE_SECRETARY)
    )
    said = run_rules(
        signed, load_profile("hd42-2025"), Settings(select=("HT002",)), lambda _: [form]
    )
    assert said == ((), ())


def test_members_who_speak_within_a_long_paragraph_are_not_called_silent() -> None:
    lines = RIGHT.splitlines()
    start = lines.index("I. ĐÁNH GIÁ NHIỆM VỤ THÁNG 6")
    end = next(i for i, line in enumerate(lines) if line.startswith("Thư ký đọc lại"))
    joined = [*lines[:start], " ".join(f"{line}:" if line.isupper() else line
                                      for line in lines[start:end]), *lines[end:]]  # fmt: skip
    report = analyze_text("\n".join(joined))
    assert not _found(report) & {"YK001", "KL001"}
    (few,) = [finding for finding in report.findings if finding.code == "YK004"]
    assert "2/20" in few.message
