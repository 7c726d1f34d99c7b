"""Independent annotations: reading them, and how far they agree."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_nlp.corpus.annotations import (
    Annotation,
    AnnotationError,
    ParagraphLabels,
    Weight,
    read_annotation,
    read_annotations,
)
from minutes_nlp.corpus.gold import gold_sections
from minutes_nlp.corpus.records import read_records
from minutes_nlp.learning.agreement import measure_agreement
from minutes_nlp.model.labels import Characteristic, Level, Role, SectionLabel

CORPORA = Path(__file__).resolve().parents[2] / "corpora"
FIRST = """# kind: regular
# leadership: weak
# educational: absent
# combative: present
# findings: KL004 TC001
1\tformalities\t-\t-\t-
2\tcontributions\tmember\tcriticism\tsolid
"""


def annotation(*sections: SectionLabel, findings: frozenset[str] = frozenset()) -> Annotation:
    labels = tuple(ParagraphLabels(section, None, (), None) for section in sections)
    levels = dict.fromkeys(Characteristic, Level.WEAK)
    return Annotation({}, levels, findings, labels)


def test_reads_labels_by_number(tmp_path: Path) -> None:
    path = tmp_path / "a-01.tsv"
    path.write_text(FIRST, encoding="utf-8")
    read = read_annotation(path)
    assert read.header == {"kind": "regular"}
    assert read.levels[Characteristic.LEADERSHIP] is Level.WEAK
    assert read.findings == {"KL004", "TC001"}
    assert read.paragraphs[1] == ParagraphLabels(
        SectionLabel.CONTRIBUTIONS, Role.MEMBER, (SectionLabel.CRITICISM,), Weight.SOLID
    )


@pytest.mark.parametrize(
    "line", ["3\tformalities\t-\t-\t-", "1\tnonsense\t-\t-\t-", "1\tformalities\t-"]
)
def test_a_broken_line_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "a-01.tsv"
    path.write_text(FIRST.replace("1\tformalities\t-\t-\t-", line), encoding="utf-8")
    with pytest.raises(AnnotationError, match=r"a-01\.tsv, line 6"):
        read_annotation(path)


def test_full_agreement_and_none() -> None:
    news, review = SectionLabel.NEWS, SectionLabel.TASK_REVIEW
    first = {"a": annotation(news, review, findings=frozenset({"KL001"})), "b": annotation(news)}
    same = measure_agreement(first, first)
    assert same["sections"]["kappa"] == 1
    assert same["section_f1"] == 1
    assert same["findings"]["KL001"]["kappa"] == 1
    swapped = {
        "a": annotation(review, news),
        "b": annotation(review, findings=frozenset({"KL001"})),
    }
    other = measure_agreement(first, swapped)
    assert other["sections"]["kappa"] < 0
    assert other["all_findings"]["micro_f1"] == 0


@given(st.data())
def test_agreement_is_the_same_either_way(data: st.DataObject) -> None:
    sections = st.lists(st.sampled_from(list(SectionLabel)), min_size=2, max_size=8)
    left = data.draw(sections)
    right = data.draw(st.permutations(left))
    first, second = {"a": annotation(*left)}, {"a": annotation(*right)}
    there, back = measure_agreement(first, second), measure_agreement(second, first)
    assert there["sections"] == back["sections"]
    assert there["section_f1"] == back["section_f1"]


def test_other_documents_are_refused() -> None:
    with pytest.raises(ValueError, match="other documents"):
        measure_agreement({"a": annotation(SectionLabel.NEWS)}, {})


def test_the_corpus_has_the_settled_labels() -> None:
    settled = read_annotations(CORPORA / "annotations" / "settled")
    records = {r.id: r for r in read_records(CORPORA) if r.id in settled}
    assert len(settled) >= 60
    assert records.keys() == settled.keys()
    for key, annotation_ in settled.items():
        assert tuple(p.section for p in annotation_.paragraphs) == tuple(
            gold_sections(records[key])
        )
        assert annotation_.findings == set(records[key].findings)
