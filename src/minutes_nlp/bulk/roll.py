"""The roll: a CSV file that names the cells, their folders and since when they exist.

Columns, in any order, separated by commas or semicolons: ``unit`` (required), ``folder`` (path
below the folder that is searched), ``aliases`` (other names, separated by ``|``), ``from`` and
``to`` (YYYY-MM).  Vietnamese headings do as well: ``chi_bo``, ``thu_muc``, ``ten_khac``,
``tu_thang``, ``den_thang``.
"""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from minutes_nlp.bulk.across.folding import key_of
from minutes_nlp.errors import UsageError
from minutes_nlp.model.language import Text

COLUMNS: Final = ("unit", "folder", "aliases", "from", "to")
_VIETNAMESE: Final = ("chi_bo", "thu_muc", "ten_khac", "tu_thang", "den_thang")
_HEADINGS: Final = dict(zip(_VIETNAMESE, COLUMNS, strict=True)) | {name: name for name in COLUMNS}
_MONTH: Final = re.compile(r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])")


class RollError(UsageError):
    """The roll cannot be used."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of the roll."""

    unit: str
    folder: str | None = None
    aliases: tuple[str, ...] = ()
    first: str | None = None
    last: str | None = None


class Roll:
    """The cells by name and by folder.

    Raises:
        RollError: two cells have one name or one folder.
    """

    def __init__(self, cells: Mapping[int, Cell], digest: str) -> None:
        """Take cells by the line of the file that names them."""
        self.cells = tuple(cells.values())
        self.digest = digest
        self._names: dict[str, str] = {}
        self._folders: dict[str, str] = {}
        seen: dict[tuple[str, str], int] = {}
        for line, cell in cells.items():
            names = {key_of(name) for name in (cell.unit, *cell.aliases)}
            told = [("name", name) for name in sorted(names)]
            told += [("folder", cell.folder)] if cell.folder else []
            for what in told:
                if what in seen:
                    raise _duplicate(line, seen[what], cell.unit)
                seen[what] = line
            self._names |= dict.fromkeys(names, cell.unit)
            if cell.folder:
                self._folders[cell.folder] = cell.unit

    def by_name(self, name: str | None) -> str | None:
        """Return the cell with this name or alias."""
        return self._names.get(key_of(name)) if name else None

    def by_folder(self, path: str) -> str | None:
        """Return the cell in whose folder ``path`` lies, the innermost one."""
        while "/" in path:
            path = path.rpartition("/")[0]
            if path in self._folders:
                return self._folders[path]
        return None

    def periods(self) -> dict[str, tuple[str | None, str | None]]:
        """Return the first and the last month of every cell, where the roll says."""
        return {cell.unit: (cell.first, cell.last) for cell in self.cells}


def read_roll(path: Path) -> Roll:
    """Read a roll.

    Raises:
        RollError: it cannot be read, has an unknown column, a wrong month, or a cell twice.
    """
    try:
        data = path.read_bytes()
        text = data.decode("utf-8-sig")
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise RollError(
            Text(f"Không đọc được {path} ({reason}).", f"Cannot read {path} ({reason}).")
        ) from error
    except UnicodeDecodeError as error:
        raise RollError(
            Text(
                f"{path} không phải bảng mã UTF-8; hãy lưu lại dạng “CSV UTF-8”.",
                f"{path} is not UTF-8; save it as “CSV UTF-8”.",
            )
        ) from error
    cells = dict(_cells(text, path))
    if not cells:
        raise RollError(Text(f"{path} không có chi bộ nào.", f"{path} names no cell."))
    return Roll(cells, hashlib.sha256(data).hexdigest())


def _cells(text: str, path: Path) -> list[tuple[int, Cell]]:
    head = text.partition("\n")[0]
    delimiter = ";" if head.count(";") > head.count(",") else ","
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    names = [(name or "").strip().casefold() for name in reader.fieldnames or ()]
    columns = [_HEADINGS.get(name) for name in names]
    unknown = [name for name, column in zip(names, columns, strict=True) if column is None]
    if unknown or "unit" not in columns or len(set(columns)) < len(columns):
        raise _wrong_columns(path, names)
    reader.fieldnames = [column or "" for column in columns]
    try:
        rows = [(reader.line_num, row) for row in reader]
    except csv.Error as error:
        raise RollError(
            Text(f"{path} không phải tệp CSV đúng ({error}).", f"{path} is no CSV file ({error}).")
        ) from error
    return [(line, _cell(row, line, path)) for line, row in rows if any(row.values())]


def _cell(row: Mapping[str | None, str | list[str] | None], line: int, path: Path) -> Cell:
    if None in row:
        raise _wrong_line(path, line, Text("thừa cột", "too many columns"))
    told = {str(name): str(value or "").strip() for name, value in row.items()}
    if not key_of(told["unit"]):
        raise _wrong_line(path, line, Text("thiếu tên chi bộ", "no name of a cell"))
    for name in ("from", "to"):
        if told.get(name) and not _MONTH.fullmatch(told[name]):
            raise _wrong_line(path, line, Text("tháng phải ghi dạng 2026-07", "write 2026-07"))
    first, last = told.get("from") or None, told.get("to") or None
    if first and last and first > last:
        raise _wrong_line(
            path, line, Text("tháng đầu sau tháng cuối", "the first month is after the last")
        )
    folder = "/".join(part for part in re.split(r"[/\\]", told.get("folder", "")) if part != ".")
    aliases = tuple(name.strip() for name in told.get("aliases", "").split("|") if name.strip())
    return Cell(told["unit"], folder.strip("/") or None, aliases, first, last)


def _wrong_columns(path: Path, names: list[str]) -> RollError:
    told = ", ".join(names)
    return RollError(
        Text(
            f"Các cột của {path} ({told}) chưa đúng; cần có unit (hoặc chi_bo), có thể thêm "
            f"{', '.join(COLUMNS[1:])}, mỗi cột một lần.",
            f"The columns of {path} ({told}) are not right; it needs unit and may have "
            f"{', '.join(COLUMNS[1:])}, each once.",
        )
    )


def _wrong_line(path: Path, line: int, what: Text) -> RollError:
    return RollError(Text(f"{path}, dòng {line}: {what.vi}.", f"{path}, line {line}: {what.en}."))


def _duplicate(line: int, other: int, unit: str) -> RollError:
    return RollError(
        Text(
            f"Danh sách chi bộ: dòng {other} và dòng {line} trùng tên hoặc trùng thư mục ({unit}).",
            f"The roll names a cell or folder twice, in lines {other} and {line} ({unit}).",
        )
    )
