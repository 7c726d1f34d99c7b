"""The report as JSON, and the JSON Schema that every report keeps to."""

from __future__ import annotations

import json
from typing import Final

from minutes_nlp.model.report import SCHEMA_NAME, Report

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"

# Legal inside JSON, but many programs that read line by line end a line at them.
_LINE_ENDS: Final = {0x85: "\\u0085", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def render_json(report: Report, *, indent: int | None = None) -> str:
    """Return the report as JSON, without a final line end; on one line unless indented."""
    return report.to_json(indent=indent).translate(_LINE_ENDS)


def render_schema() -> str:
    """Return the JSON Schema (draft 2020-12) of a report as indented JSON with a line end."""
    schema = Report.model_json_schema(by_alias=True, mode="serialization")
    named = {"$schema": DIALECT, "$id": f"urn:{SCHEMA_NAME.replace('/', ':')}", **schema}
    return json.dumps(named, ensure_ascii=False, indent=2) + "\n"
