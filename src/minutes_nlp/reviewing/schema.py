"""A review as JSON and back, and the JSON Schema that it keeps to."""

from __future__ import annotations

import json
from typing import Final

from pydantic import ValidationError

from minutes_nlp.reviewing.errors import damaged, other_schema
from minutes_nlp.reviewing.model import REVIEW_SCHEMA, Review

LARGEST: Final = 16 * 1024 * 1024
"""Bytes; no review that a person made comes near."""

_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"


def render_review(review: Review) -> bytes:
    """Return the review as UTF-8 JSON with a line end, the same bytes for the same review."""
    return review.model_dump_json(by_alias=True, indent=2).encode() + b"\n"


def parse_review(data: bytes, name: str) -> Review:
    """Return the review that ``data`` holds; ``name`` is what errors call it.

    Raises:
        DamagedReviewError: it is no JSON, or not of the schema's shape.
        OtherSchemaError: it names another schema.
    """
    if len(data) > LARGEST:
        raise damaged(name)
    try:
        content = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise damaged(name) from error
    schema = content.get("schema") if isinstance(content, dict) else None
    if isinstance(schema, str) and schema != REVIEW_SCHEMA:
        raise other_schema(name, schema[:60])
    if schema is None:
        raise damaged(name)
    try:
        return Review.model_validate_json(data)
    except ValidationError as error:
        raise damaged(name) from error


def render_review_schema() -> str:
    """Return the JSON Schema (draft 2020-12) of a review as indented JSON with a line end."""
    schema = Review.model_json_schema(by_alias=True, mode="serialization")
    named = {"$schema": _DIALECT, "$id": f"urn:{REVIEW_SCHEMA.replace('/', ':')}", **schema}
    return json.dumps(named, ensure_ascii=False, indent=2) + "\n"
