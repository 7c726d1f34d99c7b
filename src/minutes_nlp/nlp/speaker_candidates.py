"""Which person named in a paragraph is the one who speaks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from minutes_nlp.nlp.letters import CAPITALISED
from minutes_nlp.nlp.name_reading import body_words, is_public_figure, make_mention
from minutes_nlp.nlp.names import PersonMention, find_persons
from minutes_nlp.nlp.people import People
from minutes_nlp.nlp.phrase_patterns import PhrasePattern
from minutes_nlp.nlp.phrases import phrase_list
from minutes_nlp.nlp.posts import post_at
from minutes_nlp.nlp.sentences import sentences
from minutes_nlp.nlp.text import fold

DATA: Final = "speakers_words.toml"
_CLOCK: Final = r"\d{1,2}\s?(?:h|g|giờ|:)\s?(?:\d{2}(?!\d))?(?:\s?phút)?"
_LEAD: Final = re.compile(
    rf"\s*(?:(?:\d{{1,3}}\s?\|(?=\s)|[-–+*•→▪·▸]|=>|->|{_CLOCK}(?=\s|[-:,])[-:,]?"
    r"|\[?\(?\d{1,2}(?:\.\d{1,2})*[.)/:\]-]|[a-zđ][.)]|\(?[ivx]{1,4}[.)/-]|\(\d{1,2}\)"
    r"|(?:ý kiến|người phát biểu|ý) (?:thứ )?\w{1,5}\s?[:.-])\s*){0,3}"
)
_ASIDE: Final = re.compile(r"\s*(?:\([^()]{0,120}\)|,[^,:.;]{0,60},|-[^:.;-]{0,60}(?=:))")
_COLON: Final = re.compile(
    r"\s*(?:\([^()]{0,120}\)|,[^:.;]{0,60}|[-–][^:.;]{0,60})?(?:\s+[^\s:.,;()]+){0,5}\s*:|\s*(?:\([^()]{0,60}\))?\s*\|"
)
_CLOSE: Final = re.compile(r"\s*(?:\([^()]{0,60}\))?\s*[).\"”]*\s*$")
_KNOWN: Final = re.compile(rf"(?:{CAPITALISED})(?:\s(?:{CAPITALISED})){{0,3}}")
_PARTICLE: Final = re.compile(
    r"\s*(?:(?:thì|cũng|lại|có|đã|xin|mới|liền|còn|vẫn|nghiêm túc|thẳng thắn|tự|chỉ|rất"
    r"|hoàn toàn)\s+)?"
)
# The note-taker speaking of himself: "Tôi (Lập) xin góp", "Tôi là Tuấn tự phê bình".
_FIRST_PERSON: Final = re.compile(r"(?:tôi|tui|em|mình|cháu)\s*(?:là\s+|[(,]\s*|tên\s+)?")
_APPOSITION: Final = re.compile(r"\s?[,(–-]\s?")
_NOBODY: Final = re.compile(r"(?:có|nhiều|đa số|một số|mọi|các|tất cả|cả|ai|100)(?!\w)")
_THRESHOLD: Final = 2.5
_ALONE: Final = 0.4


@dataclass(frozen=True, slots=True)
class Candidate:
    """A person who may be the speaker; the higher the score, the likelier."""

    mention: PersonMention
    score: float


def lead_end(text: str) -> int:
    """Return where the words begin after bullet, number or "Ý kiến 1:"."""
    match = _LEAD.match(fold(text))
    return match.end() if match else 0


def speaking_mentions(text: str, people: People) -> list[PersonMention]:
    """Return the mention who speaks in NFC ``text`` with those of the same joint list."""
    mentions = _all_mentions(text, people)
    scored = [Candidate(mention, _score(text, mention, mentions)) for mention in mentions]
    best = max(scored, key=lambda c: (c.score, -c.mention.start), default=None)
    if best is None or (best.score < _THRESHOLD and not _is_alone(text, best, people)):
        return []
    return [m for m in mentions if m.group == best.mention.group]


def further_speakers(text: str, first: Sequence[PersonMention]) -> list[PersonMention]:
    """Return persons who open a later sentence of the paragraph and say something there."""
    mentions = find_persons(text)
    starts = {start for start, _ in sentences(text)[1:]}
    groups = {mention.group for mention in first}
    return [
        m
        for m in mentions
        if m.group in starts and m.group not in groups and _verb_score(fold(text), m, mentions) >= 3
    ]


def _is_alone(text: str, best: Candidate, people: People) -> bool:
    """Whether the only person named, as the subject of a clause, says what nobody else can."""
    lead = lead_end(text)
    mention = best.mention
    known = people.resolve(mention.name) is not None
    subject = text[: mention.group].rstrip().endswith((",", '"', "”", "."))
    others = {m.group for m in find_persons(text) if m.group != mention.group and m.group < 200}
    return (
        known
        and subject
        and not others
        and best.score >= _ALONE
        and not _NOBODY.match(fold(text), lead)
    )


def _all_mentions(text: str, people: People) -> list[PersonMention]:
    mentions = list(find_persons(text))
    mentions.extend(_known_names(text, people, mentions))
    return sorted(mentions, key=lambda mention: mention.start)


def _known_names(
    text: str, people: People, mentions: Sequence[PersonMention]
) -> Iterator[PersonMention]:
    """Yield names without an address that the document has elsewhere ("Thơm: nên để …")."""
    taken = [(m.start, m.name_end) for m in mentions]
    folded = fold(text)
    for match in _KNOWN.finditer(text):
        start, end = match.span()
        if any(a <= start < b for a, b in taken):
            continue
        name = match[0]
        lead = lead_end(text)
        first_person = _FIRST_PERSON.match(folded, lead)
        opening = start <= lead + 1 or (first_person is not None and start == first_person.end())
        if not opening and not re.search(r"[,(–-]\s*$", text[:start]):
            continue
        person = people.resolve(name) or _is_new_name(text, match)
        if person and not name.isupper() and (first_person or speaks_next(text, end)):
            begin = lead if first_person else start
            yield make_mention(text, (begin, start, end))


def _is_new_name(text: str, match: re.Match[str]) -> bool:
    """Whether an unknown name of two words or more opens a speech ("Gia Huy (Phó Bí thư) xin")."""
    words = match[0].split()
    if len(words) < 2 or words[0] in body_words() or is_public_figure(match[0]):
        return False
    apposition = _APPOSITION.match(text, match.end())
    if apposition and post_at(text, apposition.end(), tag=True):
        return True
    return text[match.end() : match.end() + 1] == ":" or says_next(text, match.end())


def speaks_next(text: str, end: int) -> bool:
    """Whether what follows a bare name is punctuation or a word of saying, not a common word."""
    folded = fold(text)
    if re.match(r"\s*(?:[:,(–+&-]|(?:và|với|cùng|tôi|tui|kế toán|thủ quỹ) )", folded[end:]):
        return True
    return says_next(text, end)


def says_next(text: str, end: int) -> bool:
    """Whether a word of saying follows at once or behind one particle ("Sa Rết thì lo")."""
    folded = fold(text)
    verb = _verbs().search(folded, end, end + 24)
    return verb is not None and _PARTICLE.fullmatch(folded, end, verb.start()) is not None


def speaks_after(folded: str, end: int) -> bool:
    """Whether a word of saying follows within a few words of ``end``."""
    window = re.split(r"[.;:]", folded[end : end + 48])[0]
    verb = _verbs().search(window)
    return verb is not None and len(window[: verb.start()].split()) <= 5


def says_soon(folded: str, end: int) -> bool:
    """Whether a word of saying follows the name within two words, an aside between them or not."""
    aside = _ASIDE.match(folded, end)
    window = re.split(r"[.;:]", folded[aside.end() if aside else end :][:40])[0]
    verb = _verbs().search(window)
    return verb is not None and len(window[: verb.start()].split()) <= 2


def _score(text: str, mention: PersonMention, mentions: Sequence[PersonMention]) -> float:
    folded = fold(text)
    head = [m for m in mentions if m.group == mention.group][-1]
    score = 5.0 if mention.group <= lead_end(text) else 0.0
    score += 4.0 if _COLON.match(folded, head.name_end) else 0.0
    score += _verb_score(folded, head, mentions)
    score += _before_score(folded, mention)
    if _CLOSE.match(folded, head.name_end) and re.search(r"[,:(–-]\s*$", text[: mention.group]):
        score += 3.5
    return score - 0.0002 * mention.group


def _verb_score(folded: str, mention: PersonMention, mentions: Sequence[PersonMention]) -> float:
    """Score a word of saying close behind the name, no other person between."""
    end = mention.name_end
    for _ in range(2):
        aside = _ASIDE.match(folded, end)
        end = aside.end() if aside else end
    limit = min([m.start for m in mentions if m.start > mention.name_end], default=len(folded))
    window = folded[end : min(end + 60, max(limit, end))]
    window = re.split(r"[.;:]", window)[0]
    verb = _verbs().search(window)
    if verb is None:
        return 0.0
    words = len(window[: verb.start()].split())
    return 3.0 if words <= 2 else 1.5 if words <= 6 else 0.5


@lru_cache(maxsize=1)
def _verbs() -> PhrasePattern:
    return phrase_list(DATA, "verbs")


def _before_score(folded: str, mention: PersonMention) -> float:
    before = folded[max(0, mention.group - 24) : mention.group].rstrip()
    if not before:
        return 0.0
    for key, score in (("strong_leads", 6.0), ("leads", 3.0), ("objects", -3.0)):
        if _ending(key).search(before):
            return score
    return 0.5 if before[-1] in ",.;:(-" else 0.0


@lru_cache(maxsize=4)
def _ending(key: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{phrase_list(DATA, key).regex.pattern})$")
