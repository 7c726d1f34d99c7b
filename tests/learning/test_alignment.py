"""Labels follow the words of a source into a copy with other letters and paragraphs."""

from hypothesis import given
from hypothesis import strategies as st

from minutes_nlp.corpus.records import CorpusParagraph
from minutes_nlp.learning.damage.alignment import align, boundaries, carry_over
from minutes_nlp.model.labels import Role, SectionLabel

SOURCE = [
    CorpusParagraph(text="1. Thông tin thời sự trong tháng", section=SectionLabel.NEWS),
    CorpusParagraph(text="Bão số 5 gây lũ lớn ở ba xã miền núi.", section=SectionLabel.NEWS),
    CorpusParagraph(
        text="Đồng chí Lan: đề nghị nạo vét mương tổ 3 trước mùa mưa.",
        section=SectionLabel.CONTRIBUTIONS,
        role=Role.MEMBER,
    ),
    CorpusParagraph(text="Hội nghị kết thúc lúc 21 giờ.", section=SectionLabel.FORMALITIES),
]
TEXTS = [paragraph.text for paragraph in SOURCE]

words = st.lists(st.text(alphabet="abcdeđê.", min_size=1, max_size=6), min_size=1, max_size=12)


@given(words, words)
def test_pairs_rise_and_lie_inside_both_texts(ours: list[str], theirs: list[str]) -> None:
    aligned = align(" ".join(ours), " ".join(theirs))
    for (a, c), (b, d) in zip(aligned.pairs, aligned.pairs[1:], strict=False):
        assert a < b
        assert c < d
    assert all(x < len(aligned.source) and y < len(aligned.copy) for x, y in aligned.pairs)
    assert (aligned.errors == 0) == (aligned.source == aligned.copy)


@given(words)
def test_a_text_is_aligned_with_itself_letter_by_letter(text: list[str]) -> None:
    whole = " ".join(text)
    assert align(whole, whole).pairs == tuple((i, i) for i in range(len(whole)))


def test_labels_come_back_through_misread_letters() -> None:
    read = [text.replace("ệ", "ê").replace("n", "r") for text in TEXTS]
    carried = carry_over(SOURCE, read)
    assert [(p.section, p.role) for p in carried] == [(p.section, p.role) for p in SOURCE]
    assert [p.text for p in carried] == read


def test_a_joined_paragraph_names_what_else_it_holds() -> None:
    [first, second] = carry_over(SOURCE, [TEXTS[0], " ".join(TEXTS[1:])])
    assert first.section is SectionLabel.NEWS
    assert (second.section, second.role) == (SectionLabel.CONTRIBUTIONS, Role.MEMBER)
    assert set(second.also) == {SectionLabel.NEWS, SectionLabel.FORMALITIES}


def test_parts_of_a_paragraph_share_its_label_and_dirt_takes_the_one_before() -> None:
    cut = TEXTS[2].index(" nạo")
    carried = carry_over(SOURCE, [*TEXTS[:2], TEXTS[2][:cut], "~", TEXTS[2][cut + 1 :], TEXTS[3]])
    assert [p.section for p in carried[2:5]] == [SectionLabel.CONTRIBUTIONS] * 3
    assert [p.role for p in carried[2:5]] == [Role.MEMBER, None, Role.MEMBER]


def test_beginnings_of_paragraphs_are_counted() -> None:
    same = boundaries(TEXTS, TEXTS)
    assert (same.true, same.found, same.given) == (3, 3, 3)
    joined = boundaries(TEXTS, [TEXTS[0] + " " + TEXTS[1], *TEXTS[2:]])
    assert (joined.true, joined.found, joined.given) == (3, 2, 2)
    split = boundaries(TEXTS, [*TEXTS[:3], "Hội nghị", "kết thúc lúc 21 giờ."])
    assert (split.true, split.found, split.given) == (3, 3, 4)
