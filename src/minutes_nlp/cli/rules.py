"""``minutes-nlp rules``: a table of all checks."""

from __future__ import annotations

import click

from minutes_nlp.cli.language_option import language_option
from minutes_nlp.cli.vietnamese import Command


@click.command(
    cls=Command,
    short_help="Liệt kê mọi quy tắc kiểm tra.",
    help="Liệt kê mọi quy tắc kiểm tra: mã, tên, mức độ.",
)
@language_option
def rules(language: str) -> None:
    """Print one line for each check."""
    from minutes_nlp.cli.rule_pages import rule_table

    click.echo(rule_table("en" if language == "en" else "vi"), nl=False)
