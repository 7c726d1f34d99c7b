"""Pages drawn for tests of recognition."""

from collections.abc import Sequence

import numpy as np

from minutes_nlp.learning.scans.rendering import Style, Typesetter
from minutes_nlp.readers.scan.tesseract import GreyImage

STYLE = Style(
    typeface="Liberation Serif",
    size=14,
    spacing=1.2,
    indent=12.7,
    gap=1.1,
    justified=True,
    numbered_pages=False,
    columns_on_top=False,
)
PARAGRAPHS = [
    "I. Thông tin thời sự",
    "Đồng chí Bí thư đọc tin về bão số 5: ba xã miền núi bị sạt lở, nước lên quá vạch đỏ ở chân "
    "cầu, bà con tổ hai đã kê cao thóc giống và giúp nhau dọn bùn suốt mười ngày liền.",
    "Đồng chí Lan đề nghị nạo vét mương tổ ba trước mùa mưa, cắt người xem cống hằng đêm và báo "
    "cho trưởng thôn biết ngay khi nước lên.",
    "II. Kiểm điểm việc thực hiện nghị quyết tháng trước",
    "- Thu đảng phí tháng 4: đủ 12/12 đồng chí, nộp ngày 28/4.",
    "- Sửa nhà văn hóa: xong phần mái, còn thiếu tiền công thợ, đồng chí Hòa lo tiếp.",
    "Chi bộ thống nhất giao đồng chí Sơn kiểm tra lại sổ sách và báo cáo vào kỳ họp sau, chậm "
    "nhất là ngày 30 tháng 5, có chữ ký của tổ trưởng từng tổ.",
]


def page(texts: Sequence[str] = PARAGRAPHS, dpi: int = 150) -> GreyImage:
    """Return the first page of a document of these paragraphs."""
    return np.asarray(Typesetter(STYLE, dpi).pages(texts)[0])


def squeezed(text: str) -> str:
    """Return the text without white space, in which a recogniser may err."""
    return "".join(text.split())
