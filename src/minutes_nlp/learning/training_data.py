"""From annotated records to what the section model is trained on."""

from __future__ import annotations

from collections.abc import Iterable

from minutes_nlp.corpus.records import CorpusRecord
from minutes_nlp.nlp.features import document_features
from minutes_nlp.nlp.paragraphs import paragraph_spans
from minutes_nlp.nlp.pipeline import blank_pipeline
from minutes_nlp.nlp.section_tagger import tagger_input
from minutes_nlp.nlp.training import TrainingDocument


def training_documents(records: Iterable[CorpusRecord]) -> list[TrainingDocument]:
    """Return the minutes among ``records``, tokenized by the pipeline, in the order given.

    Raises:
        ValueError: a paragraph of minutes has no section, or a text spans several lines.
    """
    nlp = blank_pipeline()
    documents: list[TrainingDocument] = []
    for record in records:
        if not record.is_minutes:
            continue
        labels = tuple(p.section for p in record.paragraphs if p.section)
        doc = nlp.make_doc("\n".join(p.text for p in record.paragraphs))
        inputs = [tagger_input(span) for span in paragraph_spans(doc)]
        if not len(labels) == len(inputs) == len(record.paragraphs):
            raise ValueError(f"{record.id}: paragraphs and sections do not match")
        documents.append(TrainingDocument(record.voice, tuple(document_features(inputs)), labels))
    return documents
