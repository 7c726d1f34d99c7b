"""``minutes-nlp train``: from an annotated corpus to the files of the section model."""

from __future__ import annotations

from pathlib import Path

import click

from minutes_nlp.cli.vietnamese import Command


@click.command(
    cls=Command,
    short_help="Huấn luyện mô hình phân đoạn từ ngữ liệu.",
    help="Huấn luyện mô hình phân đoạn từ ngữ liệu đã gán nhãn (JSON Lines).",
)
@click.option(
    "--corpus",
    metavar="THƯ_MỤC",
    required=True,
    type=click.Path(path_type=Path),
    help="Ngữ liệu đã gán nhãn.",
)
@click.option(
    "--output",
    metavar="THƯ_MỤC",
    required=True,
    type=click.Path(path_type=Path),
    help="Nơi ghi các tệp mô hình.",
)
def train(corpus: Path, output: Path) -> None:
    """Train the section model on ``corpus`` and write it into ``output``."""
    from minutes_nlp.cli.figures import demand_corpus, figure_lines
    from minutes_nlp.learning.train_model import train_model

    demand_corpus(corpus)
    for line in figure_lines(train_model(corpus, output)):
        click.echo(line)
