"""Damage is repeatable, keeps what is annotated, and does what its name says."""

import unicodedata
from collections import Counter
from difflib import SequenceMatcher
from pathlib import Path

import pytest

from minutes_nlp.corpus.labelled_text import parse_document
from minutes_nlp.corpus.records import CorpusParagraph, CorpusRecord, read_records
from minutes_nlp.learning.damage import DAMAGES, damaged_records, training_variants
from minutes_nlp.learning.damage.paragraphing import joined
from minutes_nlp.learning.damage.recognition_noise import with_recognition_noise
from minutes_nlp.model.labels import SPOKEN_SECTIONS, Role, SectionLabel

ROOT = Path(__file__).resolve().parents[2]
FILES = ("office", "elder-thaibinh", "rail-station", "tax-branch")
RECORDS = [r for name in FILES for r in read_records(ROOT / "corpora" / f"{name}.jsonl")][::4]
MADE = [damage for damage in DAMAGES if damage != "recognised"]
ANY_OTHER = {"paragraphs": ()}

SMALL = parse_document(
    """# id: a-01
formalities | ĐẢNG BỘ XÃ A
formalities | BIÊN BẢN SINH HOẠT CHI BỘ
formalities | I. NỘI DUNG
formalities | Chủ trì: Đồng chí Nguyễn Thị Hoà, Bí thư Chi bộ.
news | 1. Thời sự
news | Trong nước: Bão số 3 gây lũ lớn ở ba xã. Nhà văn hoá thôn Quý bị tốc mái.
task_review | 2. Đánh giá tháng 6
task_review | Kết quả: Đảng viên thực hiện tốt nghị quyết. Cây khoẻ, thuỷ lợi xong. Không ai nợ quỹ.
criticism | 3. Tự phê bình
criticism:member | Đồng chí Lan: tôi nhận khuyết điểm nộp báo cáo chậm hai lần trong tháng.
conclusions:chair | Đồng chí Hoà kết luận: giao đồng chí Lan nạo vét mương trước ngày 20/7.
formalities | CHỦ TRÌ
formalities | Nguyễn Thị Hoà
""",
    voice="a",
)


def texts(record: CorpusRecord) -> list[str]:
    return [paragraph.text for paragraph in record.paragraphs]


def damaged(damage: str, record: CorpusRecord = SMALL) -> CorpusRecord:
    [copy] = damaged_records([record], damage)
    return copy


def words(record: CorpusRecord) -> Counter[str]:
    return Counter(word.strip(":") for text in texts(record) for word in text.split())


def test_the_names_are_fixed() -> None:
    assert list(DAMAGES) == [
        "no_diacritics", "nfd", "old_tone_placement", "typing_errors", "abbreviations",
        "lost_headings", "merged_paragraphs", "split_paragraphs", "shuffled_sections", "recognised",
    ]  # fmt: skip
    with pytest.raises(KeyError):
        damaged_records([], "burnt")


@pytest.mark.parametrize("damage", MADE)
def test_damage_is_repeatable_and_keeps_what_is_annotated(damage: str) -> None:
    copies = damaged_records(RECORDS, damage)
    assert copies == damaged_records(RECORDS, damage)
    assert [copy.model_copy(update=ANY_OTHER) for copy in copies] == [
        record.model_copy(update=ANY_OTHER) for record in RECORDS
    ]
    assert [texts(copy) for copy in copies] != [texts(record) for record in RECORDS]
    for paragraph in (p for copy in copies for p in copy.paragraphs):
        assert paragraph.text.strip()
        assert "\n" not in paragraph.text
        assert paragraph.section is not None
        assert paragraph.role is None or paragraph.section in SPOKEN_SECTIONS
        assert paragraph.section not in paragraph.also


@pytest.mark.parametrize(
    "damage", ["no_diacritics", "nfd", "old_tone_placement", "typing_errors", "abbreviations"]
)
def test_damaged_words_leave_every_label_where_it_was(damage: str) -> None:
    for record, copy in zip(RECORDS, damaged_records(RECORDS, damage), strict=True):
        labels = [p.model_copy(update={"text": ""}) for p in record.paragraphs]
        assert [p.model_copy(update={"text": ""}) for p in copy.paragraphs] == labels


def test_without_diacritics_nothing_but_ascii_letters_is_left() -> None:
    text = "".join(texts(damaged("no_diacritics")))
    assert all(char.isascii() for char in text if char.isalpha())
    assert "Dong chi Lan: toi nhan khuyet diem" in text


def test_decomposed_text_composes_to_the_original() -> None:
    copy = damaged("nfd")
    assert [unicodedata.normalize("NFC", text) for text in texts(copy)] == texts(SMALL)
    assert any(unicodedata.combining(char) for text in texts(copy) for char in text)


