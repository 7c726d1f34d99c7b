"""LibreOffice opens what is given back, and finds the comments where they were put."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from minutes_nlp.annotating import annotate
from minutes_nlp.readers.base import read_document
from tests.annotating.reading_back import anchored, comments_of, finding, quoted, report_on
from tests.readers.docx_builder import texts

EXAMPLE = Path(__file__).parents[2] / "examples" / "bien-ban-thang-9.docx"
OFFICE = shutil.which("soffice")


def convert(path: Path, kind: str, folder: Path) -> Path:
    assert OFFICE
    profile = (folder / "profile").as_uri()
    subprocess.run(
        [
            OFFICE,
            f"-env:UserInstallation={profile}",
            "--headless",
            "--convert-to",
            kind,
            "--outdir",
            str(folder),
            str(path),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return folder / f"{path.stem}.{kind}"


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
def test_office_keeps_text_and_comments(tmp_path: Path) -> None:
    lines = texts(read_document(EXAMPLE))
    words = ("tổng số đảng viên 11", "lũ quét tại ba xã", "Địa điểm: phòng họp")
    report = report_on(
        lines,
        finding(),
        *(finding(quoted(lines, one), code=f"X{n}") for n, one in enumerate(words)),
    )
    path = tmp_path / "kem-ghi-chu.docx"
    path.write_bytes(annotate(EXAMPLE.read_bytes(), report).data)
    (tmp_path / "out").mkdir()
    saved = convert(path, "docx", tmp_path / "out")
    assert texts(read_document(saved)) == lines
    comments = comments_of(saved.read_bytes())
    assert {author for author, _ in comments.values()} == {"minutes-nlp"}
    found = anchored(saved.read_bytes())
    by_code = {re.split(r"\W", comments[one][1])[0]: found[one] for one in comments}
    assert by_code == {"KL001": "BIÊN BẢN", **{f"X{n}": one for n, one in enumerate(words)}}
    # What another program has saved is ours to replace all the same.
    again = annotate(saved.read_bytes(), report).data
    assert len(comments_of(again)) == len(comments)
    pdf = convert(path, "pdf", tmp_path / "out")
    assert pdf.read_bytes().startswith(b"%PDF")
