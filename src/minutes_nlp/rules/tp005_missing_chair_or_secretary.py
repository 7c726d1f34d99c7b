"""TP005: chair or note-taker is named nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes_nlp.model.labels import Role, SectionLabel, Severity
from minutes_nlp.model.language import Text
from minutes_nlp.model.minutes import CueKind, Minutes, Paragraph
from minutes_nlp.rules.base import Rule
from minutes_nlp.rules.claims import Claim
from minutes_nlp.rules.evidence import might_show
from minutes_nlp.rules.missing import WHOLE_TEXT
from minutes_nlp.rules.names import looks_like_name, may_name
from minutes_nlp.rules.thresholds import Thresholds
from minutes_nlp.rules.verdicts import Verdict

_CHAIR = Text("người chủ trì", "the chair")
_SECRETARY = Text("thư ký (người ghi biên bản)", "the note-taker")
_BY_CHAIR = (
    CueKind.SIGNATURE_CHAIR,
    re.compile(
        r"(?<!\w)(?:chủ\s+(?:trì|tọa|toạ)|điều hành|điều khiển|đứng đầu|ngồi thay|cầm trịch)(?!\w)",
        re.IGNORECASE,
    ),
)
_BY_SECRETARY = (
    CueKind.SIGNATURE_SECRETARY,
    re.compile(
        r"(?<!\w)(?:thư\s+k[ýí]|(?:ghi|viết|lập)\s+(?:biên\s+bảng?|bb|chép|sổ)|người ghi|chép|ghi"
        r"|cầm bút|giữ bút)(?!\w)",
        re.IGNORECASE,
    ),
)
_HEAD, _TAIL = 20, 6
_SENTENCE_END = re.compile(r"[.;](?:\s|$)")
_ASIDE = re.compile(r"\([^()]{0,60}\)")
_FURNITURE = re.compile(
    r"(?<!\w)(?:hội nghị|cuộc họp|buổi họp|bí thư|phó bí thư|chi bộ|t/m|tm|k/t|kt|đã ký|ký tên|ký"
    r"|biên bản|bản)(?!\w)|[-–:./]",
    re.IGNORECASE,
)


class MissingChairOrSecretary(Rule):
    """The chair or the note-taker is named nowhere, the signature block included.

    **Why it matters.** They answer for what the minutes say.

    **What does not count.** A post without a name.

    **How to record it.** "Chủ trì: đ/c …; thư ký: đ/c …".
    """

    code, name, severity = "TP005", "missing-chair-or-secretary", Severity.WARNING
    claim = Claim.SIGNED
    title = Text("Thiếu chủ trì hoặc thư ký", "Chair or note-taker not named")
    basis = Text(
        "Biên bản ghi tên người chủ trì và người ghi biên bản.",
        "Minutes name the chair and the note-taker.",
    )
    pattern = Text(
        "Chủ trì: đồng chí [họ tên, chức vụ]; thư ký: đồng chí [họ tên thư ký].",
        "Chair: comrade [name and post]; note-taker: comrade [name of the note-taker].",
    )
    good = (
        (
            "formalities | Chủ trì: đồng chí Trần Văn Sơn, Bí thư Chi bộ.",
            "formalities | Thư ký: đồng chí Nguyễn Thị Lan.",
        ),
    )
    bad = (
        (
            "formalities | Chủ trì: đồng chí Trần Văn Sơn, Bí thư Chi bộ.",
            "formalities | Hội nghị kết thúc lúc 16 giờ cùng ngày.",
        ),
    )

    def check(self, minutes: Minutes, thresholds: Thresholds) -> Iterator[Verdict]:
        """Yield a finding for the chair, for the note-taker, or for both together."""
        meeting = minutes.meeting
        lacking: list[Text] = []
        doubtful: list[Paragraph] = []
        for who, known, cue, office in (
            (_CHAIR, meeting.chair or _speaking_chair(minutes), *_BY_CHAIR),
            (_SECRETARY, meeting.secretary, *_BY_SECRETARY),
        ):
            if not known:
                near = _name_by_signature(minutes, cue) or _name_in_opening(minutes, office)
                doubtful.extend(near)
                lacking.extend([] if near else [who])
        if lacking:
            yield self.missing(_message(lacking), WHOLE_TEXT)
        elif doubtful:
            yield self.undecided(might_show(doubtful[0], _WHAT))


def _speaking_chair(minutes: Minutes) -> str | None:
    for paragraph in minutes.paragraphs:
        if paragraph.speaker and paragraph.speaker.role is Role.CHAIR and paragraph.speaker.names:
            return paragraph.speaker.names[0]
    return None


def _name_by_signature(minutes: Minutes, cue: CueKind) -> list[Paragraph]:
    """Return the lines from a signature's title on that may hold a name."""
    for paragraph in minutes.paragraphs:
        if paragraph.has(cue, at_least=0.0):
            after = minutes.paragraphs[paragraph.index : paragraph.index + 5]
            return [p for p in after if looks_like_name(_beside_titles(p))]
    return []


def _beside_titles(paragraph: Paragraph) -> str:
    """Return the text without asides and without the titles of signatures."""
    text = paragraph.text
    for cue in sorted(paragraph.cues, key=lambda cue: -cue.start):
        if cue.kind in (CueKind.SIGNATURE_CHAIR, CueKind.SIGNATURE_SECRETARY):
            text = text[: cue.start] + text[cue.end :]
    return _FURNITURE.sub(" ", _ASIDE.sub(" ", text))


def _name_in_opening(minutes: Minutes, office: re.Pattern[str]) -> list[Paragraph]:
    """Return a paragraph at either end that names the office and somebody in one sentence."""
    return [
        paragraph
        for paragraph in (*minutes.paragraphs[:_HEAD], *minutes.paragraphs[-_TAIL:])
        if paragraph.section is SectionLabel.FORMALITIES
        for sentence in _SENTENCE_END.split(paragraph.text)
        if office.search(sentence) and may_name(office.sub(" ", sentence))
    ][:1]


def _message(lacking: list[Text]) -> Text:
    vi = " và ".join(who.vi for who in lacking)
    en = " and ".join(who.en for who in lacking)
    return Text(
        f"Chưa thấy ghi trong biên bản tên {vi}.", f"The minutes do not give the name of {en}."
    )


_WHAT = Text("là tên người chủ trì hoặc thư ký", "name the chair or the note-taker")
