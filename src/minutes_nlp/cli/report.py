"""``minutes-nlp report``: a workbook and pages out of a store."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from minutes_nlp.cli.language_option import language_option
from minutes_nlp.cli.vietnamese import Command

if TYPE_CHECKING:
    from minutes_nlp.model.language import Language


@click.command(
    cls=Command,
    short_help="Lập bảng tính và trang xem từ kho kết quả.",
    help="Lập bảng tính .xlsx và các trang HTML từ kho kết quả của lệnh bulk. Ở bước này máy so "
    "các biên bản với nhau: biên bản trùng nhau (HT006), tháng thiếu biên bản (LT001), việc tháng "
    "trước chưa được nhắc lại (LT002).",
)
@click.argument("store", metavar="KHO", type=click.Path(path_type=Path))
@click.option(
    "--xlsx", metavar="TỆP", type=click.Path(path_type=Path), help="Ghi bảng tính vào TỆP."
)
@click.option(
    "--html",
    metavar="THƯ_MỤC",
    type=click.Path(path_type=Path),
    help="Ghi các trang HTML vào THƯ_MỤC; mở tệp index.html để xem.",
)
@click.option(
    "--roll",
    metavar="TỆP",
    type=click.Path(path_type=Path),
    help="Danh sách chi bộ (CSV) đã dùng với lệnh bulk; cho biết từ tháng nào đến tháng nào.",
)
@language_option
def report(
    store: Path, xlsx: Path | None, html: Path | None, roll: Path | None, language: Language
) -> None:
    """Write what is asked for."""
    from minutes_nlp.bulk.reports.dashboard import pages
    from minutes_nlp.bulk.reports.review import review_store
    from minutes_nlp.bulk.reports.workbook import workbook
    from minutes_nlp.bulk.roll import read_roll
    from minutes_nlp.cli.report_files import write_file, write_pages
    from minutes_nlp.errors import UsageError
    from minutes_nlp.model.language import Text

    if xlsx is None and html is None:
        raise UsageError(
            Text("Hãy chọn --xlsx hoặc --html, hoặc cả hai.", "Choose --xlsx or --html, or both.")
        )
    review = review_store(store, read_roll(roll) if roll else None, language)
    if xlsx is not None:
        write_file(xlsx, workbook(review))
        click.echo(str(xlsx))
    if html is not None:
        count = write_pages(html, pages(review, store))
        pages_word = Text(f"{count} trang", f"{count} pages").in_language(language)
        click.echo(f"{html / 'index.html'} ({pages_word})")
