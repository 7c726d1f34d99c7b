"""From annotated records to what the section model is trained on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from spacy.language import Language

from minutes_nlp.corpus.gold import gold_sections
from minutes_nlp.corpus.records import CorpusRecord
from minutes_nlp.learning.action_tables import with_action_tables
from minutes_nlp.learning.damage import training_variants
from minutes_nlp.learning.layout_variants import Labelled, layout_variants
from minutes_nlp.model.labels import SectionLabel
from minutes_nlp.nlp.features import document_features
from minutes_nlp.nlp.paragraphs import paragraph_spans
from minutes_nlp.nlp.pipeline import blank_pipeline
from minutes_nlp.nlp.section_tagger import tagger_input
from minutes_nlp.nlp.training import TrainingDocument


def training_documents(
    records: Iterable[CorpusRecord], *, variants: bool = True, damaged: bool = True
) -> list[TrainingDocument]:
    """Return the minutes among ``records``, in the order given.

    Args:
        records: the corpus; other papers are left out.
        variants: add each document's variants right after it: other layouts of the same text.
        damaged: count copies with damaged words and paragraphs among the variants.

    Raises:
        ValueError: a paragraph of minutes has no section, or a text spans several lines.
    """
    nlp = blank_pipeline()
    return [
        document
        for record in records
        if record.is_minutes
        for document in _documents(record, nlp, variants=variants, damaged=damaged)
    ]


def _documents(
    record: CorpusRecord, nlp: Language, *, variants: bool, damaged: bool
) -> Iterator[TrainingDocument]:
    written = _labelled(record)
    yield _training_document(record.voice, written, nlp, variant=False)
    if not variants:
        return
    tables = with_action_tables(written)
    copies = [*layout_variants(written), *([tables] if tables != written else [])]
    if damaged:
        copies += [_labelled(copy) for copy in training_variants(record)]
    for labelled in copies:
        yield _training_document(record.voice, labelled, nlp, variant=True)


def _labelled(record: CorpusRecord) -> Labelled:
    texts = (paragraph.text for paragraph in record.paragraphs)
    return list(zip(texts, gold_sections(record), strict=True))


def _training_document(
    voice: str, labelled: Sequence[tuple[str, SectionLabel]], nlp: Language, *, variant: bool
) -> TrainingDocument:
    doc = nlp.make_doc("\n".join(text for text, _ in labelled))
    inputs = [tagger_input(span) for span in paragraph_spans(doc)]
    if len(inputs) != len(labelled):
        raise ValueError(f"a paragraph of {voice} spans several lines: {labelled[0][0]!r}")
    return TrainingDocument(
        voice=voice,
        features=tuple(document_features(inputs)),
        labels=tuple(label for _, label in labelled),
        variant=variant,
    )
