"""``minutes-nlp bulk``: every file under a folder, into a store."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from minutes_nlp.cli.settings_options import config_option, profile_option
from minutes_nlp.cli.vietnamese import Command

if TYPE_CHECKING:
    from minutes_nlp.model.language import Language


@click.command(
    cls=Command,
    short_help="Đọc cả một thư mục biên bản vào kho kết quả.",
    help="Đọc mọi tệp trong THƯ_MỤC và các thư mục con, ghi kết quả vào kho. Chạy lại thì chỉ đọc "
    "tệp mới hoặc đã thay đổi; dừng giữa chừng (Ctrl-C, mất điện) thì chạy lại lệnh cũ.\n\n"
    "Mỗi tệp có đúng một kết quả: analysed (đã đọc), needs_person (cần người xem), failed (không "
    "đọc được, ghi lý do), refused (mang dấu mật), duplicate (trùng tệp khác).\n\n"
    "Cuối cùng máy so các biên bản với nhau: trùng nhau (HT006), tháng thiếu biên bản (LT001), "
    "việc tháng trước chưa được nhắc lại (LT002).",
)
@click.argument("folder", metavar="THƯ_MỤC", type=click.Path(path_type=Path))
@click.option(
    "--store",
    metavar="KHO",
    required=True,
    type=click.Path(path_type=Path),
    help="Thư mục kho kết quả; chưa có thì được tạo.",
)
@click.option(
    "--jobs",
    metavar="N",
    type=click.IntRange(min=1),
    help="Số tiến trình; mặc định: số nhân của máy.",
)
@click.option(
    "--cluster",
    metavar="ĐỊA_CHỈ",
    help="Chạy trên cụm Dask, ví dụ tcp://may-chu:8786; local: cụm N máy ảo ngay trên máy này. "
    "Các máy phải thấy cùng THƯ_MỤC.",
)
@click.option(
    "--roll",
    metavar="TỆP",
    type=click.Path(path_type=Path),
    help="Danh sách chi bộ (CSV) với các cột chi_bo, thu_muc, ten_khac, tu_thang, den_thang; chỉ "
    "cột chi_bo là bắt buộc. Không có thì tên chi bộ và tháng lấy từ biên bản, rồi từ tên thư mục, "
    "tên tệp.",
)
@profile_option
@config_option
@click.option(
    "--file-seconds",
    metavar="GIÂY",
    type=click.FloatRange(min=1),
    default=900.0,
    help="Một tệp đọc lâu hơn thì bị dừng và ghi là failed; mặc định: 900.",
)
@click.option(
    "--file-memory",
    metavar="MB",
    type=click.IntRange(min=100),
    default=1500,
    help="Tiến trình cần nhiều bộ nhớ hơn thì bị dừng; mặc định: 1500.",
)
@click.option("--retry-failed", is_flag=True, help="Đọc lại cả những tệp lần trước không đọc được.")
@click.option(
    "--progress",
    "progress_name",
    type=click.Choice(("auto", "bar", "lines", "json", "none")),
    default="auto",
    help="Cách báo tiến độ; auto: thanh tiến độ (bar) trên màn hình, ngoài ra là từng dòng chữ "
    "(lines). Tiến độ in ra stderr.",
)
@click.option(
    "--lang", "language", type=click.Choice(("vi", "en")), help="Ngôn ngữ của kết quả: vi hoặc en."
)
def bulk(
    folder: Path,
    store: Path,
    jobs: int | None,
    cluster: str | None,
    roll: Path | None,
    profile: str | None,
    config: Path | None,
    file_seconds: float,
    file_memory: int,
    retry_failed: bool,
    progress_name: Literal["auto", "bar", "lines", "json", "none"],
    language: Language | None,
) -> int:
    """Bring the store up to date and return the gravest exit code."""
    from minutes_nlp.bulk.across.after_run import compare_after_run
    from minutes_nlp.bulk.across.terms import Terms
    from minutes_nlp.bulk.engine import Budget, Order
    from minutes_nlp.bulk.engines import engine_of
    from minutes_nlp.bulk.place_by_all import PlaceByAll
    from minutes_nlp.bulk.roll import read_roll
    from minutes_nlp.bulk.run import run_bulk
    from minutes_nlp.cli.bulk_progress import choose_progress
    from minutes_nlp.cli.bulk_summary import exit_code, say_how_to_go_on, write_summary
    from minutes_nlp.cli.call_settings import merge_settings

    settings = merge_settings(config, profile, (), (), language)
    cells = read_roll(roll) if roll else None
    placing = PlaceByAll(cells)
    order = Order(settings, Budget(seconds=file_seconds, memory_bytes=file_memory << 20))
    with choose_progress(progress_name, settings.language) as progress:
        try:
            summary = run_bulk(
                folder,
                store,
                lambda: engine_of(order, jobs, cluster),
                placing=placing,
                retry_failed=retry_failed,
                progress=progress,
            )
            across = compare_after_run(store, Terms.of(settings, cells), summary)
        except KeyboardInterrupt:
            say_how_to_go_on(store, settings.language)
            raise
    write_summary(summary, across, store, settings.language)
    return exit_code(summary, across)
