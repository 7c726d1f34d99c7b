"""Signs that a text records a sitting of a cell, weighed over the whole of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from minutes_nlp.model.minutes import Paragraph
from minutes_nlp.nlp.attendance import read_attendance
from minutes_nlp.nlp.meeting_officers import find_officer
from minutes_nlp.nlp.meeting_time import find_clocks
from minutes_nlp.nlp.names import find_persons
from minutes_nlp.nlp.paper_titles import bare, bare_phrases
from minutes_nlp.nlp.people import learn_people
from minutes_nlp.nlp.phrases import load_data
from minutes_nlp.nlp.signatures import Office
from minutes_nlp.nlp.speaker_candidates import lead_end

_HEAD: Final = 16
_OPENING: Final = 7
_CELL: Final = re.compile(r"(?<!\w)(?:chi bo|shcb|dang vien|cb|dv)(?!\w)")
_CHAIR: Final = re.compile(r"(?<!\w)(?:chu tri|chu toa|dieu khien|dieu hanh|bi thu)(?!\w)")
_BLANK: Final = re.compile(r"…|\.{4,}|_{4,}")
_OTHER_BODY: Final = re.compile(
    r"(?<!\w)(?P<body>chi doan|chi hoi|cong doan|to dan pho|phu huynh|hoi dong quan tri"
    r"|hop tac xa|cong ty)(?!\w)"
)


@dataclass(frozen=True, slots=True)
class MinutesSigns:
    """What was seen; each flag is one sign of a recorded sitting."""

    attendance: bool
    chair: bool
    taker: bool
    clock: bool
    closed: bool
    adopted: bool
    voted: bool
    speeches: int
    of_cell: bool
    is_blank_form: bool
    press: bool
    other_body: str | None

    @property
    def count(self) -> int:
        """How many kinds of signs there are, 0 to 8."""
        flags = (self.attendance, self.chair, self.taker, self.clock, self.closed, self.adopted)
        return sum(flags) + (self.speeches >= 2) + self.voted

    @property
    def whole_sitting(self) -> bool:
        """Whether opening, speeches and closing are all there."""
        return self.taker and self.speeches >= 3 and (self.closed or self.adopted) and self.clock

    @property
    def is_untitled_sitting(self) -> bool:
        """Whether a paper without a title still records a sitting of the cell."""
        if not self.of_cell or self.count < 4 or (self.press and not self.taker):
            return False
        framed = self.attendance and self.clock and (self.closed or self.adopted)
        return self.taker or self.speeches >= 3 or framed


def read_signs(paragraphs: Sequence[Paragraph]) -> MinutesSigns:
    """Read the signs of a sitting from the words alone, whatever the sections say."""
    lines = [bare(paragraph.text) for paragraph in paragraphs]
    head, tail = "\n".join(lines[:_HEAD]), "\n".join(lines[-12:])
    attendance = read_attendance(paragraphs)
    whole = "\n".join(lines)
    return MinutesSigns(
        attendance=any(span.paragraph < _OPENING for span in attendance.evidence),
        chair=_CHAIR.search(head) is not None,
        taker=find_officer(Office.SECRETARY, paragraphs, learn_people(paragraphs)) is not None,
        clock=any(find_clocks(p.text) for p in (*paragraphs[:_HEAD], *paragraphs[-12:])),
        closed=_sign("closed", tail),
        adopted=_sign("adopted", tail),
        voted=_sign("voted", whole),
        speeches=sum(map(_is_speech, paragraphs)),
        of_cell=len(_CELL.findall(whole)) >= 2,
        is_blank_form=_is_blank_form(lines),
        press=_sign("press", whole),
        other_body=_other_body(head),
    )


def _sign(name: str, text: str) -> bool:
    return (
        bare_phrases(tuple(load_data("document_types.toml")["signs"][name])).search(text)
        is not None
    )


def _is_speech(paragraph: Paragraph) -> bool:
    """Whether a paragraph opens with a person and a colon or goes on to tell what he said."""
    lead = lead_end(paragraph.text)
    first = next(iter(find_persons(paragraph.text)), None)
    return first is not None and first.start <= lead and len(paragraph.text.split()) >= 6


def _is_blank_form(lines: Sequence[str]) -> bool:
    blank = sum(_BLANK.search(line) is not None for line in lines)
    return len(lines) >= 8 and blank / len(lines) >= 0.35


def _other_body(head: str) -> str | None:
    match = _OTHER_BODY.search(head)
    names = {
        "chi doan": "biên bản họp chi đoàn",
        "chi hoi": "biên bản họp chi hội",
        "cong doan": "biên bản họp công đoàn",
        "to dan pho": "biên bản họp tổ dân phố",
        "phu huynh": "biên bản họp phụ huynh",
        "hoi dong quan tri": "biên bản họp hội đồng quản trị",
        "hop tac xa": "biên bản họp hợp tác xã",
        "cong ty": "biên bản họp công ty",
    }
    return names[match["body"]] if match else None
