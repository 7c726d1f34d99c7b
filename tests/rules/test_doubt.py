"""What might clear a check keeps it from accusing: it says that it cannot decide."""

from __future__ import annotations

from dataclasses import replace

import pytest

from minutes_nlp.model.labels import Role, SectionLabel
from minutes_nlp.model.minutes import CueKind, Item, Speaker, Substance
from minutes_nlp.rules import load_profile, run_rules
from minutes_nlp.settings import Settings
from tests.rules.building import REGULAR, attendance, minutes_of, outcome, paragraph, verdict_on
from tests.rules.reading import read_lines

FORMAL, REVIEW = SectionLabel.FORMALITIES, SectionLabel.TASK_REVIEW
SECTIONS = [
    ("KL001", SectionLabel.CONCLUSIONS),
    ("YK001", SectionLabel.CONTRIBUTIONS),
    ("YK001", SectionLabel.CRITICISM),
    ("ND001", SectionLabel.NEWS),
    ("ND002", SectionLabel.POLICY_DISSEMINATION),
    ("ND003", SectionLabel.TASK_REVIEW),
    ("ND006", SectionLabel.NEXT_TASKS),
    ("PB001", SectionLabel.CRITICISM),
]
CUES = [
    ("ND009", CueKind.MEMBERS_THINKING),
    ("PB003", CueKind.PRAISE),
    ("PB003", CueKind.REMINDER),
    ("DP001", CueKind.PARTY_FEE),
    ("HT001", CueKind.MINUTES_ADOPTION),
]


@pytest.mark.parametrize(("code", "label"), SECTIONS)
def test_a_section_is_missing_only_when_nothing_might_belong_to_it(code, label) -> None:
    def with_probability(p: float):
        return minutes_of([paragraph(FORMAL, perhaps=label, probability=p)])

    assert outcome(code, with_probability(0.1)) == "found"
    assert outcome(code, with_probability(0.25)) == "undecided"
    assert "Một đoạn của biên bản" in verdict_on(code, with_probability(0.3)).why


def test_how_cautious_to_be_is_a_setting() -> None:
    doubtful = minutes_of([paragraph(FORMAL, perhaps=SectionLabel.NEWS, probability=0.15)])
    careful = Settings(select=("ND001",), doubt=0.1)
    assert run_rules(doubtful, load_profile("hd42-2025"), careful)[0] == ()
    assert outcome("ND001", doubtful) == "found"


@pytest.mark.parametrize(("code", "label"), [pair for pair in SECTIONS if pair[0] != "PB001"])
def test_a_bare_heading_is_no_content(code, label) -> None:
    heading = paragraph(label, "Một đề mục")
    heading = _as(heading, Substance.HEADING)
    verdict = verdict_on(code, minutes_of([heading, paragraph(FORMAL)]))
    assert verdict.nearest[0].text == "Một đề mục"
    assert "chỉ là đề mục" in verdict.nearest[0].why_not


@pytest.mark.parametrize("code", ["KL001", "ND001", "ND002"])
def test_what_stands_right_under_a_heading_may_be_misread(code) -> None:
    label = dict(SECTIONS)[code]
    heading = _as(paragraph(label, "Một đề mục"), Substance.HEADING)
    assert outcome(code, minutes_of([heading, paragraph(REVIEW)])) == "undecided"


@pytest.mark.parametrize(("code", "cue"), CUES)
def test_weak_signs_neither_clear_nor_accuse(code, cue) -> None:
    assert outcome(code, minutes_of([paragraph(FORMAL)])) == "found"
    assert outcome(code, minutes_of([paragraph(FORMAL, cue=cue, strength=0.4)])) == "undecided"
    assert outcome(code, minutes_of([paragraph(FORMAL, cue=cue, strength=0.9)])) == "passed"


@pytest.mark.parametrize(
    ("code", "label"),
    [
        ("KL002", SectionLabel.CONCLUSIONS),
        ("YK002", SectionLabel.CONTRIBUTIONS),
        ("ND008", SectionLabel.POLICY_DISSEMINATION),
        ("PB002", SectionLabel.CRITICISM),
    ],
)
def test_what_may_have_content_is_not_called_hollow(code, label) -> None:
    hollow = _as(paragraph(label), Substance.HOLLOW)
    unclear = _as(paragraph(label), Substance.UNCLEAR)
    full = paragraph(label)
    assert outcome(code, minutes_of([hollow])) == "found"
    assert outcome(code, minutes_of([hollow, unclear])) == "undecided"
    assert outcome(code, minutes_of([hollow, unclear, full])) == "passed"


