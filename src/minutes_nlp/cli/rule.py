"""``minutes-nlp rule CODE``: the page of one check."""

from __future__ import annotations

import click

from minutes_nlp.cli.language_option import language_option
from minutes_nlp.cli.vietnamese import Command


@click.command(
    cls=Command,
    short_help="Giải thích một quy tắc, kèm ví dụ ghi đủ và chưa đủ.",
    help="Giải thích một quy tắc kiểm tra, kèm ví dụ ghi đủ và ghi chưa đủ.",
)
@click.argument("code", metavar="MÃ")
@language_option
def rule(code: str, language: str) -> None:
    """Print the page of the check with this code."""
    from minutes_nlp.cli.rule_pages import rule_page

    click.echo(rule_page(code, "en" if language == "en" else "vi"), nl=False)
