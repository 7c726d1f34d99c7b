import pickle
import unicodedata

import pytest
import spacy
from spacy.tokens import Doc, DocBin

from minutes_nlp.model.document import Document, Source, SourceParagraph
from minutes_nlp.model.labels import SectionLabel
from minutes_nlp.nlp.pipeline import COMPONENTS, build_pipeline, read_minutes

MINUTES = """ĐẢNG BỘ XÃ BÌNH SƠN
CHI BỘ THÔN ĐỒNG MÍT
ĐẢNG CỘNG SẢN VIỆT NAM
BIÊN BẢN SINH HOẠT CHI BỘ THÁNG 7/2026
Hôm nay, ngày 05/7/2026, hồi 19h30, tại nhà văn hóa thôn. Có mặt 9/9 đảng viên.
Chủ trì: đồng chí Lê Văn Khoa, Bí thư. Thư ký: đồng chí Bùi Thị Nga.

I. Thảo luận
Đồng chí Sơn: đề nghị nạo vét mương tổ 3 trước mùa mưa.
II. Kết luận
Đồng chí Khoa kết luận: giao đồng chí Sơn nạo vét mương tổ 3 xong trước ngày 20/7.
Hội nghị kết thúc lúc 21h10."""


def document(text: str) -> Document:
    source = Source(name="a.txt", sha256="", media_type="text/plain", reader="text")
    lines = [line for line in text.splitlines() if line.strip()]
    return Document(source, tuple(SourceParagraph(line, page=1) for line in lines))


@pytest.fixture(scope="module")
def doc() -> Doc:
    return build_pipeline()(MINUTES)


def test_a_blank_pipeline_of_somebody_else_can_tag_sections() -> None:
    tokenizer = {"@tokenizers": "minutes_nlp.VietnameseTokenizer.v1"}
    nlp = spacy.blank("xx", config={"nlp": {"tokenizer": tokenizer}})
    nlp.add_pipe("minutes_sections")
    doc = nlp(MINUTES)
    spans = doc.spans["minutes_paragraphs"]
    assert [span.text for span in spans] == [line for line in MINUTES.splitlines() if line]
    assert {span.label_ for span in spans} <= {label.value for label in SectionLabel}


def test_the_components_come_by_entry_point() -> None:
    nlp = spacy.blank("xx")
    assert all(nlp.has_factory(name) for name in COMPONENTS)


def test_a_paragraph_knows_its_section_and_how_sure_it_is(doc: Doc) -> None:
    paragraphs = doc._.minutes_paragraphs
    assert [span.text for span in doc.spans["minutes_paragraphs"]] == [p.text for p in paragraphs]
    for span, paragraph in zip(doc.spans["minutes_paragraphs"], paragraphs, strict=True):
        assert span.label_ == paragraph.section.value
        assert sum(p for _, p in paragraph.probabilities) == pytest.approx(1, abs=1e-4)
        assert paragraph.confidence == max(p for _, p in paragraph.probabilities)


def test_the_chair_s_conclusion_is_found(doc: Doc) -> None:
    (conclusion,) = [p for p in doc._.minutes_paragraphs if "nạo vét mương tổ 3 xong" in p.text]
    assert conclusion.section is SectionLabel.CONCLUSIONS
    assert conclusion.speaker.role == "chair"


def test_evidence_spans_cover_the_quoted_words(doc: Doc) -> None:
    signs = [sign for quality in doc._.minutes_qualities for sign in quality.evidence]
    spans = list(doc.spans["minutes_evidence"])
    assert signs
    assert len(spans) == len(signs)
    for sign, span in zip(signs, spans, strict=True):
        assert span.label_ == sign.sign
        assert sign.span.text in span.text


def test_a_doc_survives_a_docbin(doc: Doc) -> None:
    packed = DocBin(store_user_data=True, docs=[doc]).to_bytes()
    (restored,) = DocBin().from_bytes(packed).get_docs(doc.vocab)
    for name in ("paragraphs", "meeting", "type", "votes", "tasks", "items", "qualities"):
        assert getattr(restored._, f"minutes_{name}") == getattr(doc._, f"minutes_{name}")
    labels = [span.label_ for span in doc.spans["minutes_paragraphs"]]
    assert [span.label_ for span in restored.spans["minutes_paragraphs"]] == labels


def test_minutes_are_plain_values_in_document_order() -> None:
    minutes = read_minutes(document(MINUTES))
    assert [p.index for p in minutes.paragraphs] == list(range(len(minutes.paragraphs)))
    assert all(p.page == 1 for p in minutes.paragraphs)
    assert pickle.loads(pickle.dumps(minutes)) == minutes


def test_reading_again_gives_the_same() -> None:
    first = read_minutes(document(MINUTES))
    read_minutes(document("Chuyện khác.\nKhông liên quan."))
    assert read_minutes(document(MINUTES)) == first


def test_a_document_without_paragraphs_is_read_as_empty() -> None:
    assert read_minutes(document("")).paragraphs == ()


def test_letters_with_combining_marks_are_read_alike(doc: Doc) -> None:
    decomposed = build_pipeline()(unicodedata.normalize("NFD", MINUTES))
    assert decomposed._.minutes_paragraphs == doc._.minutes_paragraphs
    marked = [unicodedata.normalize("NFC", s.text) for s in decomposed.spans["minutes_evidence"]]
    assert marked == [span.text for span in doc.spans["minutes_evidence"]]
    assert marked
