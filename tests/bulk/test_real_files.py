"""With the model: what a store says of a file is what ``analyze`` says of it."""

from __future__ import annotations

from pathlib import Path

import minutes_nlp
from minutes_nlp.bulk import read_store
from minutes_nlp.bulk.engine import Order
from minutes_nlp.bulk.process_pool import ProcessPool
from minutes_nlp.bulk.run import run_bulk
from minutes_nlp.bulk.schema import TABLES
from tests.bulk.conftest import write_files

SAMPLE = Path(__file__).parents[2] / "examples" / "bien-ban-thang-9.docx"


def test_a_folder_of_real_files(root: Path, store: Path) -> None:
    write_files(root, {"mật.txt": "TỐI MẬT\nBIÊN BẢN SINH HOẠT CHI BỘ", "rỗng.txt": ""})
    (root / "tháng 9.docx").write_bytes(SAMPLE.read_bytes())
    (root / "hỏng.docx").write_bytes(SAMPLE.read_bytes()[:2000])
    summary = run_bulk(root, store, lambda: ProcessPool(Order(), 1))
    assert summary.outcomes == {"analysed": 1, "failed": 2, "refused": 1}
    tables = read_store(store, TABLES)
    files = tables["files"].set_index("path")
    row = files.loc["tháng 9.docx"]
    assert (row["unit"], row["month"]) == ("CHI BỘ TRẠM BẢO VỆ RỪNG", "2026-09")
    assert (row["kind"], row["profile"], row["reader"]) == ("regular", "hd42-2025", "docx")
    assert files.loc["mật.txt", "error"] == "SecrecyMarkError"
    assert set(tables["texts"]["path"]) == {"tháng 9.docx"}
    report = minutes_nlp.analyze(SAMPLE)
    found = tables["findings"]
    assert list(found.loc[~found["undecided"], "code"]) == [f.code for f in report.findings]
    assert list(tables["texts"]["text"]) == [p.text for p in report.paragraphs]
    levels = tables["levels"].set_index("characteristic")["level"].to_dict()
    assert levels == {name.value: one.level.value for name, one in report.characteristics.items()}