def test_only_names_perhaps_unread_keep_the_share_of_speakers_open() -> None:
    said = paragraph(SectionLabel.CONTRIBUTIONS, "Đề nghị sửa cầu.")
    lan = _by(said, "Lan")
    ten = attendance(total=10, present=10)
    assert outcome("YK004", minutes_of([lan], meeting=ten)) == "found"
    assert outcome("YK004", minutes_of([lan, said, said], meeting=ten)) == "found"
    unread = paragraph(SectionLabel.CONTRIBUTIONS, "Nghe đâu Ksor Nhi muốn sửa cầu.")
    assert outcome("YK004", minutes_of([lan, unread, unread], meeting=ten)) == "undecided"
    three = [lan, _by(said, "Hùng"), _by(said, "Mai")]
    assert outcome("YK004", minutes_of(three, meeting=ten)) == "passed"
    assert outcome("YK004", minutes_of([lan])) == "undecided"


def test_joint_speakers_count_each_and_the_same_person_once() -> None:
    said = paragraph(SectionLabel.CONTRIBUTIONS, "Đề nghị sửa cầu.")
    ten = attendance(total=10, present=10)
    joint = minutes_of([_by(said, "Lan", "Hùng", "Mai")], meeting=ten)
    assert outcome("YK004", joint) == "passed"
    repeated = minutes_of([_by(said, "Lan"), _by(said, "LAN"), _by(said, "Lan")], meeting=ten)
    assert outcome("YK004", repeated) == "found"


def test_a_name_that_was_not_read_keeps_opinions_from_being_called_nameless() -> None:
    nameless = paragraph(SectionLabel.CONTRIBUTIONS, "Ý kiến 1: cần mua thêm hai máy bơm.")
    perhaps = paragraph(SectionLabel.CONTRIBUTIONS, "Theo bà Ksor H'Nhi thì cần hai máy bơm.")
    assert outcome("YK003", minutes_of([nameless])) == "found"
    assert outcome("YK003", minutes_of([nameless, perhaps])) == "undecided"


def test_words_taken_over_from_the_chair_are_no_members() -> None:
    carried = paragraph(SectionLabel.CONTRIBUTIONS, "- Nên làm cầu trước mùa mưa.")
    carried = _spoken(carried, Speaker(Role.CHAIR, ("Sơn",), start=0, end=0))
    own = _spoken(carried, Speaker(Role.CHAIR, ("Sơn",), start=0, end=7))
    assert outcome("YK001", minutes_of([carried])) == "found"
    assert outcome("YK001", minutes_of([own])) == "found"


def test_a_members_name_beside_a_task_may_be_its_owner() -> None:
    chair = Speaker(Role.CHAIR, ("Trần Văn Sơn",), start=0, end=6)
    opinion = _by(paragraph(SectionLabel.CONTRIBUTIONS, "Đ/c Lan: sửa cầu."), "Nguyễn Thị Lan")
    bare = paragraph(SectionLabel.NEXT_TASKS, "Sửa cầu xóm Đông.")
    named = paragraph(SectionLabel.NEXT_TASKS, "Sửa cầu xóm Đông: bà Lan.")
    assert outcome("ND007", minutes_of([opinion, bare])) == "found"
    assert outcome("ND007", minutes_of([opinion, named])) == "undecided"
    spoken = _spoken(paragraph(SectionLabel.CONCLUSIONS, "Đ/c Sơn nói sửa cầu."), chair)
    assert outcome("ND007", minutes_of([bare, spoken])) == "found"


def _as(given, substance):
    return replace(given, substance=substance)


def _spoken(given, speaker):
    return replace(given, speaker=speaker)


def _by(given, *names: str):
    return _spoken(given, Speaker(Role.MEMBER, names, start=0, end=1))


def test_words_of_nobody_after_a_guest_may_still_be_the_guests() -> None:
    said = paragraph(SectionLabel.CONTRIBUTIONS, "Đề nghị mỗi quý làm một lần.")
    guest = _spoken(said, Speaker(Role.GUEST, ("Thọ",), start=0, end=7))
    assert outcome("YK001", minutes_of([guest, said])) == "undecided"
    assert outcome("YK003", minutes_of([guest, said])) == "undecided"
    member = _by(said, "Lan")
    assert outcome("YK001", minutes_of([guest, member, said])) == "passed"


