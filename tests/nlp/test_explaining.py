"""An explanation adds up to the model's own score."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minutes_nlp.model.explanation import Influence
from minutes_nlp.nlp.explaining import explain_section
from minutes_nlp.nlp.features import TaggerInput, document_features
from minutes_nlp.nlp.model_files import load_model

LINES = (
    "BIÊN BẢN SINH HOẠT CHI BỘ",
    "I. Thời sự: bão số 3 gây lũ ở ba xã miền núi.",
    "Đ/c Lan: đề nghị sửa mương trước mùa mưa, còn 2 ha thiếu nước.",
    "Đồng chí Bí thư kết luận: giao đ/c Lan sửa mương trước ngày 20/7.",
    "Việc | Người | Hạn",
)
DOCUMENT = [TaggerInput(line, tuple(line.split())) for line in LINES]


@pytest.mark.parametrize("index", range(len(LINES)))
def test_shares_add_up_to_the_stated_probabilities(index: int) -> None:
    model = load_model()
    row = model.probabilities(DOCUMENT)[index]
    explanation = explain_section(DOCUMENT, index, model)
    assert explanation.probability == pytest.approx(row.max())
    best, rival = (model.labels.index(s) for s in (explanation.section, explanation.rival))
    assert explanation.log_odds == pytest.approx(math.log(row[best] / row[rival]), abs=1e-9)
    total = sum(w.share for w in explanation.words) + sum(explanation.others.values())
    assert total == pytest.approx(explanation.log_odds, abs=1e-9)


@pytest.mark.parametrize("index", range(len(LINES)))
def test_what_order_adds_is_what_the_single_score_lacks(index: int) -> None:
    model = load_model()
    explanation = explain_section(DOCUMENT, index, model)
    alone = model.log_probabilities(document_features(DOCUMENT))[index]
    best, rival = (model.labels.index(s) for s in (explanation.section, explanation.rival))
    single = model.emission_scale * (alone[best] - alone[rival])
    order = explanation.others.get(Influence.ORDER, 0.0)
    assert explanation.log_odds - order == pytest.approx(single, abs=1e-9)


def test_the_word_that_says_it_speaks_for_it() -> None:
    explanation = explain_section(DOCUMENT, 3, load_model())
    assert explanation.section == "conclusions"
    shares = {word.text: word.share for word in explanation.words}
    assert shares["kết"] + shares["luận"] > 0


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="giao đ/cLằ kết luận20|.:,\u0301", min_size=1, max_size=60))
def test_words_quote_the_text_whatever_it_is(text: str) -> None:
    if not text.strip():
        return
    document = [*DOCUMENT[:2], TaggerInput(text, tuple(text.split())), *DOCUMENT[3:]]
    explanation = explain_section(document, 2, load_model())
    for word in explanation.words:
        assert text[word.start : word.end] == word.text
    total = sum(w.share for w in explanation.words) + sum(explanation.others.values())
    assert total == pytest.approx(explanation.log_odds, abs=1e-9)
