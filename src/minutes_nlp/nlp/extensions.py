"""Where the components keep what they found on a spaCy :class:`~spacy.tokens.Doc`.

Extension attributes of ``Doc`` (all hold frozen values of :mod:`minutes_nlp.model.minutes`):

=========================  ===================================================
``doc._.minutes_paragraphs``  ``tuple[Paragraph, ...]``
``doc._.minutes_meeting``     ``Meeting | None``
``doc._.minutes_type``        ``DocumentType | None``
``doc._.minutes_votes``       ``tuple[Vote, ...]``
``doc._.minutes_tasks``       ``tuple[Task, ...]``
``doc._.minutes_items``       ``tuple[Item, ...]``
``doc._.minutes_qualities``   ``tuple[Quality, ...]``
=========================  ===================================================

Span groups: ``doc.spans["minutes_paragraphs"]`` (one span a paragraph, label = section id) and
``doc.spans["minutes_evidence"]`` (label = sign of a characteristic).  Offsets inside a paragraph
count code points of its text; spans are the smallest run of tokens that covers them.

``DocBin(store_user_data=True)`` keeps all of it: the values are packed as plain dictionaries.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, Final

import srsly
from pydantic import TypeAdapter
from spacy.tokens import Doc

from minutes_nlp.model import minutes as values

PARAGRAPHS_GROUP: Final = "minutes_paragraphs"
EVIDENCE_GROUP: Final = "minutes_evidence"
_TAG: Final = "minutes_nlp.value"
_PACKED: Final[dict[str, type]] = {
    value.__name__: value
    for value in (
        values.Paragraph,
        values.Meeting,
        values.DocumentType,
        values.Vote,
        values.Task,
        values.Item,
        values.Quality,
    )
}
_SEQUENCES: Final = ("paragraphs", "votes", "tasks", "items", "qualities")


def register_extensions() -> None:
    """Declare the extension attributes; safe to call again."""
    for name in _SEQUENCES:
        if not Doc.has_extension(f"minutes_{name}"):
            Doc.set_extension(f"minutes_{name}", default=())
    for name in ("meeting", "type"):
        if not Doc.has_extension(f"minutes_{name}"):
            Doc.set_extension(f"minutes_{name}", default=None)


@cache
def _adapter(name: str) -> TypeAdapter[Any]:
    return TypeAdapter(_PACKED[name])


@srsly.msgpack_encoders("minutes_nlp.values")  # type: ignore[untyped-decorator]
def pack_value(value: Any, chain: Callable[[Any], Any] | None = None) -> Any:
    """Turn one of our frozen values into a plain dictionary for msgpack."""
    name = type(value).__name__
    if _PACKED.get(name) is type(value):
        return {_TAG: name, "fields": _adapter(name).dump_python(value, mode="json")}
    return value if chain is None else chain(value)


@srsly.msgpack_decoders("minutes_nlp.values")  # type: ignore[untyped-decorator]
def unpack_value(packed: Any, chain: Callable[[Any], Any] | None = None) -> Any:
    """Turn a dictionary made by :func:`pack_value` back into the value."""
    if isinstance(packed, dict) and _TAG in packed:
        return _adapter(packed[_TAG]).validate_python(packed["fields"])
    return packed if chain is None else chain(packed)


register_extensions()
