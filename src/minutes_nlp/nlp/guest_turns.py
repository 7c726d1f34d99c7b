"""What a guest goes on to say: his speech, whatever each paragraph would be by itself.

"Đồng chí Phó Bí thư Đảng ủy chỉ đạo mấy việc:" is followed by items that read like a chair's
conclusions or next tasks.  The list they stand in tells more than their words: items of one list
have one speaker.  So does "Ông dặn thêm …" right after him.  A list ends where its marks end, or
where somebody else is named as speaking.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from minutes_nlp.model.labels import Role, SectionLabel
from minutes_nlp.model.minutes import Paragraph, Speaker
from minutes_nlp.nlp.text import fold

_SPOKEN: Final = (SectionLabel.CONTRIBUTIONS, SectionLabel.CRITICISM)
_BULLET: Final = re.compile(r"\s*([-–—+*•▪·●→✓])\s*")
_NUMBER: Final = re.compile(r"\s*\(?(\d{1,2}(?:\.\d{1,2}){0,2})\s?[.)/:-](?!\d)\s*")
_LETTER: Final = re.compile(r"\s*\(?([a-hđ])[.)]\s+")
_WORDS: Final = {
    "nhất": 1, "nhứt": 1, "một": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6,
    "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9, "mười": 10,
}  # fmt: skip
_ORDINAL: Final = re.compile(
    r"(?:^|(?<=[.:;] ))\W{0,3}(?:(?:điều|việc|ý|chuyện|vấn đề|nội dung|cái) )?"
    rf"(?:thứ ({'|'.join(_WORDS)})|({'|'.join(_WORDS)}) là)(?!\w)"
)
_ADDRESS: Final = r"(?:đồng chí|đ/c|đc|ông|bà|anh|chị|cô|chú|bác|cậu|dì|thím|thầy|cụ)"
_ADDRESSED: Final = re.compile(rf"(?<!\w){_ADDRESS}(?!\w)")
_HE_SAYS: Final = re.compile(
    rf"(?:(?:về|riêng|còn|cuối cùng|ngoài ra|sau đó|rồi|trước hết|tiếp đó|sau cùng|đặc biệt)"
    rf"(?!\w)[^,:.;]{{0,60}}[,:]?\s)?(?P<address>{_ADDRESS})\s"
    r"(?:(?:cũng|còn|lại|đã|chỉ|liền|xin|có|thì|mong|muốn)\s){0,2}"
    r"(?:nói|nhắc|dặn|căn dặn|kể|khen|chê|phê bình|yêu cầu|đề nghị|lưu ý|nhấn mạnh|cho biết"
    r"|cho rằng|nhận xét|ghi nhận|biểu dương|hoan nghênh|gợi ý|hứa|giải thích|hướng dẫn|chỉ ra|bảo"
    r"|nêu|khuyên|hỏi|đánh giá|chúc|mong|góp ý)(?!\w)"
)
_SETTLES: Final = re.compile(r"(?<!\w)(?:kết luận|bế mạc|biểu quyết)(?!\w)")
_APART: Final = 3
"""So many paragraphs may stand between two ordinals of one list: remarks, or its longer items."""
_LEAD_WORDS: Final = 14
"""A line no longer than this says that somebody speaks, hardly what."""
_SURE: Final = 0.9
"""What a place in the list is worth beside the paragraph's own words."""
_LEAST: Final = 0.15
"""Weight of mere contribution where the words speak for neither."""


_Mark = tuple[str, tuple[int, ...]]
"""How an item is marked, and its numbers ("12.1" is 12, 1)."""


@dataclass(slots=True)
class _Turn:
    """A guest's speech while it is followed: its list's mark, and how far it has counted."""

    speaker: Speaker
    lead: Paragraph
    mark: _Mark | None = None
    ordinal: int = 0
    at: int = 0


