"""Training is reproducible, and trains only on what it should."""

from pathlib import Path

import pytest

from minutes_nlp.corpus.labelled_text import parse_document
from minutes_nlp.errors import UsageError
from minutes_nlp.learning.action_tables import with_action_tables
from minutes_nlp.learning.layout_variants import layout_variants, with_layout_tables
from minutes_nlp.learning.train_model import train_model
from minutes_nlp.learning.training_data import training_documents
from minutes_nlp.model.labels import SectionLabel
from minutes_nlp.nlp.model_files import NAMES, load_model

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def small_corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the first two documents of six voices."""
    folder = tmp_path_factory.mktemp("corpus")
    voices = [f for f in sorted((ROOT / "corpora").glob("*.jsonl")) if "papers" not in f.name]
    for file in voices[:6]:
        lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
        (folder / file.name).write_text("".join(lines[:2]), encoding="utf-8")
    return folder


def test_training_twice_gives_the_same_bytes(small_corpus: Path, tmp_path: Path) -> None:
    first = train_model(small_corpus, tmp_path / "a")
    second = train_model(small_corpus, tmp_path / "b")
    assert first == second
    for name in NAMES.values():
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()
    assert load_model(tmp_path / "a").rows == load_model(tmp_path / "b").rows
    assert first["corpus"]["voices"] == 6
    assert 0 < first["metrics"]["macro_f1"] <= 1


def test_a_corpus_of_one_voice_cannot_train(small_corpus: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="hai người viết"):
        train_model(next(iter(small_corpus.glob("*.jsonl"))), tmp_path)


RECORD = parse_document(
    "# id: a-01\nformalities | ĐẢNG BỘ XÃ A\nformalities | ĐẢNG CỘNG SẢN VIỆT NAM\n"
    "formalities | BIÊN BẢN\nnews | I. Thời sự\nnews | 1. Bão số 3.\n"
    "formalities | THƯ KÝ Lan\nformalities | CHỦ TRÌ Hòa\n",
    voice="a",
)


def test_variants_are_marked_and_keep_their_labels() -> None:
    written, *variants = training_documents([RECORD], damaged=False)
    assert not written.variant
    assert len(variants) == 2
    assert all(variant.variant for variant in variants)
    assert variants[0].labels == written.labels


def test_damaged_copies_are_trained_on_as_variants() -> None:
    plain = training_documents([RECORD], damaged=False)
    documents = training_documents([RECORD])
    assert documents[: len(plain)] == plain
    assert len(plain) < len(documents) <= len(plain) + 2
    assert all(document.variant for document in documents[1:])


def test_layout_tables_join_letterhead_and_signatures() -> None:
    labelled = [(p.text, p.section or SectionLabel.NEWS) for p in RECORD.paragraphs]
    joined = [text for text, _ in with_layout_tables(labelled)]
    assert joined[0] == "ĐẢNG BỘ XÃ A | ĐẢNG CỘNG SẢN VIỆT NAM"
    assert joined[-1] == "THƯ KÝ Lan | CHỦ TRÌ Hòa"


def test_a_document_that_has_neither_numbers_nor_tables_has_no_variant() -> None:
    assert layout_variants([("Bão số 3.", SectionLabel.NEWS)]) == []


def test_papers_train_nothing() -> None:
    paper = parse_document("# id: p\n# is_minutes: no\n# type: báo cáo\n| BÁO CÁO\n", voice="p")
    assert training_documents([paper]) == []


TASKS = [
    ("III. Phương hướng", SectionLabel.NEXT_TASKS),
    ("Giao đồng chí Lan dọn kho trước ngày 20/7.", SectionLabel.NEXT_TASKS),
    ("Giao đồng chí Hòa sửa mái trước ngày 25/7.", SectionLabel.NEXT_TASKS),
    ("Giao đồng chí Minh thu quỹ trước ngày 30/7.", SectionLabel.NEXT_TASKS),
]


def test_tasks_become_rows_of_the_same_section() -> None:
    table = with_action_tables(TASKS)
    rows = [text for text, _ in table if " | " in text]
    assert len(rows) == 4
    assert "Lan" in rows[1]
    assert "20/7" in rows[1]
    assert {label for _, label in table} == {SectionLabel.NEXT_TASKS}


def test_few_tasks_stay_sentences() -> None:
    assert with_action_tables(TASKS[:2]) == TASKS[:2]
