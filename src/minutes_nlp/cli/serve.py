"""``minutes-nlp serve``: the local page, for those who never open a terminal."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from minutes_nlp.cli.settings_options import config_option, profile_option
from minutes_nlp.cli.vietnamese import Command

if TYPE_CHECKING:
    from minutes_nlp.model.language import Language


@click.command(
    cls=Command,
    short_help="Mở trang trên máy này để thả tệp vào xem, không cần gõ lệnh.",
    help="Mở một trang web chỉ chạy trên máy này: thả biên bản vào, xem chỗ cần sửa, lưu tệp Word "
    "có ghi chú. Không có gì gửi đi đâu; tắt chương trình (Ctrl-C) là không còn gì lưu lại.\n\n"
    "Ghi tên TỆP thì mở sẵn các tệp đó; ý kiến thẩm định được lưu cạnh tệp "
    "(<tên tệp>.review.json).\n\n"
    "Ghi tên một KHO (kết quả của lệnh bulk) thì mở danh sách các biên bản cần xem trước; bấm tên "
    "tệp nào thì máy đọc lại tệp ấy.",
)
@click.argument("paths", metavar="[TỆP… | KHO]", nargs=-1, type=click.Path(path_type=Path))
@click.option("--open", "open_browser", is_flag=True, help="Mở luôn trình duyệt.")
@click.option(
    "--folder",
    metavar="THƯ_MỤC",
    type=click.Path(path_type=Path),
    help="Thư mục biên bản của KHO, nếu đã chuyển đi chỗ khác sau khi chạy bulk.",
)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=0,
    metavar="SỐ",
    help="Cổng; mặc định máy tự chọn cổng trống.",
)
@profile_option
@config_option
@click.option(
    "--lang", "language", type=click.Choice(("vi", "en")), help="Ngôn ngữ của các dòng lệnh in ra."
)
def serve(
    paths: tuple[Path, ...],
    open_browser: bool,
    folder: Path | None,
    port: int,
    profile: str | None,
    config: Path | None,
    language: Language | None,
) -> int:
    """Serve until stopped; the exit code is 0 after Ctrl-C, which is the way to stop it."""
    from minutes_nlp.cli.call_settings import merge_settings
    from minutes_nlp.cli.streams import say
    from minutes_nlp.errors import ExitCode
    from minutes_nlp.extras import extra
    from minutes_nlp.model.language import Text

    settings = merge_settings(config, profile, (), (), language, None)
    extra("fastapi", "serve")
    extra("uvicorn", "serve")
    from minutes_nlp.web.batch.book import Book
    from minutes_nlp.web.batch.choosing import split
    from minutes_nlp.web.server import serve as run

    told = Text(
        "Mở địa chỉ này trong trình duyệt (chỉ dùng được trên máy này):",
        "Open this address in a browser (it works on this computer only):",
    )
    opening = Text("Đang mở kho kết quả…", "Opening the store…")
    stop = Text("Bấm Ctrl-C để tắt.", "Press Ctrl-C to stop.")
    documents, store = split(paths, folder, settings.limits)
    if store is not None:
        say(opening.in_language(settings.language))
    book = Book(store, folder) if store else None

    def tell(address: str) -> None:
        say(told.in_language(settings.language))
        click.echo(address)
        say(stop.in_language(settings.language))

    run(documents, settings, port=port, open_browser=open_browser, book=book, tell=tell)
    return ExitCode.CLEAN
