"""The pipeline that reads minutes: our tokenizer, then one component for each question.

Everything that the analyzer knows of a text passes through this pipeline; there is no other
path.  Each component reads and sets the attributes that :mod:`minutes_nlp.nlp.extensions` lists.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Final

import spacy
from spacy.language import Language
from spacy.tokens import Doc

# Imported for what they register: a tokenizer and the components of the pipeline.
import minutes_nlp.nlp.components
import minutes_nlp.nlp.tokenizer  # noqa: F401
from minutes_nlp.errors import UsageError
from minutes_nlp.model.document import Document
from minutes_nlp.model.explanation import Explanation
from minutes_nlp.model.labels import SectionLabel
from minutes_nlp.model.language import Text
from minutes_nlp.model.minutes import Minutes
from minutes_nlp.model.second_reading import SecondReading
from minutes_nlp.nlp.assemble import assemble
from minutes_nlp.nlp.explaining import explain_section
from minutes_nlp.nlp.model_files import load_model
from minutes_nlp.nlp.paragraphs import label_paragraphs
from minutes_nlp.nlp.recognition import read_recognition
from minutes_nlp.nlp.second_reading import second_readings
from minutes_nlp.nlp.section_model import SectionModel
from minutes_nlp.nlp.section_tagger import SectionTagger, tagger_inputs

COMPONENTS: Final = (
    "minutes_sections",
    "minutes_meeting",
    "minutes_speakers",
    "minutes_understanding",
    "minutes_items",
    "minutes_characteristics",
)
_TOKENIZER: Final = {"nlp": {"tokenizer": {"@tokenizers": "minutes_nlp.VietnameseTokenizer.v1"}}}


def build_pipeline(*, model_folder: Path | None = None) -> Language:
    """Return a new spaCy pipeline with our tokenizer and components.

    Args:
        model_folder: where the trained model is, by default the one shipped with the package.

    Raises:
        ModelError: the trained model is missing or does not match.
    """
    nlp = blank_pipeline()
    for name in COMPONENTS:
        config = {"model_folder": str(model_folder)} if model_folder else {}
        nlp.add_pipe(name, config=config if name == "minutes_sections" else {})
    return nlp


def blank_pipeline() -> Language:
    """Return a pipeline with our tokenizer and no component."""
    # "xx": spaCy's own "vi" asks for a segmenter that is no longer kept up.
    return spacy.blank("xx", config=_TOKENIZER)


@lru_cache(maxsize=1)
def shared_pipeline() -> Language:
    """Return the pipeline of this process, built at the first call.

    Its Docs never leave this package, which asks a word for nothing but its text: no lexical
    attributes (``shape_``, ``like_url`` and so on) are computed for them.
    """
    nlp = build_pipeline()
    nlp.vocab.lex_attr_getters = {}  # type: ignore[attr-defined]
    return nlp


def model_digest() -> str:
    """Return the SHA-256 of the trained model in use."""
    return load_model().digest


def read_minutes(document: Document, nlp: Language | None = None) -> Minutes:
    """Read the minutes of a document.

    Args:
        document: what a reader made of a file.
        nlp: another pipeline than the shared one, for instance with another model.

    Returns:
        The finished reading; paragraphs stand in the order of the document.
    """
    nlp = nlp or shared_pipeline()
    kept = [p for p in document.paragraphs if p.text.strip()]
    with nlp.memory_zone():
        doc = nlp("\n".join(paragraph.text for paragraph in kept))
        minutes = assemble(doc, recognition=read_recognition(document))
    paged = tuple(
        replace(paragraph, page=source.page)
        for paragraph, source in zip(minutes.paragraphs, kept, strict=True)
    )
    letterhead = (*document.headers, *document.footers)
    return replace(minutes, paragraphs=paged, letterhead=letterhead)


def read_again(minutes: Minutes) -> Iterator[SecondReading]:
    """Yield the other forms in which minutes are worth reading once more."""
    return second_readings(minutes, _read_texts)


def _read_texts(texts: Sequence[str]) -> Minutes:
    nlp = shared_pipeline()
    with nlp.memory_zone():
        return assemble(nlp("\n".join(texts)))


def explain_paragraph(document: Document, index: int) -> Explanation:
    """Return why paragraph ``index`` (from 0) of a document was given its section.

    Raises:
        UsageError: the document has no such paragraph.
    """
    kept = [p.text for p in document.paragraphs if p.text.strip()]
    if not 0 <= index < len(kept):
        raise UsageError(
            Text(
                vi=f"Không có đoạn {index + 1}; biên bản này có {len(kept)} đoạn, tính từ 1.",
                en=f"There is no paragraph {index + 1}; this file has {len(kept)}, counted from 1.",
            )
        )
    doc = blank_pipeline().make_doc("\n".join(kept))
    return explain_section(tagger_inputs(doc), index, load_model())


def read_labelled(texts: Sequence[str], labels: Sequence[SectionLabel]) -> Minutes:
    """Read minutes whose sections are known, for the examples of rules and for evaluation.

    All of the pipeline runs but the section tagger, so no trained model is needed.
    """
    nlp = _understanding_pipeline()
    doc = nlp.make_doc("\n".join(texts))
    label_paragraphs(doc, labels, [{label: 1.0} for label in labels])
    return assemble(_run(nlp, doc))


def read_with_model(texts: Sequence[str], model: SectionModel) -> Minutes:
    """Read minutes with a section model that is not on disk, for held-out evaluation."""
    nlp = _understanding_pipeline()
    doc = SectionTagger(model)(nlp.make_doc("\n".join(texts)))
    return assemble(_run(nlp, doc))


@lru_cache(maxsize=1)
def _understanding_pipeline() -> Language:
    nlp = blank_pipeline()
    for name in COMPONENTS[1:]:
        nlp.add_pipe(name)
    return nlp


def _run(nlp: Language, doc: Doc) -> Doc:
    for _, component in nlp.pipeline:
        doc = component(doc)
    return doc