def test_tones_move_in_open_syllables_only_and_back_again() -> None:
    copy = damaged("old_tone_placement")
    text = "\n".join(texts(copy))
    assert "Nguyễn Thị Hòa" in text
    assert "văn hóa thôn Quý" in text
    assert "khỏe, thủy lợi" in text
    assert texts(damaged("old_tone_placement", copy)) == texts(SMALL)


def test_about_two_letters_in_a_hundred_are_mistyped() -> None:
    wrong = total = 0
    for record in RECORDS:
        for before, after in zip(
            texts(record), texts(damaged("typing_errors", record)), strict=True
        ):
            matcher = SequenceMatcher(None, before, after, autojunk=False)
            codes = matcher.get_opcodes()
            wrong += sum(max(b - a, d - c) for kind, a, b, c, d in codes if kind != "equal")
            total += len(before)
    assert 0.01 < wrong / total < 0.035


def test_an_abbreviation_stands_for_every_occurrence_or_for_none() -> None:
    seen = set()
    for record in RECORDS:
        text = " ".join(texts(damaged("abbreviations", record)))
        short, full = "đ/c" in text.lower(), "đồng chí" in text
        if "đồng chí" in " ".join(texts(record)) and "đ/c" not in " ".join(texts(record)).lower():
            assert short != full
            seen.add(short)
    assert seen == {True, False}
    assert texts(damaged("abbreviations"))[:2] == texts(SMALL)[:2]  # capitals stay


def test_headings_go_and_names_and_letterhead_stay() -> None:
    left = texts(damaged("lost_headings"))
    assert not {"1. Thời sự", "2. Đánh giá tháng 6", "3. Tự phê bình", "I. NỘI DUNG"} & set(left)
    assert "Bão số 3 gây lũ lớn ở ba xã. Nhà văn hoá thôn Quý bị tốc mái." in left
    assert {texts(SMALL)[i] for i in (0, 1, 3, 9, 10, 12)} <= set(left)


@pytest.mark.parametrize("damage", ["merged_paragraphs", "split_paragraphs", "shuffled_sections"])
def test_layout_is_damaged_without_a_word_lost(damage: str) -> None:
    for record in RECORDS:
        before, after = words(record), words(damaged(damage, record))
        numbers = {"I.", "II.", "III.", "IV.", "V.", "VI.", "VII."}
        assert {w: n for w, n in (before - after).items() if w not in numbers} == {}


def test_merged_paragraphs_are_fewer_and_not_too_long() -> None:
    for record in RECORDS:
        copy = damaged("merged_paragraphs", record)
        longest = max(len(text.split()) for text in texts(record))
        assert len(copy.paragraphs) < 0.9 * len(record.paragraphs)
        assert max(len(text.split()) for text in texts(copy)) <= max(longest, 120)


def test_a_joined_paragraph_has_the_label_of_most_words_and_names_the_others() -> None:
    short = CorpusParagraph(text="một hai", section=SectionLabel.NEWS)
    said = CorpusParagraph(
        text="một hai ba bốn", section=SectionLabel.CONTRIBUTIONS, role=Role.MEMBER
    )
    both = joined([short, said, short.model_copy(update={"text": "năm"})])
    assert (both.section, both.role, both.also) == (
        SectionLabel.CONTRIBUTIONS, Role.MEMBER, (SectionLabel.NEWS,)
    )  # fmt: skip


def test_split_paragraphs_keep_section_and_role() -> None:
    copy = damaged("split_paragraphs")
    assert len(copy.paragraphs) > len(SMALL.paragraphs)
    assert " ".join(texts(copy)) == " ".join(texts(SMALL))
    assert [p.role for p in copy.paragraphs if p.role] == [Role.MEMBER, Role.CHAIR]


def test_opening_and_closing_stay_where_sections_are_shuffled() -> None:
    copy = damaged("shuffled_sections")
    assert texts(copy)[:4] == texts(SMALL)[:4]
    assert texts(copy)[-3:] == texts(SMALL)[-3:]
    order = [p.section for p in copy.paragraphs if p.section is not SectionLabel.FORMALITIES]
    assert order != [p.section for p in SMALL.paragraphs if p.section in set(order)]
    assert [text[:2] for text in texts(copy) if text[:2] in {"1.", "2.", "3."}] == [
        "1.",
        "2.",
        "3.",
    ]


def test_simulated_noise_is_never_measured() -> None:
    assert "recognition_noise" not in DAMAGES
    noisy = with_recognition_noise(RECORDS[0])
    assert texts(noisy) != texts(RECORDS[0])
    assert noisy == with_recognition_noise(RECORDS[0])


def test_up_to_two_damaged_copies_of_a_document_are_trained_on() -> None:
    copies = [training_variants(record) for record in RECORDS]
    assert copies == [training_variants(record) for record in RECORDS]
    assert {len(own) for own in copies} <= {1, 2}
    assert sum(map(len, copies)) > 1.5 * len(RECORDS)
    assert not any(record in own for record, own in zip(RECORDS, copies, strict=True))
