"""Words that lead the discussion on: only whoever presides says them."""

from __future__ import annotations

import re
from typing import Final

_START: Final = re.compile(
    r"\W{0,3}(?:(?:xin|thì|rồi|giờ|bây giờ|chừ|nay|bữa nay|hôm nay|thôi|nào|trước hết"
    r"|trước tiên)\s){0,2}"
    r"(?:mời (?!chào)|đề nghị (?:các|toàn|chi bộ|anh|chị|bà con|hội nghị|mọi|cả)[^.:;]{0,40}"
    r"(?:thảo luận|phát biểu|tham gia|cho ý kiến|có ý kiến|bàn|góp ý|đóng góp)"
    r"|(?:còn )?ai (?:có|còn|nói|muốn|thêm|chưa)"
    r"|(?:các )?(?:đồng chí|đ/c|anh em|chị em|bà con) nào (?:có|còn)"
    r"|(?:chuyển |bàn |nói |qua |tiếp )?(?:sang|qua|tới|đến)"
    r" (?:việc|chuyện|phần|nội dung|mục|vấn đề)"
    r"|tiếp (?:theo|sang|tục|đến|tới)\s|(?:việc|chuyện|nội dung|vấn đề) (?:thứ|tiếp)"
    r"|(?:xong|hết) (?:việc|chuyện|phần)[^.:;]{0,30}(?:sang|qua|tới|đến))"
)
_CALLS: Final = re.compile(
    r"(?<!\w)(?:mời|hỏi|gợi ý|đề nghị|yêu cầu|kêu|biểu|gọi|xin|cho)\s(?:[^\s.:;]{1,8}\s){0,7}"
    r"(?:phát biểu|cho ý kiến|có ý kiến|góp ý|đóng góp|tham gia|thảo luận|bàn|nói|trao đổi)(?!\w)"
    r"|(?<!\w)(?:còn )?ai (?:có|còn|nói|muốn|thêm|chưa|bàn|ý kiến)(?!\w)"
    r"|(?<!\w)(?:mời|xin mời) (?:các|mn|mọi|anh|chị|chi bộ|cả|từng|bà con|đồng chí|đ/c|khách"
    r"|cô|chú|ông|bà|bác)(?!\w)"
    r"|(?<!\w)(?:nói|phát biểu) (?:ngắn|từng người|cho hết|thoải mái|kỹ)(?!\w)"
)
_NEAR: Final = 90


def opens_with_steering(folded: str) -> bool:
    """Whether a remark without a subject leads on ("Mời các đồng chí …", "Sang việc thứ hai")."""
    return _START.match(folded) is not None


def steers(said: str) -> bool:
    """Whether what somebody said (folded, after the name) calls others to speak."""
    return _CALLS.search(said[:_NEAR]) is not None
