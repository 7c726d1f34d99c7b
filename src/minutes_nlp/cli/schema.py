"""``minutes-nlp schema``: the JSON Schema of a report."""

from __future__ import annotations

import click

from minutes_nlp.cli.vietnamese import Command


@click.command(
    cls=Command,
    short_help="In JSON Schema của kết quả dạng json.",
    help="In JSON Schema (draft 2020-12) mà mọi kết quả dạng json đều theo.",
)
def schema() -> None:
    """Print the JSON Schema."""
    from minutes_nlp.renderers.json_report import render_schema

    click.echo(render_schema(), nl=False)
