"""``minutes-nlp evaluate``: how well the analyzer agrees with an annotated corpus."""

from __future__ import annotations

from pathlib import Path

import click

from minutes_nlp.cli.vietnamese import Command


@click.command(
    cls=Command,
    short_help="Đo kết quả trên ngữ liệu đã gán nhãn.",
    help="So kết quả của máy với ngữ liệu đã gán nhãn và in các số đo kèm khoảng tin cậy 95 %.\n\n"
    "Người viết được chia thành nhiều phần; mỗi phần do một mô hình chưa từng học người viết ấy "
    "đọc.",
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
    metavar="NHÓM,…",
    default="voice",
    help="Đo riêng từng nhóm: voice (người viết), era (trước, từ 28/10/2025), type (loại sinh "
    "hoạt), damage (văn bản bị làm hỏng), origin (người viết biết hay chưa biết cách gán nhãn); "
    "mặc định: voice.",
)
@click.option(
    "--folds",
    metavar="N",
    default=10,
    type=int,
    help="Chia người viết thành N phần; mặc định: 10.",
)
@click.option(
    "--json",
    "json_path",
    metavar="TỆP",
    type=click.Path(path_type=Path),
    help="Ghi mọi số đo vào tệp này.",
)
@click.option(
    "--html",
    "html_path",
    metavar="TỆP",
    type=click.Path(path_type=Path),
    help="Ghi một trang có biểu đồ vào tệp này.",
)
def evaluate(
    corpus: Path, by: str, folds: int, json_path: Path | None, html_path: Path | None
) -> None:
    """Print the main figures, and write all of them to ``json_path`` and ``html_path``."""
    from minutes_nlp.cli.figures import (
        demand_corpus,
        demand_folders,
        evaluation_lines,
        figures_json,
    )
    from minutes_nlp.cli.writing import write_report
    from minutes_nlp.learning.evaluate import evaluate as measure

    demand_corpus(corpus)
    demand_folders(json_path, html_path)
    figures = measure(corpus, by, folds=folds)
    if json_path is not None:
        write_report(figures_json(figures), json_path)
    if html_path is not None:
        from minutes_nlp.renderers.evaluation_page import render_evaluation

        write_report(render_evaluation(figures), html_path)
    for line in evaluation_lines(figures):
        click.echo(line)
