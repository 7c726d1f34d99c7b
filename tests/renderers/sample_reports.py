"""Reports made by hand, one for every kind of outcome; quotes are looked up, so offsets agree."""

from __future__ import annotations

from minutes_nlp.baseline import compare
from minutes_nlp.fingerprints import with_fingerprints
from minutes_nlp.model.labels import (
    Characteristic,
    DocumentKind,
    Level,
    Role,
    SectionLabel,
    Severity,
)
from minutes_nlp.model.report import (
    AssignmentInfo,
    AttendanceInfo,
    CharacteristicInfo,
    DocumentTypeInfo,
    EvidenceInfo,
    FailureInfo,
    FindingInfo,
    ItemInfo,
    MeetingInfo,
    NearestInfo,
    PageQualityInfo,
    ParagraphInfo,
    ProducedBy,
    Report,
    SignInfo,
    SourceInfo,
    SpeakerInfo,
    UndecidedInfo,
)
from minutes_nlp.settings import Settings

HD42 = "Hướng dẫn 42-HD/BTCTW ngày 28/10/2025 (theo cấu hình)."

LINES = """\
formalities | ĐẢNG BỘ XÃ MINH DUYÊN
formalities | CHI BỘ THÔN NGOẠI TRẠCH
formalities | ĐẢNG CỘNG SẢN VIỆT NAM
formalities | BIÊN BẢN SINH HOẠT CHI BỘ THÁNG 7 NĂM 2026
formalities | Thời gian: 19 giờ 30 ngày 05/7/2026, tại nhà văn hoá thôn.
formalities | Tổng số 21 đảng viên, có mặt 18, vắng 2: đ/c Tài, đ/c Duy.
formalities | Chủ trì: đ/c Phạm Văn Khoái, bí thư. Thư ký: đ/c Vũ Đình Soạn.
news | Trong nước: kỳ họp Quốc hội vừa bế mạc; giá xăng giảm hai lần trong tháng 6.
policy_dissemination | Phổ biến Kết luận số 21-KL/ĐU của đảng ủy xã về giữ đất lúa: không đào \
ao, không bỏ hoang. Thôn ta còn 7 mẫu Cồn Mả phải có người nhận cấy.
task_review | 1. Kiểm lại nghị quyết tháng 6: nạo vét 1.200 m mương, đạt 80 % vì máy hỏng hai tuần.
task_review | Thu đủ đảng phí 18/18 đồng chí có mặt.
next_tasks | 2. Việc tháng 7: cấy xong 214 mẫu trước ngày 15/7, chữa loa xóm Đông.
contributions | 3. Thảo luận
contributions:member:Nguyễn Thị Thoa | Đ/c Thoa: loa xóm Đông hỏng từ mùng 4, bà con không biết \
lịch bơm nước, đề nghị mua tăng âm cũ của nhà ông thợ điện.
contributions:member:Lực | Đ/c Lực nhất trí với báo cáo, đề nghị máy bơm chạy từ 4 giờ sáng.
contributions | Các đồng chí khác cơ bản nhất trí.
contributions:chair:Phạm Văn Khoái | Đ/c Bí thư tiếp thu ý kiến của đ/c Thoa và cảm ơn các \
đồng chí đã phát biểu.
criticism | 4. Tự phê bình và phê bình: chi bộ nghiêm túc tự phê bình và phê bình.
resolution | Biểu quyết: 18/18 đồng chí nhất trí với nhiệm vụ tháng 7.
resolution | Giao đ/c Thoa mua tăng âm xong trước ngày 20/7, đ/c Lực trông máy bơm.
formalities | Biên bản được đọc lại và thông qua.
formalities | NGƯỜI GHI BIÊN BẢN | CHỦ TRÌ
"""


def paragraphs(lines: str = LINES, page_break: int = 12) -> tuple[ParagraphInfo, ...]:
    return tuple(
        _paragraph(index, line, 1 if index < page_break else 2)
        for index, line in enumerate(lines.splitlines())
    )


def _paragraph(index: int, line: str, page: int) -> ParagraphInfo:
    label, text = line.split(" | ", 1)
    section, role, name = (*label.split(":"), "", "")[:3]
    speaker = SpeakerInfo(name=name, role=Role(role)) if role else None
    confidence = 0.44 if "tiếp thu" in text else 0.97
    return ParagraphInfo(
        index=index,
        page=page,
        text=text,
        section=SectionLabel(section),
        confidence=confidence,
        speaker=speaker,
    )


def evidence(words: str, lines: str = LINES) -> EvidenceInfo:
    for paragraph in paragraphs(lines):
        start = paragraph.text.find(words)
        if start >= 0:
            end = start + len(words)
            return EvidenceInfo(paragraph=paragraph.index, start=start, end=end, text=words)
    raise AssertionError(f"no paragraph has {words!r}")


def sign(name: str, words: str) -> SignInfo:
    return SignInfo(sign=name, **evidence(words).model_dump())