def test_an_item_that_a_later_conclusion_takes_up_is_not_called_open() -> None:
    opened = _as(paragraph(SectionLabel.CONTRIBUTIONS, "Việc thứ nhất"), Substance.HEADING)
    asked = paragraph(SectionLabel.CONTRIBUTIONS, "Vết cưa còn mới, lán trâu chưa lợp xong.")
    answered = paragraph(SectionLabel.CONTRIBUTIONS, "Tối qua còn nghe tiếng máy.")
    other = paragraph(SectionLabel.CONCLUSIONS, "Giao đ/c Lan thu quỹ trước 20/7.")
    same = paragraph(SectionLabel.CONCLUSIONS, "Về vết cưa và lán trâu thì giao tổ rừng.")

    def with_conclusion(conclusion):
        minutes = minutes_of([opened, asked, answered, conclusion])
        return replace(minutes, items=(Item("Việc thứ nhất", 0, 3, discussed=True),))

    assert outcome("KL003", with_conclusion(other)) == "found"
    assert outcome("KL003", with_conclusion(same)) == "undecided"


def test_a_single_remark_is_no_discussion_that_must_be_concluded() -> None:
    asked = paragraph(SectionLabel.CONTRIBUTIONS, "Vết cưa còn mới, lán trâu chưa lợp xong.")
    other = paragraph(SectionLabel.CONCLUSIONS, "Giao đ/c Lan thu quỹ trước 20/7.")
    minutes = minutes_of([asked, other])
    items = (Item("Việc thứ nhất", 0, 1, discussed=True),)
    assert outcome("KL003", replace(minutes, items=items)) == "undecided"


def test_a_meeting_that_sets_nothing_is_told_so_once() -> None:
    bare = minutes_of([paragraph(REVIEW)])
    assert outcome("ND006", bare) == "found"
    assert outcome("ND007", bare) == "passed"
    concluded = minutes_of([paragraph(REVIEW), paragraph(SectionLabel.CONCLUSIONS)])
    assert outcome("ND007", concluded) == "undecided"


def test_a_party_title_in_the_page_header_is_a_letterhead() -> None:
    minutes = minutes_of([paragraph(FORMAL, "Ngày 05/7/2026")])
    headed = replace(minutes, letterhead=("Chi bộ thôn Đông", "ĐẢNG CỘNG SẢN VIỆT NAM"))
    assert outcome("HT003", minutes) == "found"
    assert outcome("HT003", headed) == "undecided"  # the day was not read, but stands there


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("ND001", "policy_dissemination | Đồng chí Yến điểm tin thời sự trong tháng."),
        ("ND005", "task_review | Thu quỹ được 27 trên 40 nhà."),
        ("ND005", "task_review | Loa cụm 4 câm từ hôm sét đánh."),
        ("ND006", "resolution | Chi bộ nhất trí làm lễ mừng thọ, bà Nhàn đứng ra lo."),
        ("ND007", "next_tasks | Thu hoạch cá vụ 2 (Tẹo, Dần, Mão phụ trách)"),
        ("KL004", "conclusions:chair | Việc dựng rạp: đội bác Tẹo. Chiều thứ bảy phải xong."),
        ("TP005", "formalities | Anh Ksor Tuất làm chủ tọa, H'Nhi ghi chép."),
        ("HT001", "formalities | Nội dung trên được ghi và đọc cho các đồng chí dự họp nghe."),
    ],
)
def test_unforeseen_words_are_no_fault(code: str, line: str) -> None:
    assert outcome(code, read_lines([line])) != "found"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Không có ai phát biểu.", "found"),
        ("100% đảng viên nhất trí với báo cáo, không có ý kiến gì thêm.", "passed"),
    ],
)
def test_a_line_that_nobody_spoke_is_no_opinion_but_agreement_is(said: str, expected: str) -> None:
    heading = _as(paragraph(SectionLabel.CONTRIBUTIONS, "Thảo luận"), Substance.HEADING)
    line = _as(paragraph(SectionLabel.CONTRIBUTIONS, said), Substance.HOLLOW)
    assert outcome("YK001", minutes_of([heading, line, paragraph(FORMAL)])) == expected


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("TP001", "Hai mươi lăm người trong sổ, hai cụ miễn, bốn người vắng."),
        ("TP005", "19h30, bt vũ đình khoát chủ trì, bùi văn hợi ghi"),
        ("HT003", "Sinh hoạt ngày mùng sáu tháng mười một tại nhà văn hóa"),
    ],
)
def test_what_is_told_in_unforeseen_words_is_not_called_missing(code: str, line: str) -> None:
    lines = ["formalities | ĐẢNG CỘNG SẢN VIỆT NAM", "formalities | CHI BỘ THÔN ĐÔNG"]
    assert outcome(code, read_lines([*lines, f"formalities | {line}"])) != "found"


