"""Files that LibreOffice wrote: no word lost, numbers as in the .docx they come from."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from minutes_nlp.readers.base import read_document

from .docx_builder import texts

FIXTURES = Path(__file__).parent / "fixtures"
SAMPLE = Path(__file__).parents[2] / "examples" / "bien-ban-thang-9.docx"
FORMATS = ("doc", "rtf", "odt")


@pytest.mark.parametrize("kind", FORMATS)
def test_stored_files_are_read_word_for_word(kind: str) -> None:
    document = read_document(FIXTURES / f"bien-ban.{kind}")
    assert texts(document) == (FIXTURES / "bien-ban.txt").read_text(encoding="utf-8").splitlines()
    assert document.headers == ("ĐẢNG BỘ XÃ (bản lưu)",)
    assert document.footers == ("Lưu: VT chi bộ",)
    assert document.source.reader == kind


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_the_sample_converted_now(tmp_path: Path) -> None:
    for kind in FORMATS:
        subprocess.run(
            ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless",
             "--convert-to", kind, "--outdir", str(tmp_path), str(SAMPLE)],
            check=True, capture_output=True,
        )  # fmt: skip
        converted = tmp_path / f"{SAMPLE.stem}.{kind}"
        assert texts(read_document(converted)) == texts(read_document(SAMPLE))
