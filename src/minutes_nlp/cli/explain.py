"""``minutes-nlp explain FILE --paragraph N``: the words that made a paragraph's section."""

from __future__ import annotations

from pathlib import Path

import click

from minutes_nlp.cli.language_option import language_option
from minutes_nlp.cli.vietnamese import Command


@click.command(
    cls=Command,
    short_help="Cho biết vì sao một đoạn được xếp vào phần ấy.",
    help="Cho biết những chữ nào và điều gì làm cho một đoạn được xếp vào phần ấy, "
    "đúng theo điểm số của chính mô hình.",
)
@click.argument("file", metavar="TỆP", type=click.Path(path_type=Path))
@click.option(
    "--paragraph",
    metavar="SỐ",
    type=click.IntRange(min=1),
    required=True,
    help="Số của đoạn như báo cáo ghi, tính từ 1.",
)
@language_option
def explain(file: Path, paragraph: int, language: str) -> None:
    """Print why the paragraph was given its section."""
    from minutes_nlp.readers.sandbox.reading import warm_up

    warm_up()  # beside the imports, which take longer
    from minutes_nlp.analyzer import explain as explain_file
    from minutes_nlp.renderers.explanation import render_explanation

    explanation = explain_file(file, paragraph - 1)
    click.echo(render_explanation(explanation, "en" if language == "en" else "vi"), nl=False)
