"""The spaCy component ``minutes_sections``: what each paragraph of the minutes does."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from minutes_nlp.nlp.features import TaggerInput
from minutes_nlp.nlp.model_files import load_model
from minutes_nlp.nlp.paragraphs import label_paragraphs, paragraph_spans
from minutes_nlp.nlp.section_model import SectionModel


class SectionTagger:
    """Tag every paragraph with its section and how sure that is.

    Sets ``doc.spans["minutes_paragraphs"]`` and ``doc._.minutes_paragraphs``.
    """

    def __init__(self, model: SectionModel) -> None:
        self.model = model

    def __call__(self, doc: Doc) -> Doc:
        """Tag ``doc`` in place and return it."""
        inputs = tagger_inputs(doc)
        rows = self.model.probabilities(inputs)
        labels = [self.model.labels[column] for column in rows.argmax(axis=1)] if inputs else []
        distributions = [
            {label: round(p, 6) for label, p in zip(self.model.labels, row, strict=True)}
            for row in rows.tolist()
        ]
        label_paragraphs(doc, labels, distributions)
        return doc


def tagger_inputs(doc: Doc) -> list[TaggerInput]:
    """Return the text and the words of every paragraph, both in NFC."""
    words = [token.text for token in doc]
    inputs: list[TaggerInput] = []
    for span in paragraph_spans(doc):
        written = span.text
        text = unicodedata.normalize("NFC", written)
        own = [word for word in words[span.start : span.end] if not word.isspace()]
        if text != written:
            own = [unicodedata.normalize("NFC", word) for word in own]
        inputs.append(TaggerInput(text=text, words=tuple(own)))
    return inputs


@Language.factory(
    "minutes_sections",
    default_config={"model_folder": None},
    assigns=["doc._.minutes_paragraphs"],
)
def create_section_tagger(nlp: Language, name: str, model_folder: str | None) -> SectionTagger:
    """Create the component with the shipped model, or with one from ``model_folder``.

    Raises:
        ModelError: the model is missing or does not match this version.
    """
    return SectionTagger(load_model(Path(model_folder) if model_folder else None))
