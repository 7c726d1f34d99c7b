"""Where each report goes: standard output, one file, or one file each in a folder."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Sequence
from pathlib import Path

from minutes_nlp.errors import UsageError
from minutes_nlp.model.language import Text
from minutes_nlp.renderers.base import IN_ONE_STREAM
from minutes_nlp.renderers.base import SUFFIXES as REPORT_SUFFIXES

ANNOTATED = "docx"
"""The input itself, given back with comments."""

SUFFIXES = {**REPORT_SUFFIXES, ANNOTATED: ".docx"}

STANDARD = Path("-")
"""Standard input or output."""


def choose_format(format_name: str | None, output: str | None, count: int) -> str:
    """Return the format asked for, else the one that the output's suffix names, else "text".

    Raises:
        UsageError: several reports of which each is a whole file, or a .docx, would go into one
            stream.
    """
    if format_name is None:
        suffix = Path(output or "").suffix.lower()
        format_name = {known: name for name, known in SUFFIXES.items()}.get(suffix, "text")
    if format_name not in IN_ONE_STREAM and count > 1 and output in (None, "-"):
        raise UsageError(
            Text(
                f"Nhiều tệp {format_name} không in chung được; hãy thêm --output THƯ_MỤC.",
                f"Several {format_name} reports need --output DIRECTORY.",
            )
        )
    if format_name == ANNOTATED and output in (None, "-"):
        raise UsageError(
            Text(
                "Tệp docx kèm ghi chú không in ra màn hình được; hãy thêm --output TỆP.docx "
                "(nhiều tệp thì --output THƯ_MỤC).",
                "A .docx with comments is not printed; add --output FILE.docx "
                "(--output DIRECTORY for several files).",
            )
        )
    return format_name


def plan_targets(
    files: Sequence[Path], output: str | None, format_name: str
) -> tuple[Path | None, ...]:
    """Return for each file where its report goes; ``None`` is standard output.

    A folder that does not exist yet is made, its parent must exist.

    Raises:
        UsageError: the place does not exist, or a report would overwrite an input.
    """
    if output is None or output == "-":
        return tuple(None for _ in files)
    if not output:
        raise UsageError(Text("--output không được để trống.", "--output must not be empty."))
    if means_folder(output, len(files)):
        names = report_names(files, SUFFIXES[format_name])
        targets = [Path(output) / name for name in names]
        _spare_inputs(files, targets)
        _make_folder(Path(output))
    else:
        targets = [Path(output)]
        _spare_inputs(files, targets)
        _demand_folder(Path(output).absolute().parent)
    return tuple(targets)


def report_names(files: Sequence[Path], suffix: str) -> list[str]:
    """Return a file name for each report: the input's stem, with -2, -3 … where it is taken.

    Names that differ only in case or in Unicode form count as equal, as they do on some disks.
    """
    stems = [_stem(file) for file in files]
    # A stem that stands in an input's own name is never handed to another input.
    reserved = {_key(stem) for stem in stems}
    taken: set[str] = set()
    names: list[str] = []
    for stem in stems:
        name, number = stem, 1
        while _key(name) in taken or (number > 1 and _key(name) in reserved):
            number += 1
            name = f"{stem}-{number}"
        taken.add(_key(name))
        names.append(name + suffix)
    return names


def _stem(file: Path) -> str:
    return "dau-vao" if file == STANDARD else (file.stem or file.absolute().name or "bien-ban")


def _key(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def means_folder(output: str, count: int) -> bool:
    """Return whether ``output`` is a folder for the reports of ``count`` files."""
    separators = tuple(sep for sep in (os.sep, os.altsep) if sep)
    return count > 1 or output.endswith(separators) or Path(output).is_dir()


def _spare_inputs(files: Sequence[Path], targets: Sequence[Path]) -> None:
    for target in targets:
        for file in files:
            if file != STANDARD and _same(file, target):
                raise UsageError(
                    Text(
                        f"{target} là chính tệp biên bản; hãy chọn --output khác.",
                        f"{target} is the minutes themselves; choose another --output.",
                    )
                )


def _same(file: Path, target: Path) -> bool:
    try:
        return file.samefile(target)
    except OSError:
        return False


def _make_folder(folder: Path) -> None:
    if folder.is_dir():
        return
    if folder.exists():
        raise UsageError(
            Text(
                f"--output {folder} là một tệp; nhiều kết quả cần một thư mục.",
                f"--output {folder} is a file; several reports need a directory.",
            )
        )
    _demand_folder(folder.absolute().parent)
    folder.mkdir(exist_ok=True)


def _demand_folder(folder: Path) -> None:
    if not folder.is_dir():
        raise UsageError(
            Text(
                f"Không có thư mục {folder}; hãy tạo thư mục này trước.",
                f"There is no directory {folder}; create it first.",
            )
        )
