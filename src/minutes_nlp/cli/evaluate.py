"""``minutes-nlp evaluate``: how well the analyzer agrees with an annotated corpus."""

from __future__ import annotations

from pathlib import Path

import click

from minutes_nlp.cli.vietnamese import Command


@click.command(
    cls=Command,
    short_help="Đo kết quả trên ngữ liệu đã gán nhãn.",
    help="So kết quả của máy với ngữ liệu đã gán nhãn và in các số đo.",
)
@click.option(
    "--corpus",
    metavar="THƯ_MỤC",
    required=True,
    type=click.Path(path_type=Path),
    help="Ngữ liệu đã gán nhãn.",
)
@click.option(
    "--by",
    metavar="NHÓM",
    default="voice",
    help="Đo riêng từng nhóm; mặc định: voice (người viết).",
)
@click.option(
    "--json",
    "json_path",
    metavar="TỆP",
    type=click.Path(path_type=Path),
    help="Ghi mọi số đo vào tệp này.",
)
def evaluate(corpus: Path, by: str, json_path: Path | None) -> None:
    """Print what was measured, and write all of it to ``json_path``."""
    import json

    from minutes_nlp.cli.figures import demand_corpus, figure_lines
    from minutes_nlp.cli.writing import write_report
    from minutes_nlp.learning.evaluate import evaluate as measure

    demand_corpus(corpus)
    figures = measure(corpus, by)
    if json_path is not None:
        write_report(json.dumps(figures, ensure_ascii=False, indent=2) + "\n", json_path)
    for line in figure_lines(figures):
        click.echo(line)
