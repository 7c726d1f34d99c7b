"""YK003: opinions without the names of those who gave them."""

from __future__ import annotations

from collections.abc import Iterator

from minutes_nlp.model.labels import Severity
from minutes_nlp.model.language import Text
from minutes_nlp.model.minutes import Minutes
from minutes_nlp.rules.base import Rule
from minutes_nlp.rules.claims import Claim
from minutes_nlp.rules.evidence import might_show, unclear
from minutes_nlp.rules.names import perhaps_named
from minutes_nlp.rules.opinions import (
    continues_another,
    has_content,
    is_named,
    is_surely_spoken,
    opinions,
)
from minutes_nlp.rules.thresholds import Thresholds
from minutes_nlp.rules.verdicts import Verdict

_WHAT_NAME = Text("nêu tên người phát biểu", "name a speaker")
_WHAT_OTHERS = Text("là lời của chủ trì hoặc khách", "be words of the chair or a guest")
_WHAT_CONTENT = Text("là ý kiến có ghi tên và có nội dung", "be an opinion with name and content")


class UnnamedSpeakers(Rule):
    """Opinions with content are recorded, but for none of them is a speaker named.

    **Why it matters.** A proposal without its author cannot be answered, taken up or credited.

    **What does not count.** "Ý kiến 1: …", "có ý kiến cho rằng …", a unit or office without a
    name.

    **How to record it.** Begin with the name: "Đ/c Lan: …"; the name as it is used in the cell
    ("anh Tư", "cô Hạnh") will do when the attendance list makes clear who that is.
    """

    code, name, severity = "YK003", "unnamed-speakers", Severity.WARNING
    claim = Claim.LACKING
    title = Text("Ý kiến không ghi người phát biểu", "Opinions without names")
    basis = Text(
        "Biên bản cần ghi rõ ý kiến của ai.",
        "Minutes state whose opinion was recorded.",
    )
    pattern = Text(
        "Đồng chí [tên người đã nói]: [ý kiến đã ghi]. Không nhớ của ai thì hỏi lại người dự họp, "
        "không đoán.",
        "Comrade [name of the one who spoke]: [the opinion on record]. If you do not remember "
        "whose it was, ask those who were there; do not guess.",
    )
    good = (
        ("contributions:member | Đ/c Lan: đề nghị lùi việc nạo kênh sang sau gặt.",),
        (
            "contributions | Ý kiến 1: cần mua thêm hai máy bơm.",
            "contributions:member | Anh Tư Phước nói nên nạo mương trước khi bơm.",
        ),
    )
    bad = (
        (
            "contributions | Ý kiến 1: cần mua thêm hai máy bơm vì mùa khô đến sớm.",
            "contributions | Ý kiến 2: đề nghị lùi việc nạo kênh sang sau gặt.",
        ),
    )

    def check(self, minutes: Minutes, thresholds: Thresholds) -> Iterator[Verdict]:
        """Yield a finding when no opinion with content has a name."""
        recorded = opinions(minutes)
        with_content = [opinion for opinion in recorded if has_content(opinion)]
        if not with_content or any(is_named(opinion) for opinion in with_content):
            return
        named_elsewhere = unclear(opinion for opinion in recorded if is_named(opinion))
        named_perhaps = next((o for o in with_content if perhaps_named(o)), None)
        others = [
            o
            for o in with_content
            if continues_another(minutes, o) or not is_surely_spoken(o, thresholds)
        ]
        if named_elsewhere:
            yield self.undecided(might_show(named_elsewhere, _WHAT_CONTENT))
        elif named_perhaps:
            yield self.undecided(might_show(named_perhaps, _WHAT_NAME))
        elif len(others) == len(with_content):
            yield self.undecided(might_show(others[0], _WHAT_OTHERS))
        else:
            message = Text(
                "Biên bản có ghi nội dung ý kiến nhưng chưa thấy ghi ai phát biểu.",
                "Opinions are recorded, but not who gave them.",
            )
            yield self.found(message, [opinion.span() for opinion in with_content])
