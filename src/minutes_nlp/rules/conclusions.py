"""What might be a conclusion of the chair, and what surely is none."""

from __future__ import annotations

import re

from minutes_nlp.model.labels import Role, SectionLabel
from minutes_nlp.model.minutes import Minutes, Paragraph
from minutes_nlp.rules.evidence import after_bare_heading, perhaps
from minutes_nlp.rules.names import without_speaker
from minutes_nlp.rules.thresholds import Thresholds

# The chair's words that settle something, even where they were read as a reply.
_DECIDES = re.compile(
    r"(?<!\w)(?<!không )(?<!chưa )(?<!dám )"
    r"(?:giao|phân công|chốt|gút|quyết(?! (?:toán|liệt|tâm|thắng|sách))|cho hoãn"
    r"|cho phép|thống nhất"
    r"|vậy (?:thì )?(?:cho|làm|để)|thôi thì|làm theo|yêu cầu|từ (?:nay|tháng|tuần)"
    r"|trước ngày)(?!\w)",
    re.IGNORECASE,
)
# "… thay mặt chi bộ cảm ơn và xin tiếp thu ý kiến": polite, whatever is promised with it.
_THANKS = re.compile(
    r"^\W*(?:[\w.]{1,6}[.):]\s*)?(?:(?!kết luận|chốt|tóm|gom|tổng kết|quyết)[^\s.,;:]+\s){0,7}?"
    r"(?:(?:thay mặt|đại diện)(?!\w)[^.;:]{0,40}?\s)?(?:(?:xin|đã|chân thành|trân trọng|nghe và"
    r"|nói|gửi lời)\s){0,3}(?:cảm ơn|cám ơn|cảm tạ|tiếp thu|ghi nhận|nhận các ý kiến)(?!\w)",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"(?<!\w)(?:nhắc|dặn|đề nghị|mong|phải|cần|nhớ|đừng|lo|ráng|gắng|phân|giữ|không được|để)(?!\w)",
    re.IGNORECASE,
)
_AGREED = re.compile(
    r"^\W*(?:(?:cả|toàn|100\s?%|tất cả|các|mọi)\s){0,2}(?:chi bộ|hội nghị|hội|đồng chí|đ/c"
    r"|đảng viên|mọi người|anh em|người|phòng)?\s?(?:(?:đều|cũng|có mặt|dự họp|giơ tay)\s){0,3}"
    r"(?:nhất trí|thống nhất|đồng ý|tán thành)(?: cao| cả| hết| 100\s?%| tuyệt đối)?\W*$",
    re.IGNORECASE,
)
# "… hỏi có ai ý kiến gì không": the chair gives the floor.
_ASKS = re.compile(
    r"(?<!\w)(?:mời|hỏi|gợi ý)(?!\w)[^.;]{0,40}(?<!\w)(?:phát biểu|ý kiến|thảo luận|góp|bàn|nói gì)"
    r"(?!\w)",
    re.IGNORECASE,
)
_HARDLY_SURE = 0.5
_WANTED = SectionLabel.CONCLUSIONS
_OTHERS = (Role.MEMBER, Role.OFFICER, Role.GUEST)


def possible_conclusions(minutes: Minutes, thresholds: Thresholds) -> list[Paragraph]:
    """Return what might be a conclusion though it was read as something else.

    Only whoever presides concludes: words of another speaker are none, nor is the cell's own
    agreement, nor thanks.
    """
    found = perhaps(minutes, thresholds, _WANTED)
    under_heading = after_bare_heading(minutes, _WANTED)
    if under_heading and under_heading not in found:
        found.append(under_heading)
    return [paragraph for paragraph in found if not _is_none(paragraph)]


def _is_none(paragraph: Paragraph) -> bool:
    speaker = paragraph.speaker
    if speaker is not None and speaker.role in _OTHERS:
        named = speaker.end > speaker.start or speaker.role is Role.GUEST
        if named:
            return True
    return _AGREED.match(paragraph.text) is not None or only_thanks(paragraph)


def decides(paragraph: Paragraph) -> bool:
    """Whether the words settle or assign something, those that name the speaker apart."""
    return _DECIDES.search(without_speaker(paragraph).text) is not None


def may_decide(reply: Paragraph) -> bool:
    """Whether a reply of the chair perhaps settles something, also where it was hardly read."""
    if decides(reply):
        return True
    steers = _ASKS.search(reply.text) is not None
    return reply.confidence < _HARDLY_SURE and not steers


def only_thanks(paragraph: Paragraph) -> bool:
    """Whether the one who presides thanks and takes note, and settles nothing."""
    said = without_speaker(paragraph).text
    asks = decides(paragraph) or _ASKED.search(said) is not None
    return _THANKS.match(said) is not None and not asks


def recorded_conclusions(minutes: Minutes) -> list[Paragraph]:
    """Return the conclusions of the chair: thanks and taking note decide nothing, so are none."""
    return [paragraph for paragraph in minutes.section(_WANTED) if not only_thanks(paragraph)]
