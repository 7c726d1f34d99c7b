"""The command group and the entry point of the program.

Nothing heavy is imported here, so that ``minutes-nlp --help`` answers at once.
"""

from __future__ import annotations

import click

from minutes_nlp.cli.analyze import analyze
from minutes_nlp.cli.bulk import bulk
from minutes_nlp.cli.doctor import doctor
from minutes_nlp.cli.evaluate import evaluate
from minutes_nlp.cli.explain import explain
from minutes_nlp.cli.report import report
from minutes_nlp.cli.rule import rule
from minutes_nlp.cli.rules import rules
from minutes_nlp.cli.schema import schema
from minutes_nlp.cli.serve import serve
from minutes_nlp.cli.stats import stats
from minutes_nlp.cli.streams import prepare_streams
from minutes_nlp.cli.train import train
from minutes_nlp.cli.vietnamese import Group
from minutes_nlp.collecting import collect_rarely
from minutes_nlp.version import __version__

PROGRAM = "minutes-nlp"


@click.group(
    name=PROGRAM,
    cls=Group,
    help="Đọc biên bản sinh hoạt chi bộ và chỉ ra những chỗ ghi chưa đủ.\n\n"
    "Mọi việc làm ngay trên máy này, không gửi gì ra ngoài. "
    "Mã kết thúc: 0 không có điểm nào cần xem, 1 có, 2 lệnh gọi sai, 3 tệp không đọc được, "
    "4 thiếu chương trình, 5 lỗi mô hình, 70 lỗi bên trong, 130 bị dừng.",
)
@click.version_option(
    __version__, prog_name=PROGRAM, message="%(prog)s %(version)s", help="In phiên bản rồi thoát."
)
def program() -> None:
    """Hold the commands together."""


for _command in (
    *(analyze, serve, bulk, stats, report, explain, rules, rule, doctor),
    *(train, evaluate, schema),
):
    program.add_command(_command)


def run() -> None:
    """Run the command line and end the process with the exit code of the outcome."""
    collect_rarely()
    prepare_streams()
    program.main(prog_name=PROGRAM)
