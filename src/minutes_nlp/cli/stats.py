"""``minutes-nlp stats``: counts out of a store."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from minutes_nlp.cli.vietnamese import Command

if TYPE_CHECKING:
    import pandas as pd


@click.command(
    cls=Command,
    short_help="Đếm số liệu trong kho kết quả.",
    help="Đếm số biên bản trong kho theo từng nhóm: unit (chi bộ), month (tháng), kind (loại sinh "
    "hoạt), profile, outcome (kết quả), reader, error; theo điểm cần sửa: code, severity; theo "
    "mức các tính: characteristic, level.\n\n"
    "Cột share là tỷ lệ trên số biên bản đã đọc của cùng chi bộ, cùng tháng…; undecided là số "
    "biên bản máy không kết luận được.",
)
@click.argument("store", metavar="KHO", type=click.Path(path_type=Path))
@click.option(
    "--by",
    metavar="NHÓM,…",
    multiple=True,
    default=("outcome",),
    help="Nhóm theo, ví dụ unit,month,code; mặc định: outcome.",
)
@click.option(
    "--format",
    "format_name",
    type=click.Choice(("text", "csv", "json")),
    default="text",
    help="Dạng kết quả: text (bảng chữ), csv, json (mỗi dòng một nhóm).",
)
def stats(store: Path, by: tuple[str, ...], format_name: str) -> None:
    """Print one row a group."""
    from minutes_nlp.bulk.counting import split_groups
    from minutes_nlp.bulk.counting import stats as count

    table = count(store, split_groups(by))
    if format_name == "csv":
        click.echo(table.to_csv(index=False), nl=False)
    elif format_name == "json":
        click.echo(table.to_json(orient="records", lines=True, force_ascii=False), nl=False)
    else:
        _print(table)


def _print(table: pd.DataFrame) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from minutes_nlp.cli.streams import wants_colour

    shown = Table(box=box.SIMPLE_HEAD)
    for name in table.columns:
        is_number = table[name].dtype.kind in "if"
        shown.add_column(name, justify="right" if is_number else "left", overflow="fold")
    for row in table.itertuples(index=False):
        # Names of cells come out of documents: they are text, never mark-up.
        shown.add_row(*(Text(_cell(value)) for value in row))
    Console(no_color=not wants_colour(), highlight=False).print(shown)


def _cell(value: Any) -> str:
    if not isinstance(value, float):
        return str(value)
    return "–" if value != value else f"{value:.1%}"  # a number that is none differs from itself
