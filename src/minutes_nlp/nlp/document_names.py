"""Names of documents ("Kết luận số 18-KL/TW"): words inside a name show nothing else."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from minutes_nlp.nlp.text import fold

_TYPE: Final = (
    r"(?:kết luận|nghị quyết liên tịch|nghị quyết|chỉ thị|quy định|hướng dẫn|kế hoạch|công văn"
    r"|công điện|thông báo kết luận|thông báo|thông tri|thông tư|quyết định|báo cáo|nghị định"
    r"|chương trình hành động|chương trình|đề án|quy chế|tờ trình|luật|pháp lệnh"
    r"|nq|ct|kl|qđ|qđi|hd|kh|cv|tb|bc|nđ|tt|ttr|ctr)"
)
_ISSUER: Final = (
    r"(?:trung ương|tw|tư|bộ chính trị|ban bí thư|đại hội|hội nghị trung ương|chính phủ"
    r"|quốc hội|thủ tướng|đảng ủy|đảng bộ|huyện ủy|tỉnh ủy|thành ủy|ban thường vụ|ban chấp hành"
    r"|ban tổ chức|ban tuyên giáo|ubnd|hđnd|ủy ban|công đoàn|bộ [a-zđăâêôơưáàảãạ]+)"
)
_SUFFIX: Final = r"(?:\s?[-/]\s?\w{1,12})"
_DATE: Final = r"(?:,?\s{1,3}(?:ngày\s{1,3})?\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4})?"
# "kết luận 3 việc" is no name: a bare number makes one only with "số", a suffix, or after a
# type that is never a verb.
_NUMBERED: Final = (
    rf"(?:{_TYPE}\s{{1,3}}(?:khung\s{{1,3}})?số\s{{0,3}}:?\s{{0,3}}\d{{1,5}}{_SUFFIX}{{0,4}}"
    rf"|{_TYPE}\s{{0,3}}:?\s{{0,3}}\d{{1,5}}{_SUFFIX}{{1,4}}"
    rf"|(?:công văn|quyết định|thông báo|kế hoạch|cv|tb|kh)\s{{1,3}}\d{{1,4}}"
    r"(?=\s{1,3}(?:của|về|ngày))"
    rf"|(?:chỉ thị|quy định|nghị quyết|nghị định|nq|ct|kl|qđ|hd|nđ)\s{{1,3}}\d{{2,3}}){_DATE}"
)
_ISSUED: Final = (
    rf"{_TYPE}\s{{1,3}}(?:của\s{{1,3}})?{_ISSUER}"
    r"(?:\s{1,3}(?:lần thứ\s{1,3})?(?:\d{1,2}|[xvi]{1,5})(?!\w))?"
)
_LAWS: Final = r"luật(?:\s{1,3}[^\W\d_]+){1,4}"
_BARE_NUMBER: Final = r"\d{1,5}\s?-\s?(?:nq|ct|kl|qđ|qđi|hd|kh|cv|tb|bc|ttr|ctr|bb)\s?/\s?\w{1,8}"
_NAME: Final = re.compile(rf"(?<!\w)(?:{_NUMBERED}|{_ISSUED}|{_BARE_NUMBER}|{_LAWS})(?!\w)")
_CAPITAL_LAW: Final = re.compile(r"Luật\s{1,3}[^\W\d_]")


@lru_cache(maxsize=8192)
def document_names(text: str) -> tuple[tuple[int, int], ...]:
    """Return where documents are named in NFC ``text``, as half-open ranges."""
    ranges = (match.span() for match in _NAME.finditer(fold(text)))
    return tuple((a, b) for a, b in ranges if _counts(text, a))


def _counts(text: str, start: int) -> bool:
    if text[start : start + 4].lower() != "luật":
        return True
    return _CAPITAL_LAW.match(text, start) is not None


@lru_cache(maxsize=8192)
def mask_document_names(text: str) -> str:
    """Return folded ``text`` with document names blanked out; the length stays."""
    masked = fold(text)
    for start, end in document_names(text):
        masked = masked[:start] + "\x00" * (end - start) + masked[end:]
    return masked
