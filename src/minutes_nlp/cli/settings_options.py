"""The options ``--profile`` and ``--config`` of commands that analyse."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import click

profile_option: Final = click.option(
    "--profile", metavar="TÊN", help="Bộ quy tắc, ví dụ hd42-2025; mặc định theo ngày họp."
)
config_option: Final = click.option(
    "--config", metavar="TỆP", type=click.Path(path_type=Path), help="Tệp thiết lập TOML."
)
