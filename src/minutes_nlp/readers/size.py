"""How much text a document may hold."""

from __future__ import annotations

from minutes_nlp.readers import refusals
from minutes_nlp.readers.limits import Limits


def check_size(paragraphs: int, characters: int, limits: Limits) -> None:
    """Check the size of the text read so far.

    Raises:
        UnreadableInputError: more paragraphs or characters (code points) than allowed.
    """
    if paragraphs > limits.paragraphs:
        raise refusals.too_many_paragraphs(limits.paragraphs)
    if characters > limits.characters:
        raise refusals.too_many_characters(limits.characters)