def nearest(words: str, why_not: str) -> NearestInfo:
    paragraph = paragraphs()[evidence(words).paragraph]
    return NearestInfo(paragraph=paragraph.index, text=paragraph.text, why_not=why_not)


PRODUCED_BY = ProducedBy(minutes_nlp="0.1.0", model="sha256:0", profile="hd42-2025")

MEETING = MeetingInfo(
    cell="Chi bộ thôn Ngoại Trạch",
    date="2026-07-05",
    start="19:30",
    place="nhà văn hoá thôn",
    chair="Phạm Văn Khoái",
    secretary="Vũ Đình Soạn",
    attendance=AttendanceInfo(total=21, present=18, absent=2),
)

ITEMS = (
    ItemInfo(
        title="Kiểm lại nghị quyết tháng 6",
        first=9,
        end=11,
        presented=True,
        discussed=False,
        concluded=None,
        voted=False,
    ),
    ItemInfo(
        title="Việc tháng 7: cấy lúa, chữa loa xóm Đông",
        first=11,
        end=20,
        presented=True,
        discussed=True,
        concluded="final",
        voted=True,
        assigned=(
            AssignmentInfo(who="đ/c Thoa", what="mua tăng âm", due="2026-07-20"),
            AssignmentInfo(who="đ/c Lực", what="trông máy bơm"),
            AssignmentInfo(what="cấy xong 214 mẫu", due="trước ngày 15/7"),
            AssignmentInfo(who="xóm Đông", what="dọn mương", due="trong tháng 7"),
        ),
    ),
)

CHARACTERISTICS = {
    Characteristic.LEADERSHIP: CharacteristicInfo(
        level=Level.PRESENT,
        confidence=0.93,
        evidence=(
            sign("concrete_task", "Giao đ/c Thoa mua tăng âm xong trước ngày 20/7"),
            sign("vote", "18/18 đồng chí nhất trí"),
        ),
    ),
    Characteristic.EDUCATIONAL: CharacteristicInfo(
        level=Level.WEAK,
        confidence=0.52,
        evidence=(
            sign(
                "policy_told",
                "Phổ biến Kết luận số 21-KL/ĐU của đảng ủy xã về giữ đất lúa: không đào "
                "ao, không bỏ hoang.",
            ),
        ),
    ),
    Characteristic.COMBATIVE: CharacteristicInfo(level=Level.ABSENT, confidence=0.8),
}

FINDINGS = (
    FindingInfo(
        code="TP002",
        name="attendance-does-not-add-up",
        title="Số liệu dự họp không khớp",
        severity=Severity.WARNING,
        message="Biên bản ghi tổng số 21, có mặt 18, vắng 2; cộng lại mới được 20.",
        evidence=(evidence("Tổng số 21 đảng viên, có mặt 18, vắng 2"),),
        basis="Số liệu phải tự khớp với nhau; " + HD42,
    ),
    FindingInfo(
        code="PB002",
        name="hollow-criticism",
        title="Tự phê bình chỉ nêu tiêu đề",
        severity=Severity.INFO,
        message="Phần tự phê bình và phê bình mới có một câu nói chung.",
        evidence=(evidence("chi bộ nghiêm túc tự phê bình và phê bình"),),
        basis=HD42,
    ),
    FindingInfo(
        code="KL001",
        name="missing-chair-conclusion",
        title="Thiếu kết luận của chủ trì",
        severity=Severity.ERROR,
        message="Chưa thấy ghi trong biên bản kết luận của chủ trì, cả sau từng nội dung lẫn "
        "cuối buổi.",
        nearest=(
            nearest("Biểu quyết: 18/18", "đây là biểu quyết, không phải lời kết luận của chủ trì."),
            nearest("Đ/c Bí thư tiếp thu", "tiếp thu và cảm ơn, chưa quyết định việc gì."),
        ),
        searched="tất cả 22 đoạn của biên bản",
        basis=HD42,
        pattern="Chủ trì kết luận: [việc gì đã thống nhất]; giao [ai] làm [việc gì].",
    ),
)

UNDECIDED = (
    UndecidedInfo(
        code="TG002",
        title="Thời lượng dưới mức",
        why="biên bản chưa ghi giờ kết thúc nên không tính được thời lượng.",
    ),
    UndecidedInfo(code="YK004", why="có ý kiến chưa rõ của ai (đoạn 16)."),
)


def faulty_report() -> Report:
    return Report(
        source=SourceInfo(name="bien-ban-thang-7.docx", sha256="0" * 64, reader="docx", pages=2),
        produced_by=PRODUCED_BY,
        document_type=DocumentTypeInfo(label=DocumentKind.REGULAR, confidence=0.98),
        meeting=MEETING,
        paragraphs=paragraphs(),
        items=ITEMS,
        characteristics=CHARACTERISTICS,
        findings=FINDINGS,
        undecided=UNDECIDED,
    )


def clean_report() -> Report:
    return faulty_report().model_copy(update={"findings": (), "undecided": ()})


