"""The validator finds contradictions between paragraphs, header and findings."""

import pytest

from minutes_nlp.corpus.labelled_text import parse_document
from minutes_nlp.corpus.validation import contradictions

SOUND = """# id: v-01
# kind: regular
# date: 2026-03-05
# start: 19:30
# end: 21:15
# chair: Lê Văn Khoa
# secretary: Bùi Thị Nga
# total: 5
# present: 5
# named_speakers: 2
# leadership: present
# educational: present
# combative: present
# findings:
formalities | ĐẢNG CỘNG SẢN VIỆT NAM
news | Lũ lớn ở ba xã miền núi, chi bộ góp 5 triệu đồng.
policy_dissemination | Luật Đất đai mới: cấp sổ lần đầu không thu tiền, đảng viên nhắc các hộ.
task_review | Tháng trước gặt xong 40 ha, còn 3 hộ chậm nộp thủy lợi phí do mất mùa.
contributions:member | Đ/c Sơn: đề nghị nạo vét mương tổ 3.
criticism:member | Đ/c Lan nhận thiếu sót, ba buổi trực bỏ về sớm.
conclusions:chair | Đ/c Khoa giao đ/c Sơn nạo vét mương tổ 3 xong trước 20/3.
formalities | Biên bản đã đọc lại.
formalities | THƯ KÝ
formalities | CHỦ TRÌ
formalities | Bùi Thị Nga
formalities | Lê Văn Khoa
"""


def problems(old: str = "", new: str = "") -> list[str]:
    assert old in SOUND
    return contradictions(parse_document(SOUND.replace(old, new), voice="v"))


def test_a_sound_record_has_no_problem() -> None:
    assert problems() == []


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("# findings:", "# findings: KL001", "KL001"),
        ("conclusions:chair | Đ/c Khoa", "contributions:chair | Đ/c Khoa", "KL001"),
        ("criticism:member", "contributions:member", "PB001"),
        ("news | Lũ", "formalities | Lũ", "ND001"),
        ("# combative: present", "# combative: weak", "TC003"),
        ("# end: 21:15", "", "TG001"),
        ("# end: 21:15", "# end: 20:15", "TG002"),
        ("# secretary: Bùi Thị Nga", "", "TP005"),
        ("# present: 5", "# present: 4", "TP004"),
        ("# present: 5\n", "", "TP001"),
        ("# named_speakers: 2", "# named_speakers: 1", "YK004"),
        ("ĐẢNG CỘNG SẢN VIỆT NAM", "CỘNG HÒA", "HT003"),
        ("gặt xong 40 ha", "gặt xong ………… ha", "HT004"),
        ("# total: 5", "# total: 7\n# absent: 1", "TP002"),
        ("# findings:", "# findings: YK001", "YK001"),
        ("# findings:", "# findings: CD001", "CD001"),
        ("# findings:", "# findings: XX001", "XX001"),
    ],
)
def test_a_contradiction_is_found(old: str, new: str, code: str) -> None:
    assert any(code in problem for problem in problems(old, new))


def test_a_role_outside_the_spoken_sections_is_found() -> None:
    assert any("role" in problem for problem in problems("news |", "news:member |"))


def test_only_the_chair_concludes() -> None:
    assert any("presides" in p for p in problems("conclusions:chair", "conclusions:member"))