def with_guest_turns(paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """Return ``paragraphs`` with the items of guests' lists as contributions of these guests.

    Needs ``section`` and ``speaker``.  Sections that were given, not found, stand as they are.
    """
    turn: _Turn | None = None
    held: list[Paragraph] = []
    for paragraph in paragraphs:
        opened = _opened(paragraph)
        if opened and not (turn and _counts_on(turn, paragraph)):
            turn = opened
            held.append(paragraph)
            continue
        if turn and not _goes_on(turn, paragraph):
            turn = None if paragraph.index - turn.at > _APART or _ends(paragraph) else turn
            held.append(paragraph)
            continue
        held.append(_held(paragraph, turn.speaker) if turn else paragraph)
    return tuple(held)


def _opened(paragraph: Paragraph) -> _Turn | None:
    speaker = paragraph.speaker
    names_guest = speaker is not None and speaker.role is Role.GUEST and speaker.end > speaker.start
    if speaker is None or not names_guest or paragraph.section not in _SPOKEN:
        return None
    counted = _ordinals(paragraph.text)
    return _Turn(speaker, paragraph, None, counted[-1] if counted else 0, paragraph.index)


def _goes_on(turn: _Turn, paragraph: Paragraph) -> bool:
    """Whether the guest still speaks in ``paragraph``; the turn is then counted on."""
    if _counts_on(turn, paragraph):
        turn.ordinal, turn.at = _ordinals(paragraph.text)[-1], paragraph.index
        return True
    if paragraph.index != turn.at + 1:
        return False
    if _carried(turn, paragraph) or _he_says(turn, paragraph):
        turn.mark, turn.at = _mark(paragraph.text) or turn.mark, paragraph.index
        return True
    mark = _mark(paragraph.text)
    if mark is None or _names_another(paragraph, turn) or not _follows(turn, mark):
        return False
    turn.mark, turn.at = mark, paragraph.index
    return True


def _counts_on(turn: _Turn, paragraph: Paragraph) -> bool:
    counted = _ordinals(paragraph.text, at_start=True)
    near = paragraph.index - turn.at <= _APART
    return bool(counted) and near and counted[0] == turn.ordinal + 1


def _carried(turn: _Turn, paragraph: Paragraph) -> bool:
    """Whether the same guest was read as the speaker, by what went before."""
    speaker = paragraph.speaker
    return speaker is not None and speaker == replace(turn.speaker, start=0, end=0)


def _he_says(turn: _Turn, paragraph: Paragraph) -> bool:
    """Whether a word of address alone, the guest's own, is said to speak on ("Ông dặn thêm")."""
    folded = fold(paragraph.text)
    match = _HE_SAYS.match(folded, _words_from(folded))
    own = _ADDRESSED.search(fold(turn.lead.text)[: turn.speaker.end])
    if match is None or own is None or _SETTLES.search(folded):
        return False
    return match["address"] == own[0]


def _follows(turn: _Turn, mark: _Mark) -> bool:
    """Whether an item with this mark may stand next in the list."""
    kind, numbers = mark
    if turn.mark is not None:
        return kind == turn.mark[0] and (kind == "bullet" or numbers > turn.mark[1])
    lead = _mark(turn.lead.text)
    if kind == "number" and lead is not None and lead[0] == "number":
        return len(numbers) > len(lead[1]) and numbers[: len(lead[1])] == lead[1]
    opens = turn.lead.text.rstrip().endswith(":") or turn.lead.words <= _LEAD_WORDS
    begins = kind == "bullet" or numbers == (1,)
    return opens and begins and (lead is None or lead[0] != kind)


def _mark(text: str) -> _Mark | None:
    if _BULLET.match(text):
        return "bullet", ()
    number, letter = _NUMBER.match(text), _LETTER.match(text)
    if number:
        return "number", tuple(int(part) for part in number[1].split("."))
    return ("letter", (ord(letter[1]) - ord("a") + 1,)) if letter else None


def _words_from(text: str) -> int:
    """Return where the words begin after a bullet or a number."""
    match = _NUMBER.match(text) or _BULLET.match(text)
    return match.end() if match else 0


def _ordinals(text: str, *, at_start: bool = False) -> list[int]:
    """Return the ordinals that open the text or its sentences ("Thứ hai, …", "Hai là …")."""
    folded = fold(text)[_words_from(text) :]
    found = [m for m in _ORDINAL.finditer(folded) if m.start() == 0 or not at_start]
    return [_WORDS[match[1] or match[2]] for match in found]


def _names_another(paragraph: Paragraph, turn: _Turn) -> bool:
    speaker = paragraph.speaker
    named = speaker is not None and speaker.end > speaker.start
    return named and speaker is not None and speaker.names != turn.speaker.names


def _ends(paragraph: Paragraph) -> bool:
    """Whether a paragraph that is no item of the list closes it: somebody else is named."""
    speaker = paragraph.speaker
    return speaker is not None and speaker.end > speaker.start


def _held(paragraph: Paragraph, speaker: Speaker) -> Paragraph:
    silent = replace(speaker, start=0, end=0)
    if not paragraph.probabilities:
        return paragraph
    # A guest may also find fault with the cell: between the two his own words decide.
    shares = {label: share * (1 - _SURE) for label, share in paragraph.probabilities}
    weights = {label: paragraph.probability(label) for label in _SPOKEN}
    weights[SectionLabel.CONTRIBUTIONS] += _LEAST
    for label, weight in weights.items():
        shares[label] = shares.get(label, 0.0) + _SURE * weight / sum(weights.values())
    said = max(_SPOKEN, key=lambda label: shares[label])
    return replace(
        paragraph,
        section=said,
        confidence=shares[said],
        probabilities=tuple(shares.items()),
        speaker=silent,
    )
