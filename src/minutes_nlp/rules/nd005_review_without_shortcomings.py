"""ND005: the review names no shortcoming."""

from __future__ import annotations

from minutes_nlp.model.labels import Severity
from minutes_nlp.model.language import Text
from minutes_nlp.model.minutes import CueKind
from minutes_nlp.rules.claims import Claim
from minutes_nlp.rules.review import ReviewWithoutCue


class ReviewWithoutShortcomings(ReviewWithoutCue):
    """There is a review, and no shortcoming or difficulty is named in it.

    **Why it matters.** What is not named is not mended; a month without any difficulty is rare.

    **What does not count.** The words "hạn chế" in a heading; shortcomings that only members
    raise in discussion.

    **How to record it.** Name what was late, missing or badly done, and why.
    """

    code, name, severity = "ND005", "review-without-shortcomings", Severity.WARNING
    claim = Claim.LACKING
    title = Text("Đánh giá thiếu hạn chế, nguyên nhân", "Review without shortcomings")
    basis = Text(
        "Đánh giá cần nêu cả ưu điểm, hạn chế và nguyên nhân.",
        "A review names strengths, shortcomings and causes.",
    )
    pattern = Text(
        "Hạn chế: [việc gì chậm, thiếu hoặc chưa tốt]; nguyên nhân: [vì sao]; cách sửa: [làm gì, "
        "đến khi nào].",
        "Shortcoming: [what was late, missing or badly done]; cause: [why]; remedy: [what is to "
        "be done, by when].",
    )
    cues = (CueKind.SHORTCOMING,)
    what = Text("nêu hạn chế, khó khăn", "name a shortcoming or a difficulty")
    not_review = Text(
        "có nêu hạn chế nhưng không nằm trong phần đánh giá",
        "names a shortcoming, but not in the review",
    )
    message = Text(
        "Phần đánh giá chưa thấy ghi hạn chế, khó khăn nào.",
        "The review records no shortcoming or difficulty.",
    )
    good = (
        ("task_review | Cấy xong 42 ha; còn 3 ha thiếu nước vì máy bơm cháy chưa sửa.",),
        ("task_review | Thu quỹ chậm, mới được 12 hộ.",),
        ("task_review | Mới cấy nổi một nửa diện tích vì hạn.",),
        ("task_review | Đường 2 km làm được 800 m thì hết tiền.",),
    )
    bad = (
        (
            "task_review | Cấy xong 42 ha lúa, đạt 100% kế hoạch tháng.",
            "task_review | Đảng viên gương mẫu thực hiện nhiệm vụ, nhân dân phấn khởi.",
        ),
    )
