import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_nlp.learning.damage.old_encodings import ENCODERS, tcvn3, vni
from minutes_nlp.readers.letters.detection import Expected
from minutes_nlp.readers.letters.fonts import unicode_of
from minutes_nlp.readers.letters.legacy_fonts import FontClaim, claim_of
from minutes_nlp.readers.letters.legacy_text import (
    convert_paragraph,
    expected_encoding,
    unicode_of_paragraph,
)

SENTENCES = [
    "Đồng chí Bí thư kết luận: giao tổ 2 nạo vét mương trước ngày 20/7.",
    "Chi bộ biểu quyết nhất trí 12/12 đảng viên có mặt.",
    "Thư ký: Nguyễn Thị Thuỷ; vắng 01 (ốm, có lý do).",
    "ĐẢNG BỘ XÃ HOÀ LẬP",
]
OTHERS = [
    "có lý do", "Tiêu Hoàng Kha", "Bàn thêm: bé Tô, cò, lò, mô", "Ia Krêm, 05/3/2026",
    "Microsoft® Windows® and Office®", "5 µm ± 0,5; 2½ ha; 7 × 2 = 14; §4 £840", "½", "®", "µ",
    "Où est-il ? L'été où l'on créa le Théâtre de l'Opéra, à côté du café.",
    "Monsieur le Président, Noël Müller, François Saïd, Loïc, Zoë", "España, año, señor Núñez",
    "Y Bhiô Mlô, H'Nguôm Niê", "anh Cường sửa «3.200 số» thành «3.200 tờ»", "T7 410.500đ",
    "The minutes were taken as read.", "", "   ", "12/05/2026",
]  # fmt: skip


@pytest.mark.parametrize("text", [*SENTENCES, *OTHERS])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_unicode_stays_as_it_is(text: str, form: str) -> None:
    source = unicodedata.normalize(form, text)  # type: ignore[arg-type]
    assert unicode_of_paragraph([(source, "Times New Roman")]) == text
    assert unicode_of_paragraph([(source, None)]) == text


@pytest.mark.parametrize("font", [".VnTime", "VNI-Times"])
@pytest.mark.parametrize("text", SENTENCES)
def test_unicode_that_names_an_old_font_stays(text: str, font: str) -> None:
    assert unicode_of_paragraph([(text, font)]) == text


@pytest.mark.parametrize("encoding", ENCODERS)
@pytest.mark.parametrize("text", SENTENCES[:3])
def test_words_betray_an_encoding_without_a_font(text: str, encoding: str) -> None:
    source = ENCODERS[encoding](text)
    assert source != text
    assert unicode_of_paragraph([(source, "Times New Roman")]) == text


def test_capitals_without_codes_are_mended() -> None:
    assert unicode_of_paragraph([(tcvn3("ĐẢNG BỘ XÃ HOÀ LẬP"), None)]) == "ĐẢNG BỘ XÃ HOÀ LẬP"
    mixed = unicode_of_paragraph([(tcvn3("chuyển ĐẢNG UỶ xã Hoà Lập xem xét"), None)])
    assert mixed == "chuyển ĐẢNG Uỷ xã Hoà Lập xem xét"


@pytest.mark.parametrize("text", SENTENCES)
def test_fonts_tell_the_encoding(text: str) -> None:
    assert unicode_of_paragraph([(tcvn3(text), ".VnTimeH")]) == text.upper()
    assert unicode_of_paragraph([(vni(text), "VNI-Helve")]) == text


@pytest.mark.parametrize("word", ["có", "là", "tổ", "bàn", "cũ", "tôi", "ở", "Đ/c"])
def test_one_word_in_an_old_font_is_enough(word: str) -> None:
    assert unicode_of(tcvn3(word), ".VnTime") == word
    assert unicode_of(vni(word), "VNI-Times") == word


def test_signs_alone_are_letters_where_a_font_says_so() -> None:
    assert unicode_of("100.000 ®, ¤ t«", ".VnTime") == "100.000 đ, Ô tô"
    texts = [tcvn3(text) for text in SENTENCES[:3]]
    assert unicode_of_paragraph([("½ ®", "Arial")], expected_encoding(texts)) == "½ ®"
    assert unicode_of("Sè 118-TB/§U", ".VnTime") == "Số 118-TB/ĐU"


def test_a_font_of_capitals_shows_capitals() -> None:
    assert unicode_of("chi bo 5", ".VnTimeH") == "CHI BO 5"
    assert unicode_of("đã gõ Unicode", ".VnTimeH") == "đã gõ Unicode"


