"""Words that might be somebody's name where none was read: reason enough not to decide."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from minutes_nlp.model.minutes import Minutes, Paragraph

# "đ/c Lan", "anh Tư", "bà Ksor H'Nhi", "thầy Páo": a word of address and a capitalised word.
_ADDRESS = re.compile(
    r"(?<!\w)(?:đ/c|đc|đồng chí|ông|bà|anh|chị|cô|chú|bác|cậu|dì|mợ|thím|em|cháu|thầy|cụ|già|bs\.?|"
    r"đd\.?|ts\.?|ths\.?|pgs\.?|gs\.?|kỹ sư|bác sĩ|y sĩ|điều dưỡng|trưởng \w{1,9})"
    r"\s+([^\W\d_][\w'’]*)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_][\w'’]*|[:,]")
_SPEAKING = frozenset(
    ["nói", "cho", "đề", "hỏi", "phát", "nêu", "ý", "góp", "kiến", "báo", "trả", "thì", "xin", ":"]
)
_CAPITAL_INSIDE = re.compile(r"(?<=[^\W\d_.!?:][ ,])[(]?[^\W\d_a-zà-ỹ]")
_OPENING_WORDS = 12  # speakers are named early; later names are mostly others'
# Capitalised words that name bodies, documents and places rather than people.
_BODIES = frozenset(
    ["đảng", "ủy", "nhà", "nước", "ubnd", "hđnd", "trung", "ương", "bộ", "hội", "đoàn", "ban",
     "chi", "bí", "nghị", "chỉ", "kết", "việt", "nam", "bác", "hồ", "chủ", "mặt", "trận"]
)  # fmt: skip

_BODY_OR_POST = re.compile(
    r"(?<!\w)(?:(?:các |liên )?(?:tổ|đội|nhóm|khối|cụm|liên gia)(?! chức| quốc)|ban(?! hành| đầu)"
    r"|(?:chi )?hội(?! nghị| họp)|(?:chi )?đoàn(?! kết| thể)|công đoàn|mặt trận|bộ phận"
    r"|phòng(?! chống)|khoa|chi ủy|cấp ủy|bí thư|trưởng|phó|kế toán|thủ quỹ|văn thư|thư ký"
    r"|công an|y tế|dân quân|nhà trường|ca \d|hợp tác xã|htx)(?!\w)",
    re.IGNORECASE,
)
_ADDRESSES = frozenset(["đồng", "đ", "phó", "ông", "bà", "anh", "chị", "chủ", "hội"])


def perhaps_named(paragraph: Paragraph) -> bool:
    """Whether the paragraph begins with words that might name who speaks."""
    if count_addressed(paragraph):
        return True
    words = [match[0] for match in _WORD.finditer(_opening(paragraph))]
    triples = zip(words, words[1:], words[2:], strict=False)
    return any(
        _might_be_name(first) and _might_be_name(second) and third.lower() in _SPEAKING
        for first, second, third in triples
    )


def count_addressed(paragraph: Paragraph) -> int:
    """Return how many people seem to be named in the first words."""
    found = (match[1] for match in _ADDRESS.finditer(_opening(paragraph)))
    return sum(_might_be_name(word) for word in found)


def names_anybody(paragraph: Paragraph) -> bool:
    """Whether a word of address stands before a capitalised word, anywhere in the paragraph."""
    return any(_might_be_name(match[1]) for match in _ADDRESS.finditer(paragraph.text))


def may_name_somebody(paragraph: Paragraph) -> bool:
    """Whether the first words have a capital in mid-sentence, which may be a name."""
    return _CAPITAL_INSIDE.search(_opening(paragraph)) is not None


def _opening(paragraph: Paragraph) -> str:
    return " ".join(paragraph.text.split()[:_OPENING_WORDS])


def _might_be_name(word: str) -> bool:
    return word[0].isupper() and not word.isupper() and word.lower() not in _BODIES


def known_names(minutes: Minutes) -> set[str]:
    """Return the names of people that the reading knows, as they are written."""
    meeting = minutes.meeting
    spoken = (name for p in minutes.paragraphs if p.speaker for name in p.speaker.names)
    owners = (name for name in (meeting.chair, meeting.secretary) if name)
    return {*spoken, *owners}


def mentioned(paragraph: Paragraph, names: Iterable[str]) -> bool:
    """Whether the paragraph has one of ``names``, or its last word after a word of address."""
    given = {name.split()[-1].casefold() for name in names if name.split()}
    if any(name in paragraph.text for name in names if " " in name):
        return True
    return any(m[1].casefold() in given for m in _ADDRESS.finditer(paragraph.text))


def looks_like_name(text: str) -> bool:
    """Whether a line holds the capitalised words of one or two names and nothing else."""
    words = text.replace("|", " ").split()
    return 2 <= len(words) <= 10 and all(word[0].isupper() and word.isalpha() for word in words)


def may_name(words: str) -> bool:
    """Whether some word after the first is capitalised as names are."""
    later = [match[0] for match in _WORD.finditer(words)][1:]
    return any(_might_be_name(word) and word.lower() not in _ADDRESSES for word in later)


def named_in(text: str) -> Iterator[int]:
    """Yield where each mention of a person by address, of a body or of a post ends."""
    yield from (m.end() for m in _ADDRESS.finditer(text) if _might_be_name(m[1]))
    yield from (m.end() for m in _BODY_OR_POST.finditer(text))


def without_speaker(paragraph: Paragraph) -> Paragraph:
    """Leave out the words that name who speaks: the chair is not in charge by speaking."""
    speaker = paragraph.speaker
    if speaker is None or speaker.start == speaker.end:
        return paragraph
    text = paragraph.text[: speaker.start] + paragraph.text[speaker.end :]
    return Paragraph(index=paragraph.index, text=text, section=paragraph.section)