def other_report() -> Report:
    lines = "formalities | NGHỊ QUYẾT\nnext_tasks | Cấy xong 214 mẫu trước ngày 15/7."
    finding = FindingInfo(
        code="HT000",
        name="not-cell-minutes",
        title="Không phải biên bản sinh hoạt chi bộ",
        severity=Severity.ERROR,
        message="Văn bản có tên là nghị quyết, không ghi diễn biến một buổi sinh hoạt.",
        evidence=(evidence("NGHỊ QUYẾT", lines),),
        basis="Thể thức văn bản của Đảng (theo cấu hình).",
    )
    return Report(
        source=SourceInfo(name="nghi-quyet.docx"),
        produced_by=PRODUCED_BY,
        document_type=DocumentTypeInfo(
            label=DocumentKind.OTHER, confidence=0.9, looks_like="nghị quyết"
        ),
        meeting=MeetingInfo(),
        paragraphs=paragraphs(lines),
        findings=(finding,),
    )


def scanned_report() -> Report:
    source = SourceInfo(name="quet.pdf", recognised=True, quality=0.72)
    return clean_report().model_copy(update={"source": source, "undecided": UNDECIDED})


_UNREAD = (
    "Bản quét đọc kém ở trang 2: nội dung cần tìm có thể nằm ở đó, nên chưa nói được là có hay "
    "thiếu."
)


def poor_scan_report() -> Report:
    """A scan of two pages of which the second was not read; a blank was found on the first."""
    poor = FindingInfo(
        code="HT007",
        name="poor-scan",
        title="Bản quét chất lượng thấp",
        severity=Severity.WARNING,
        message="Bản quét có trang máy đọc không đủ rõ (trang 2: nhiều chỗ có chữ mà máy bỏ sót, "
        "không đọc được). Nên quét lại ở 300 dpi, đặt thẳng, đủ sáng.",
        basis="Chỉ kết luận trên chữ đọc được chắc chắn; ngưỡng theo cấu hình.",
    )
    source = SourceInfo(
        name="quet.pdf",
        pages=3,
        recognised=True,
        quality=0.21,
        page_quality=(
            PageQualityInfo(page=1, recognised=True, quality=0.93, confidence=0.94),
            PageQualityInfo(page=2, recognised=True, poor=True, quality=0.21, ink_covered=0.55),
            PageQualityInfo(page=3, recognised=True),
        ),
    )
    titles = {
        "KL001": "Thiếu kết luận của chủ trì",
        "TC002": "Tính giáo dục chưa rõ",
        "TC003": "Tính chiến đấu chưa rõ",
    }
    unread = [UndecidedInfo(code=c, title=t, why=_UNREAD) for c, t in titles.items()]
    levels = {
        name: info.model_copy(update={"confidence": 0.21}) for name, info in CHARACTERISTICS.items()
    }
    return faulty_report().model_copy(
        update={
            "source": source,
            "findings": (poor,),
            "undecided": (*unread, UNDECIDED[0]),
            "characteristics": levels,
        }
    )


def failed_report() -> Report:
    return Report(
        source=SourceInfo(name="hong.docx"),
        produced_by=ProducedBy(minutes_nlp="0.1.0"),
        failure=FailureInfo(
            error="UnreadableInputError", message="Tệp .docx bị hỏng; hãy mở bằng Word và lưu lại."
        ),
    )


def earlier_report() -> Report:
    """The minutes of :func:`faulty_report` before they were mended in part."""
    mended = FindingInfo(
        code="TP003",
        name="absence-without-reason",
        title="Vắng không rõ lý do",
        severity=Severity.WARNING,
        message="Có đảng viên vắng nhưng chưa thấy ghi trong biên bản lý do vắng.",
        evidence=(evidence("vắng 2: đ/c Tài, đ/c Duy"),),
        basis=HD42,
    )
    undecided_now = FindingInfo(
        code="YK004",
        name="few-speakers",
        title="Ít người phát biểu",
        severity=Severity.INFO,
        message="Biên bản mới ghi 2 người phát biểu.",
        basis=HD42,
    )
    report = faulty_report()
    source = report.source.model_copy(update={"name": "bien-ban-ban-dau.docx"})
    findings = with_fingerprints((*FINDINGS[:2], mended, undecided_now))
    update = {"source": source, "findings": findings, "undecided": UNDECIDED[:1]}
    return report.model_copy(update=update)


def compared_report() -> Report:
    """One finding is mended, two are still there, one is new, and of one nothing is known."""
    report = faulty_report()
    marked = report.model_copy(update={"findings": with_fingerprints(report.findings)})
    return compare(marked, earlier_report(), Settings())


ALL_REPORTS = {
    "faulty": faulty_report,
    "clean": clean_report,
    "other": other_report,
    "scanned": scanned_report,
    "poor-scan": poor_scan_report,
    "failed": failed_report,
    "compared": compared_report,
}
