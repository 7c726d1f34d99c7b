"""``minutes-nlp analyze --format docx`` as a user calls it, with the real analyzer."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from minutes_nlp.analyzer import analyze
from minutes_nlp.readers.base import read_document
from tests.annotating.reading_back import anchored, bare, comments_of
from tests.readers.docx_builder import docx, paragraph, texts

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.docx"))


def call(folder: Path, *args: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "minutes_nlp", "analyze", *args],
        capture_output=True,
        encoding="utf-8",
        cwd=folder,
        check=False,
    )


def test_several_files_come_back_with_every_finding(tmp_path: Path) -> None:
    for path in EXAMPLES:
        shutil.copy(path, tmp_path)
    short = "".join(paragraph(one) for one in ("BIÊN BẢN", "Họp chi bộ tháng 9 năm 2026", "Hết."))
    (tmp_path / "thieu.docx").write_bytes(docx(short))
    (tmp_path / "chu.txt").write_text("Biên bản họp chi bộ", encoding="utf-8")
    names = [*(path.name for path in EXAMPLES), "thieu.docx"]
    before = {name: (tmp_path / name).read_bytes() for name in names}
    done = call(tmp_path, *names, "chu.txt", "--format", "docx", "--output", "ra/")
    assert done.returncode == 3
    assert done.stdout == ""
    assert "chu.txt: Chỉ trả lại được tệp .docx kèm ghi chú" in done.stderr
    assert sorted(path.name for path in (tmp_path / "ra").iterdir()) == sorted(names)
    for name in names:
        assert (tmp_path / name).read_bytes() == before[name]
        report = analyze(tmp_path / name)
        assert report.findings
        result = tmp_path / "ra" / name
        told = comments_of(result.read_bytes())
        tied = anchored(result.read_bytes())
        for finding in report.findings:
            ours = [one for one, (_, text) in told.items() if text.startswith(finding.code)]
            assert ours
            for one in finding.evidence:
                assert any(bare(one.text) in bare(tied[number]) for number in ours)
        assert texts(read_document(result)) == texts(read_document(tmp_path / name))


def test_suffix_of_the_output_names_the_format(tmp_path: Path) -> None:
    shutil.copy(EXAMPLES[0], tmp_path / "a.docx")
    done = call(tmp_path, "a.docx", "--output", "b.docx")
    assert done.returncode == 1
    assert comments_of((tmp_path / "b.docx").read_bytes())
    assert "b.docx" in done.stderr
