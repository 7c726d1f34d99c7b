"""What one run writes: each report in one format or several, each to its own place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from minutes_nlp.cli.targets import choose_format, means_folder, plan_targets
from minutes_nlp.errors import UsageError
from minutes_nlp.model.language import Text


@dataclass(frozen=True, slots=True)
class Output:
    """One format, and for each file where its report goes; ``None`` is standard output."""

    format_name: str
    targets: tuple[Path | None, ...]


def plan_outputs(
    files: Sequence[Path], outputs: Sequence[str], formats: Sequence[str]
) -> tuple[Output, ...]:
    """Return what is to be written.

    One place takes the one format asked for, or, when it is a folder, all of them.  Several
    places each take the format that their suffix names, else the formats in their order.

    Raises:
        UsageError: places and formats do not fit, or two reports would go to one place.
    """
    planned: list[Output] = []
    for output, asked in _pairs(files, outputs, formats):
        format_name = choose_format(asked, output, len(files))
        planned.append(Output(format_name, plan_targets(files, output, format_name)))
    places = [_key(target) for one in planned for target in set(one.targets)]
    if len(places) > len(set(places)):
        raise UsageError(
            Text(
                "Hai kết quả không thể ghi vào cùng một chỗ; hãy cho mỗi --output một tên riêng.",
                "Two reports cannot go to one place; give each --output a name of its own.",
            )
        )
    return tuple(planned)


def _pairs(
    files: Sequence[Path], outputs: Sequence[str], formats: Sequence[str]
) -> Iterator[tuple[str | None, str | None]]:
    if len(outputs) > 1:
        if formats and len(formats) != len(outputs):
            raise UsageError(
                Text(
                    "Có nhiều --output thì hoặc không ghi --format (theo đuôi tệp), hoặc ghi "
                    "đủ cho từng --output theo thứ tự.",
                    "With several --output give no --format (suffixes tell), or one for each in "
                    "their order.",
                )
            )
        yield from zip(outputs, formats or (None,) * len(outputs), strict=True)
        return
    output = outputs[0] if outputs else None
    if len(formats) > 1 and (
        output is None or output == "-" or not means_folder(output, len(files))
    ):
        raise UsageError(
            Text(
                "Nhiều --format cần --output THƯ_MỤC/, hoặc cho mỗi dạng một --output.",
                "Several --format need --output DIRECTORY/, or an --output for each.",
            )
        )
    yield from ((output, asked) for asked in formats or (None,))


def _key(target: Path | None) -> Path | None:
    return target.resolve() if target else None
