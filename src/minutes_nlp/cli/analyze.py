"""``minutes-nlp analyze``: read files of minutes and report on each."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from minutes_nlp.cli.settings_options import config_option, profile_option
from minutes_nlp.cli.vietnamese import Command

if TYPE_CHECKING:
    from minutes_nlp.model.language import Language

FORMATS = ("text", "json", "html", "docx", "sarif", "junit")


@click.command(
    cls=Command,
    short_help="Đọc biên bản và cho biết chỗ nào cần sửa, nên xem.",
    help="Đọc một hay nhiều tệp biên bản (.docx, .doc, .odt, .rtf, .txt, .pdf, ảnh chụp, bản quét) "
    "và báo kết quả từng tệp. Một thư mục ảnh trang (JPEG, PNG, TIFF) là một biên bản.\n\n"
    "Dấu - thay cho tên tệp nghĩa là đọc văn bản từ đầu vào chuẩn. Nhiều tệp thì bản chữ in lần "
    "lượt, bản json mỗi tệp một dòng, các dạng khác cần --output THƯ_MỤC.\n\n"
    "Ghi nhiều dạng trong một lần chạy: --output a.html --output a.json, hoặc "
    "--format html --format json --output THƯ_MỤC/.\n\n"
    "Với --format docx, tệp .docx được trả lại kèm ghi chú (comment) ở đúng chỗ chữ có vấn đề; chữ "
    "và định dạng giữ nguyên, ghi chú của người khác còn nguyên; chạy lại thì chỉ thay ghi chú cũ "
    "của minutes-nlp.",
)
@click.argument("files", metavar="TỆP…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--format",
    "formats",
    multiple=True,
    type=click.Choice(FORMATS),
    help="Dạng kết quả: text (chữ), json, html, docx (tệp Word kèm ghi chú), sarif, junit. Không "
    "ghi thì theo đuôi tệp --output (.txt, .json, .html, .docx, .sarif, .xml), còn lại là text. "
    "Ghi được nhiều lần.",
)
@click.option(
    "--output",
    "outputs",
    multiple=True,
    metavar="ĐƯỜNG_DẪN",
    help="Ghi kết quả vào tệp này; nếu là thư mục (hoặc có nhiều tệp đầu vào) thì ghi mỗi tệp "
    "thành THƯ_MỤC/<tên>.txt, .json, .html…; tên trùng nhau thì thêm -2, -3… Ghi được nhiều lần.",
)
@click.option(
    "--baseline",
    metavar="KẾT_QUẢ",
    type=click.Path(path_type=Path),
    help="Kết quả json lần trước của cùng biên bản: cho biết điểm nào mới, còn lại, đã sửa.",
)
@profile_option
@config_option
@click.option(
    "--select", metavar="MÃ,…", multiple=True, help="Chỉ kiểm tra các mã này, ví dụ KL,YK001."
)
@click.option("--ignore", metavar="MÃ,…", multiple=True, help="Bỏ qua các mã này.")
@click.option(
    "--doubt",
    metavar="SỐ",
    type=float,
    help="Mức thận trọng, trên 0 đến 1, mặc định 0.25: càng thấp thì càng ít kết luận, "
    "càng ít nhầm.",
)
@click.option(
    "--as-one", is_flag=True, help="Các tệp là ảnh những trang của cùng một biên bản, theo thứ tự."
)
@click.option(
    "--lang", "language", type=click.Choice(("vi", "en")), help="Ngôn ngữ của kết quả: vi hoặc en."
)
def analyze(
    files: tuple[Path, ...],
    formats: tuple[str, ...],
    outputs: tuple[str, ...],
    baseline: Path | None,
    profile: str | None,
    config: Path | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    doubt: float | None,
    as_one: bool,
    language: Language | None,
) -> int:
    """Analyze ``files`` and return the gravest exit code."""
    from minutes_nlp.readers.sandbox.reading import warm_up

    warm_up()  # beside the imports, which take longer
    from minutes_nlp.cli.analysis import analyse_files
    from minutes_nlp.cli.baselines import read_reports
    from minutes_nlp.cli.call_settings import merge_settings
    from minutes_nlp.cli.outputs import plan_outputs

    settings = merge_settings(config, profile, select, ignore, language, doubt)
    pages = files if as_one else ()
    files = files[:1] if as_one else files
    earlier = read_reports(baseline) if baseline else ()
    planned = plan_outputs(files, outputs, formats)
    return analyse_files(files, planned, settings, pages, earlier)
