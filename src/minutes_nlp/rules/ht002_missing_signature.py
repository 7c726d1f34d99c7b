"""HT002: a signature block is missing."""

from __future__ import annotations

from collections.abc import Iterator

from minutes_nlp.model.labels import Severity
from minutes_nlp.model.language import Text
from minutes_nlp.model.minutes import CueKind, Minutes
from minutes_nlp.rules.base import Rule
from minutes_nlp.rules.claims import Claim
from minutes_nlp.rules.evidence import might_show, weak_cue, with_cue
from minutes_nlp.rules.thresholds import Thresholds
from minutes_nlp.rules.traces import signed_by, signed_in_own_words
from minutes_nlp.rules.verdicts import Verdict

_CHAIR = Text("người chủ trì", "the chair")
_SECRETARY = Text("thư ký (người ghi biên bản)", "the note-taker")
_SEARCHED = Text("phần cuối biên bản", "the end of the minutes")


class MissingSignature(Rule):
    """The signature block of the chair or of the note-taker is missing.

    **Why it matters.** Both answer for the minutes with their signatures.

    **What does not count.** A missing "T/M CHI BỘ", seal or number is no fault; a printed title
    without a name is a block.

    **How to record it.** Left "NGƯỜI GHI BIÊN BẢN", right "CHỦ TRÌ", each with the name.
    """

    code, name, severity = "HT002", "missing-signature", Severity.WARNING
    claim = Claim.SIGNED
    title = Text("Thiếu chữ ký", "Signature block missing")
    basis = Text(
        "Biên bản có chữ ký của người chủ trì và người ghi biên bản.",
        "Minutes are signed by the chair and the note-taker.",
    )
    pattern = Text(
        "Cuối biên bản, bên trái: NGƯỜI GHI BIÊN BẢN [chữ ký và họ tên thư ký]; bên phải: CHỦ TRÌ "
        "[chữ ký và họ tên chủ trì].",
        "At the end, on the left: NGƯỜI GHI BIÊN BẢN [signature and name of the note-taker]; on "
        "the right: CHỦ TRÌ [signature and name of the chair].",
    )
    good = (
        (
            "formalities | Hội nghị kết thúc lúc 21 giờ 15 phút cùng ngày.",
            "formalities | THƯ KÝ",
            "formalities | Nguyễn Thị Lan",
            "formalities | CHỦ TRÌ",
            "formalities | Trần Văn Sơn",
        ),
        (
            "formalities | Kết thúc lúc 21 giờ.",
            "formalities | THƯ KÝ (Ký, ghi rõ họ tên) Đinh Thị Ngân | CHỦ TRÌ (Ký, ghi rõ họ tên)",
        ),
        (
            "formalities | Kết thúc lúc 21 giờ.",
            "formalities | THƯ KÝ                BÍ THƯ CHI BỘ - CHỦ TRÌ",
            "formalities | Đinh Thị Ngân                Phùng Thế Mạnh",
        ),
        (
            "formalities | Kết thúc lúc 21 giờ.",
            "formalities | NGƯỜI VIẾT BIÊN BẢN",
            "formalities | Lò Văn Ính",
            "formalities | PHÓ BÍ THƯ",
            "formalities | Lò Thị Páo",
            "formalities | Nơi nhận: Đảng ủy xã (để báo cáo theo quy định); các đồng chí chi ủy "
            "viên; lưu hồ sơ chi bộ năm 2026.",
        ),
    )
    bad = (
        (
            "formalities | Hội nghị kết thúc lúc 21 giờ 15 phút cùng ngày.",
            "formalities | CHỦ TRÌ",
            "formalities | Trần Văn Sơn",
        ),
    )

    def check(self, minutes: Minutes, thresholds: Thresholds) -> Iterator[Verdict]:
        """Yield one verdict on the blocks that are missing."""
        meeting = minutes.meeting
        lacking: list[Text] = []
        for who, name, cue in (
            (_CHAIR, meeting.chair, CueKind.SIGNATURE_CHAIR),
            (_SECRETARY, meeting.secretary, CueKind.SIGNATURE_SECRETARY),
        ):
            if with_cue(minutes.paragraphs, cue):
                continue
            trace = (
                weak_cue(minutes.paragraphs, cue)
                or signed_by(minutes, name)
                or signed_in_own_words(minutes, chair=who is _CHAIR)
            )
            if trace:
                what = Text(f"là phần ký của {who.vi}", f"be the signature of {who.en}")
                yield self.undecided(might_show(trace, what))
                return
            lacking.append(who)
        if lacking:
            vi = " và ".join(who.vi for who in lacking)
            en = " and ".join(who.en for who in lacking)
            message = Text(
                f"Chưa thấy trong biên bản phần ký của {vi}.",
                f"The minutes have no signature block of {en}.",
            )
            yield self.missing(message, _SEARCHED)
