"""HT005: a superseded guide is cited."""

from __future__ import annotations

from collections.abc import Iterator

from minutes_nlp.model.labels import Severity
from minutes_nlp.model.language import Text
from minutes_nlp.model.minutes import Minutes
from minutes_nlp.rules.base import Rule
from minutes_nlp.rules.citations import Citation, Standing, citations
from minutes_nlp.rules.claims import Claim
from minutes_nlp.rules.thresholds import SupersededDocument, Thresholds
from minutes_nlp.rules.verdicts import Verdict


class SupersededDocumentCited(Rule):
    """A document of a higher level is cited after another has replaced it.

    **Why it matters.** Mostly an old form is in use, and with it rules that no longer hold.

    **What does not count.** Minutes that tell of the replacement itself, or of what was done
    under the old document before; a document of another year with the same number.

    **How to record it.** Cite the document that is in force.
    """

    code, name, severity = "HT005", "superseded-document-cited", Severity.INFO
    claim = Claim.STATED
    repeats = True
    title = Text("Viện dẫn văn bản đã thay thế", "Superseded document cited")
    basis = Text(
        "Viện dẫn văn bản đang có hiệu lực; danh mục văn bản đã thay thế theo cấu hình.",
        "Documents in force are cited; the list of superseded ones is configured.",
    )
    pattern = Text(
        "Theo [số, ngày và tên văn bản đang có hiệu lực] của [cơ quan ban hành]. Chỗ kể lại việc "
        "đã làm theo văn bản cũ thì để nguyên.",
        "According to [number, date and name of the document in force] of [who issued it]. Where "
        "the minutes tell of what was done under the old one, leave it.",
    )
    good = (
        (
            "formalities | Hôm nay, vào hồi 19 giờ 30 phút ngày 05/7/2026, Chi bộ thôn Đông họp.",
            "policy_dissemination | Phổ biến Hướng dẫn số 42-HD/BTCTW ngày 28/10/2025 về sinh "
            "hoạt chi bộ, thay thế Hướng dẫn số 12-HD/BTCTW.",
        ),
    )
    bad = (
        (
            "formalities | Hôm nay, vào hồi 19 giờ 30 phút ngày 05/7/2026, Chi bộ thôn Đông họp.",
            "formalities | Chi bộ chấm điểm buổi sinh hoạt theo Hướng dẫn số 12-HD/BTCTW ngày "
            "06/7/2018.",
        ),
    )

    def check(self, minutes: Minutes, thresholds: Thresholds) -> Iterator[Verdict]:
        """Yield one verdict for each superseded document that is cited as if in force."""
        for document in thresholds.superseded:
            found = [c for p in minutes.paragraphs for c in citations(p, document)]
            live = [c for c in found if c.standing is not Standing.HISTORICAL]
            held = minutes.meeting.date
            if not live or (held is not None and held < document.since):
                continue
            sure = [c for c in live if c.standing is Standing.SURE]
            if sure and held is not None:
                yield self.found(_message(document), [c.span for c in sure])
            else:
                yield self.undecided(_doubt(document, live[0]))


def _message(document: SupersededDocument) -> Text:
    since = f"{document.since:%d/%m/%Y}"
    return Text(
        f"Biên bản viện dẫn {document.symbol}, đã được thay bằng {document.replaced_by} từ "
        f"{since} (theo cấu hình).",
        f"{document.symbol} is cited, which {document.replaced_by} has replaced since {since} "
        "(as configured).",
    )


def _doubt(document: SupersededDocument, citation: Citation) -> Text:
    return Text(
        f"Có viện dẫn “{citation.span.text}”; chưa rõ có phải văn bản đã được thay bằng "
        f"{document.replaced_by} hay không.",
        f"“{citation.span.text}” is cited; whether it is the one that {document.replaced_by} "
        "has replaced is not clear.",
    )
