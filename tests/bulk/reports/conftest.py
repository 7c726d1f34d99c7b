from __future__ import annotations

from pathlib import Path

import pytest

from minutes_nlp.bulk.reports.review import Review, review_store
from minutes_nlp.bulk.schema import Row
from tests.bulk.across.building import build_store, invented, text_rows

HOSTILE = '=HYPERLINK("http://x.example","bấm")'
MARKUP = "Chi bộ <script>alert(1)</script> & thôn"
PAPERS = {
    "a/6.txt": ("Chi bộ A", "2026-06", 1),
    "a/8.txt": ("Chi bộ A", "2026-08", 2),
    "b/7.txt": (MARKUP, "2026-07", 1),
    "b/8.txt": (MARKUP, "2026-08", 3),
    "c/=1+1.txt": (HOSTILE, "2026-08", 4),
}
TASK = "Đồng chí Lan lập danh sách hộ nghèo xóm Đình gửi Đảng ủy"


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy over months and cells, a gap, an open task, hostile names, each outcome."""
    files: list[Row] = [
        {"path": path, "unit": unit, "month": month, "errors": 1, "warnings": 0, "infos": 0}
        for path, (unit, month, _) in PAPERS.items()
    ]
    files += [
        {"path": "hong.docx", "outcome": "failed", "why": "+84 Tệp bị hỏng <b>", "kind": None},
        {"path": "mat.txt", "outcome": "refused", "why": "Mang dấu mật.", "kind": None},
        {"path": "x.txt", "outcome": "duplicate", "duplicate_of": "a/6.txt", "kind": None},
        {
            "path": "mo.pdf",
            "outcome": "needs_person",
            "why": "Bản quét quá kém.",
            "unit": "Chi bộ A",
        },
    ]
    findings = [
        {"path": "a/6.txt", "code": "KL001", "severity": "error", "undecided": False},
        {"path": "a/8.txt", "code": "KL001", "severity": None, "undecided": True},
        {"path": "b/7.txt", "code": "YK002", "severity": "warning", "undecided": False},
    ]
    levels = [
        {"path": path, "characteristic": name, "level": level, "confidence": 0.9, "evidence": 1}
        for path in PAPERS
        for name, level in (
            ("leadership", "present"),
            ("educational", "weak"),
            ("combative", "absent"),
        )
    ]
    texts = [row for path, (*_, seed) in PAPERS.items() for row in text_rows(path, invented(seed))]
    tasks = [{"path": "b/7.txt", "first": 2, "end": 3, "who": "Lan", "what": TASK}]
    folder = tmp_path_factory.mktemp("review") / "store"
    return build_store(
        folder,
        files,
        findings=[row | {"message": "=1+1"} for row in findings],
        levels=levels,
        texts=texts,
        tasks=tasks,
    )


@pytest.fixture(scope="session")
def review(store: Path) -> Review:
    return review_store(store)
