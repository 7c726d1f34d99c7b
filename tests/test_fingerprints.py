from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from minutes_nlp.analyzer import analyze_text
from minutes_nlp.fingerprints import LENGTH, with_fingerprints
from minutes_nlp.model.labels import Severity
from minutes_nlp.model.report import EvidenceInfo, FindingInfo

CODES = st.sampled_from(["BQ002", "HT005", "KL001"])
WORDS = st.lists(
    st.sampled_from(
        [
            "biểu",
            "quyết",
            "21/19",
            "Đồng",
            "chí",
            "hòa",
            "giải",
            "kỳ",
            "họp",
            "thứ",
            "5",
            "tán",
            "thành",
            "—",
        ]
    ),
    min_size=1,
    max_size=8,
)


def finding(code: str, *passages: str, first: int = 0, message: str = "Chưa đủ.") -> FindingInfo:
    return FindingInfo(
        code=code,
        name=code.lower(),
        severity=Severity.WARNING,
        message=message,
        evidence=tuple(
            EvidenceInfo(paragraph=first + place, start=place, end=place + len(text), text=text)
            for place, text in enumerate(passages)
        ),
        basis="Theo cấu hình.",
    )


def prints(*findings: FindingInfo) -> list[str | None]:
    return [one.fingerprint for one in with_fingerprints(findings)]


FINDINGS = st.lists(
    st.builds(
        lambda code, passages, first: finding(code, *map(" ".join, passages), first=first),
        CODES,
        st.lists(WORDS, max_size=3),
        st.integers(0, 50),
    ),
    max_size=6,
)


@given(FINDINGS)
def test_two_findings_of_one_report_differ(findings: list[FindingInfo]) -> None:
    found = prints(*findings)
    assert len(set(found)) == len(findings)
    assert all(one is not None and len(one) == LENGTH for one in found)


@given(FINDINGS, st.integers(1, 99))
def test_paragraphs_elsewhere_change_nothing(findings: list[FindingInfo], added: int) -> None:
    moved = [
        one.model_copy(
            update={
                "message": f"Other words, {added}.",
                "evidence": tuple(
                    e.model_copy(update={"paragraph": e.paragraph + added, "start": 0})
                    for e in one.evidence
                ),
            }
        )
        for one in findings
    ]
    assert prints(*moved) == prints(*findings)


@given(CODES, WORDS)
def test_words_typed_another_way_are_the_same(code: str, words: list[str]) -> None:
    typed = finding(code, " ".join(words))
    retyped = finding(code, "  ".join(word.upper() for word in words) + " .")
    toneless = finding(code, unicodedata.normalize("NFD", " ".join(words)).replace("\u0300", ""))
    assert prints(retyped) == prints(toneless) == prints(typed)


def test_tones_on_the_old_and_the_new_place_are_the_same() -> None:
    assert prints(finding("KL002", "hoà giải")) == prints(finding("KL002", "hòa giải"))


def test_other_numbers_and_other_checks_are_other_findings() -> None:
    one, other = finding("BQ002", "21/19 tán thành"), finding("BQ002", "20/19 tán thành")
    assert prints(one) != prints(other)
    assert prints(one) != prints(finding("TP002", "21/19 tán thành"))


MINUTES = [
    "ĐẢNG CỘNG SẢN VIỆT NAM",
    "BIÊN BẢN SINH HOẠT CHI BỘ THÁNG 7 NĂM 2026",
    "Thời gian: 19 giờ 30 ngày 05/7/2026, tại nhà văn hóa thôn Đông.",
    "Tổng số 21 đảng viên, có mặt 18, vắng 2.",
    "Chủ trì: đ/c Phạm Văn Khoái, Bí thư. Thư ký: đ/c Vũ Đình Soạn.",
    "Đ/c Thoa: loa xóm Đông hỏng từ mùng 4, đề nghị mua tăng âm.",
    "Biểu quyết: 21/19 đồng chí tán thành.",
    "Biên bản kết thúc lúc 21 giờ cùng ngày.",
]


def test_a_paragraph_put_into_the_minutes_keeps_the_other_findings() -> None:
    added = "Trong nước: kỳ họp Quốc hội vừa bế mạc; giá xăng giảm hai lần trong tháng 6."
    before = analyze_text("\n".join(MINUTES)).findings
    after = analyze_text("\n".join([*MINUTES[:3], added, *MINUTES[3:]])).findings
    quoted = {one.fingerprint: one.evidence for one in before if one.evidence}
    kept = {one.fingerprint: one.evidence for one in after if one.fingerprint in quoted}
    assert "BQ002" in {one.code for one in before}
    assert kept.keys() == quoted.keys()
    for fingerprint, evidence in kept.items():
        places = [one.paragraph for one in quoted[fingerprint]]
        assert [one.paragraph for one in evidence] == [p + (p >= 3) for p in places]