def test_a_font_may_name_the_wrong_old_encoding() -> None:
    assert unicode_of(vni(SENTENCES[0]), ".VnTime") == SENTENCES[0]
    assert unicode_of(tcvn3(SENTENCES[0]), "VNI-Times") == SENTENCES[0]


def test_syllables_cross_the_borders_of_runs() -> None:
    runs = [("BÝ t", ".VnTime"), ("h", ".VnTime"), ("\xad", "Times New Roman"), (" lµ ", ".VnTime")]
    assert unicode_of_paragraph(runs) == "Bí thư là "
    assert unicode_of_paragraph([("ñ", ".VnTimeH"), ("y ban", ".VnTime")]) == "Ủy ban"
    assert unicode_of_paragraph([("Ño", "VNI-Times"), ("àng chí", "VNI-Times")]) == "Đồng chí"


def test_runs_of_several_kinds_in_one_paragraph() -> None:
    runs = [
        ("§ång chÝ ", ".VnTime"),
        ("Nguyễn Văn Hoà ", "Times New Roman"),
        ("(Microsoft®) ", "Arial"),
        (vni("kết luận"), "VNI-Times"),
    ]
    assert unicode_of_paragraph(runs) == "Đồng chí Nguyễn Văn Hoà (Microsoft®) kết luận"


def test_old_words_among_unicode_words() -> None:
    text = "Đồng chí th\xad ký kÕt luËn: nhất trí"
    assert unicode_of_paragraph([(text, None)]) == "Đồng chí thư ký kết luận: nhất trí"


def test_the_rest_of_a_document_helps_short_paragraphs() -> None:
    texts = [*SENTENCES, "Số 11-BB/CB"]
    old = [vni(text) for text in texts]
    assert expected_encoding(old) == Expected("vni", unicode=False)
    assert expected_encoding(texts) == Expected(None, unicode=True)
    assert expected_encoding([*old, *texts]) == Expected("vni", unicode=True)
    assert expected_encoding(["", "12/05", "Mr. Noël"]) == Expected()
    assert [unicode_of_paragraph([(t, None)], expected_encoding(old)) for t in old] == texts


def test_names_follow_the_rest_of_a_document() -> None:
    expected = expected_encoding([vni(text) for text in SENTENCES])
    assert unicode_of_paragraph([(vni("Krông Nô, K'Brèo"), None)], expected) == "Krông Nô, K'Brèo"


def test_a_unicode_document_takes_no_font_at_its_word() -> None:
    name = [("TS. Hoàng Thu Hà", "VNI-Times")]
    assert unicode_of_paragraph(name, expected_encoding(SENTENCES)) == "TS. Hoàng Thu Hà"


@pytest.mark.parametrize(
    ("font", "claim"),
    [
        (".VnTime", FontClaim("tcvn3")),
        (".VnTimeH", FontClaim("tcvn3", capitals=True)),
        (".vnarialh", FontClaim("tcvn3", capitals=True)),
        ("ABCDEF+.VnArialH,Bold", FontClaim("tcvn3", capitals=True)),
        ("ABCDEF+VnTime-BoldItalic", FontClaim("tcvn3")),
        ("VNI-Times", FontClaim("vni")),
        ("VNI Helve Condense", FontClaim("vni")),
        ("Times New Roman", None),
        ("", None),
        (None, None),
    ],
)
def test_what_fonts_claim(font: str | None, claim: FontClaim | None) -> None:
    assert claim_of(font) == claim


RUN_TEXTS = st.text(st.sampled_from("aàăđêưBÝth\xad§ång µ¶®1.,\u0301"), max_size=6)
FONTS = st.sampled_from([None, "Arial", ".VnTime", ".VnTimeH", "VNI-Times"])


@given(st.lists(st.tuples(RUN_TEXTS, FONTS), max_size=5))
def test_origins_cover_the_runs(runs: list[tuple[str, str | None]]) -> None:
    source = "".join(text for text, _ in runs)
    converted = convert_paragraph(runs)
    assert "".join(source[start:end] for start, end in converted.origins) == source
    assert len(converted.origins) == len(converted.text)
    assert unicode_of_paragraph(runs) == converted.text


def test_no_paragraph_of_the_corpus_is_changed() -> None:
    lines = (Path(__file__).parents[2] / "corpora" / "raglai-ninhthuan.jsonl").read_text("utf-8")
    for line in lines.splitlines():
        texts = [paragraph["text"] for paragraph in json.loads(line)["paragraphs"]]
        expected = expected_encoding(texts)
        assert [unicode_of_paragraph([(t, None)], expected) for t in texts] == [
            unicodedata.normalize("NFC", text) for text in texts
        ]
