"""The option ``--lang`` of commands that print in one language."""

from __future__ import annotations

from typing import Final

import click

language_option: Final = click.option(
    "--lang",
    "language",
    type=click.Choice(("vi", "en")),
    default="vi",
    help="Ngôn ngữ: vi hoặc en.",
)