def test_silence_in_so_many_words_outweighs_a_doubtful_line() -> None:
    doubtful = paragraph(
        SectionLabel.CONTRIBUTIONS,
        "Đường vào xóm lầy.",
        perhaps=SectionLabel.TASK_REVIEW,
        probability=0.4,
    )
    chair = Speaker(Role.CHAIR, ("Sơn",), start=0, end=7)
    asked = _spoken(
        paragraph(SectionLabel.CONTRIBUTIONS, "Anh Sơn hỏi, không ai có ý kiến."), chair
    )
    assert outcome("YK001", minutes_of([doubtful])) == "undecided"
    assert outcome("YK001", minutes_of([asked, doubtful])) == "found"


def test_the_less_sure_the_document_the_less_may_be_missing() -> None:
    review, tasks = SectionLabel.TASK_REVIEW, SectionLabel.NEXT_TASKS
    maybe = paragraph(review, "Bão số 3 vào.", perhaps=SectionLabel.NEWS, probability=0.2)
    sure = [paragraph(review, "Đã cấy xong.", perhaps=tasks, probability=0.02) for _ in range(8)]
    unsure = [paragraph(review, "Đã cấy xong.", perhaps=tasks, probability=0.3) for _ in range(8)]
    assert outcome("ND001", minutes_of([maybe, *sure])) == "found"
    assert outcome("ND001", minutes_of([maybe, *unsure])) == "undecided"


def test_agreement_told_by_the_chair_may_be_the_members_own() -> None:
    chair = Speaker(Role.CHAIR, ("Sơn",), start=0, end=7)
    agreed = _spoken(paragraph(SectionLabel.CONTRIBUTIONS, "Anh Sơn hỏi. 100% nhất trí."), chair)
    assert outcome("YK001", minutes_of([agreed])) == "undecided"


def test_without_diacritics_nothing_is_called_missing() -> None:
    bare = "Thang qua ba con cay xong bon muoi hai hec ta lua con ba hec ta thieu nuoc"
    typed = "Tháng qua bà con cấy xong bốn mươi hai héc ta lúa, còn ba héc ta thiếu nước"
    lines = [paragraph(SectionLabel.TASK_REVIEW, bare) for _ in range(3)]
    assert outcome("ND001", minutes_of(lines)) == "undecided"
    lines = [paragraph(SectionLabel.TASK_REVIEW, typed) for _ in range(3)]
    assert outcome("ND001", minutes_of(lines)) == "found"


@pytest.mark.parametrize("label", [SectionLabel.CONCLUSIONS, SectionLabel.RESOLUTION])
def test_somebody_named_beside_a_time_may_be_a_task(label) -> None:
    review = paragraph(REVIEW, "Tháng qua cấy xong 42 ha lúa.")
    empty = _as(paragraph(label, "Ông Thỏa chốt: thống nhất các nội dung trên."), Substance.HOLLOW)
    assert outcome("ND006", minutes_of([review, empty])) == "found"
    for text in (
        "Ông Thỏa chốt: bà Mận hỏi giá đèn, báo trước 20/5.",
        "Ông Thỏa chốt: chi hội phụ nữ hỏi giá đèn, rằm báo.",
        "Đèn ngõ: kế toán dò giá, tuần sau có.",
    ):
        told = _as(paragraph(label, text), Substance.HOLLOW)
        assert outcome("ND006", minutes_of([review, told])) == "undecided"
        plan = paragraph(SectionLabel.NEXT_TASKS, "Tiếp tục tuyên truyền phòng chống dịch.")
        assert outcome("ND007", minutes_of([review, plan])) == "found"
        assert outcome("ND007", minutes_of([review, plan, told])) == "undecided"


def test_a_task_in_few_words_is_read_and_has_an_owner() -> None:
    review = "task_review | Tháng qua cấy xong 42 ha lúa, còn 3 ha thiếu nước."
    chosen = "conclusions:chair | Ông Thỏa chốt: bà Mận hỏi giá đèn, báo trước 20/5."
    minutes = replace(read_lines([review, chosen]), document_type=REGULAR)
    assert outcome("ND006", minutes) == "passed"
    assert outcome("ND007", minutes) == "passed"
    assert [task.who for task in minutes.tasks] == ["bà Mận"]
