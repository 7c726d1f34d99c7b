"""A small store with every kind of row, made by a bulk run with the stub examiner."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from minutes_nlp.bulk.engine import Order
from minutes_nlp.bulk.places import Place
from minutes_nlp.bulk.run import run_bulk
from minutes_nlp.bulk.schema import TABLES, Outcome, Row
from minutes_nlp.bulk.serial import Serial
from minutes_nlp.bulk.shards import choose_bits
from minutes_nlp.bulk.store import store_to_write
from minutes_nlp.settings import Settings
from tests.bulk.conftest import write_files
from tests.bulk.stub_examiner import STUB

CHANGED, GONE = "chi-bo-2/da-sua.txt", "chi-bo-2/da-xoa.txt"
SECRET, SECRET_COPY = "chi-bo-2/bi-mat.txt", "chi-bo-2/bi-mat-2.txt"
ORIGINAL, COPY = "chi-bo-1/goc.txt", "chi-bo-1/sao.txt"
REVIEWED, DAMAGED = "chi-bo-1/da-tham-dinh.txt", "chi-bo-1/hong.txt"
UNCLEAR = "chi-bo-3/Biên bản <b>chưa rõ</b> & lạ.txt"
LINKED, LINKED_FOLDER = "lien-ket.txt", "lien-ket/khac.txt"
STRAY = ("../ngoai/bien-ban.txt", "/etc/hostname", "a/../../ngoai/bien-ban.txt", "./x.txt", "")
OUTSIDE_WORDS = "ngoài vùng"


@dataclass(frozen=True)
class ByFolder:
    """Takes the cell from the folder and the month from the length of the name."""

    digest: str = "by folder"

    def place(self, path: str, row: Row) -> Place:
        folder, _, name = path.partition("/")
        if not folder.startswith("chi-bo"):
            return Place()
        unit = f"Chi bộ số {folder.removeprefix('chi-bo-')}"
        return Place(unit, "path", f"2026-{len(name) % 12 + 1:02}", "path")


@dataclass(frozen=True)
class Made:
    """A store and the folder it is about."""

    root: Path
    store: Path


def make_store(folder: Path, ordinary: int = 60) -> Made:
    """Return a store of ``ordinary`` files and one or two of every other kind."""
    root, store = folder / "bien-ban", folder / "kho"
    outside = folder / "ngoai" / "bien-ban.txt"
    outside.parent.mkdir()
    outside.write_text(OUTSIDE_WORDS, encoding="utf-8")
    outside.with_name("khac.txt").write_text(f"khác, {OUTSIDE_WORDS}", encoding="utf-8")
    texts = {
        f"chi-bo-{number % 5 + 1}/hop-{number:03}.txt": f"bản {number}"
        + " thiếu" * (number % 3 == 0)
        for number in range(ordinary)
    }
    texts |= {SECRET: "secret một", SECRET_COPY: "secret một", DAMAGED: "damaged"}
    texts |= {ORIGINAL: "bản gốc thiếu", COPY: "bản gốc thiếu", REVIEWED: "bản đã xem"}
    texts |= {CHANGED: "bản cũ", GONE: "bản sẽ xóa"}
    write_files(root, texts)
    (root / LINKED).symlink_to(outside)
    (root / "lien-ket").symlink_to(outside.parent)
    order = Order(Settings(), examiner=STUB)
    run_bulk(root, store, lambda: Serial(order), placing=ByFolder())
    write_files(root, {UNCLEAR: "bản chưa rõ", CHANGED: "bản mới, dài hơn"})
    (root / GONE).unlink()
    (root / f"{REVIEWED}.review.json").write_text("{}")
    _add(store, root)
    return Made(root, store)


def _add(store: Path, root: Path) -> None:
    """Add rows that no run with the stub makes, as a shard of their own."""
    unclear = {
        "path": UNCLEAR,
        "outcome": Outcome.NEEDS_PERSON.value,
        "why": "Chưa rõ đây là loại giấy tờ gì; cần người xem.",
        "errors": 0,
        "warnings": 1,
        "infos": 0,
        "undecided": 3,
    }
    stray = [{"path": path, "outcome": Outcome.ANALYSED.value, "errors": 0} for path in STRAY]
    folder = {"path": "khoa/", "outcome": Outcome.FAILED.value, "why": "Không mở được thư mục."}
    rows: dict[str, list[Row]] = {table: [] for table in TABLES}
    rows["files"] = [unclear, *stray, folder]
    with store_to_write(store, root, choose_bits(1)) as opened:
        opened.write("9999", rows, "hand made")  # type: ignore[arg-type]
