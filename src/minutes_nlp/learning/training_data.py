"""From annotated records to what the section model is trained on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.language import Language

from minutes_nlp.corpus.gold import gold_sections
from minutes_nlp.corpus.records import CorpusRecord
from minutes_nlp.learning.action_tables import with_action_tables
from minutes_nlp.learning.damage import training_variants
from minutes_nlp.learning.layout_variants import Labelled, layout_variants
from minutes_nlp.nlp.features import TaggerInput, document_features
from minutes_nlp.nlp.pipeline import blank_pipeline
from minutes_nlp.nlp.section_tagger import tagger_inputs
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
        TrainingDocument(
            voice=record.voice,
            features=tuple(document_features(paragraph_inputs(labelled, nlp))),
            labels=tuple(label for _, label in labelled),
            variant=variant,
        )
        for record in records
        if record.is_minutes
        for labelled, variant in labelled_layouts(record, damaged=damaged)
        if variants or not variant
    ]


def labelled_layouts(
    record: CorpusRecord, *, damaged: bool = True
) -> Iterator[tuple[Labelled, bool]]:
    """Yield labelled paragraphs as written, then each variant; the flag marks variants."""
    written = _labelled(record)
    yield written, False
    tables = with_action_tables(written)
    copies = [*layout_variants(written), *([tables] if tables != written else [])]
    if damaged:
        copies += [_labelled(copy) for copy in training_variants(record)]
    for labelled in copies:
        yield labelled, True


def _labelled(record: CorpusRecord) -> Labelled:
    texts = (paragraph.text for paragraph in record.paragraphs)
    return list(zip(texts, gold_sections(record), strict=True))


def paragraph_inputs(labelled: Labelled, nlp: Language) -> list[TaggerInput]:
    """Return what the tagger sees of labelled paragraphs, one input a paragraph.

    Raises:
        ValueError: a text spans several lines.
    """
    doc = nlp.make_doc("\n".join(text for text, _ in labelled))
    inputs = tagger_inputs(doc)
    if len(inputs) != len(labelled):
        raise ValueError(f"a paragraph spans several lines; the document begins {labelled[0][0]!r}")
    return inputs
