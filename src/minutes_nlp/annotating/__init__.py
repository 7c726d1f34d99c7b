"""A .docx given back with the findings of its report as comments."""

from minutes_nlp.annotating.story import Annotated, annotate

__all__ = ["Annotated", "annotate"]
