"""``minutes-nlp doctor``: what is installed and works on this machine."""

from __future__ import annotations

import click

from minutes_nlp.cli.language_option import language_option
from minutes_nlp.cli.vietnamese import Command
from minutes_nlp.model.language import Language


@click.command(
    cls=Command,
    short_help="Xem trên máy này đã có và chạy được những gì.",
    help="Thử từng phần của chương trình trên máy này; phần nào thiếu hoặc hỏng thì nói phải cài "
    "gì. Mã kết thúc: 0 đủ cả, 4 thiếu một phần (các phần khác vẫn dùng được), 5 lỗi mô hình, "
    "70 có phần bị hỏng.",
)
@language_option
def doctor(language: str) -> int:
    """Print one line a part and return the gravest exit code."""
    from minutes_nlp.doctor import examine
    from minutes_nlp.errors import ExitCode

    lang: Language = "en" if language == "en" else "vi"
    gravest = ExitCode.CLEAN
    for found in examine():
        mark = "✓" if found.code is ExitCode.CLEAN else "✗"
        part = found.part.in_language(lang)
        click.echo(f"{mark} {part:<18} {found.detail.in_language(lang)}")
        gravest = max(gravest, found.code)
    return gravest
