"""Write the small .doc, .rtf and .odt files of ``tests/readers/fixtures`` with LibreOffice.

Run once; the tests then need no LibreOffice.  Beside them stands the text that is to be read.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from typed_formats import convert, ours
from word_files import make_docx

FIXTURES = Path(__file__).resolve().parent.parent / "tests" / "readers" / "fixtures"
PARAGRAPHS = (
    "ĐẢNG BỘ XÃ AN LÂM | ĐẢNG CỘNG SẢN VIỆT NAM",
    "CHI BỘ THÔN ĐÔNG | An Lâm, ngày 04 tháng 9 năm 2026",
    "BIÊN BẢN SINH HOẠT CHI BỘ THÁNG 9 NĂM 2026",
    "Thời gian: 19 giờ 30 phút, tại nhà văn hóa thôn Đông.",
    "I. Thông tin thời sự và quán triệt văn bản cấp trên",
    "1. Bí thư thông tin tình hình lũ sau bão ở các xã miền núi trong tỉnh.",
    "2. Phổ biến kế hoạch thu quỹ phòng chống thiên tai của xã năm nay.",
    "II. Đánh giá việc thực hiện nghị quyết tháng 8",
    "1. Kết quả: làm xong 320 mét kênh nội đồng, đảng phí thu đủ.",
    "TT | Nội dung | Kết quả",
    "1 | Kênh nội đồng | Đạt 100%",
    "a) Giao đồng chí Lan lập danh sách hộ trước ngày 15 tháng 9.",
    "b) Giao đồng chí Hòa mượn loa đài, báo lại bí thư trước ngày 10.",
    "- Đồng chí Hòa nhận khuyết điểm vì họp muộn hai lần trong tháng.",
    "- Đồng chí Lan đề nghị chia lại tổ dân vận cho đều các ngõ.",
    "III. Kết luận và biểu quyết với 18 trên 18 đảng viên nhất trí",
    "THƯ KÝ | CHỦ TRÌ",
)


def main() -> None:
    """Write the files."""
    FIXTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        original = Path(folder) / "bien-ban.docx"
        make_docx(PARAGRAPHS, original, 0, restart=False)
        lines = ours(original)
        for format_name in ("doc", "rtf", "odt"):
            convert([original], format_name, FIXTURES)
    (FIXTURES / "bien-ban.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
