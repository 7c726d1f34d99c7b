"""Files made by other programs: python-docx, and LibreOffice where it is installed."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import docx
import pytest

from minutes_nlp.readers.base import read_document

from .docx_builder import texts

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")


def made_by_python_docx(path: Path) -> Path:
    document = docx.Document()
    document.add_paragraph("ĐẢNG CỘNG SẢN VIỆT NAM")
    document.add_heading("Biên bản", level=1)
    document.add_paragraph("Đ/c Lan: đề nghị sửa đường", style="List Bullet")
    document.add_paragraph("Việc một", style="List Number")
    document.add_paragraph("Việc hai", style="List Number")
    grid = document.add_table(2, 2)
    for place, text in zip(grid._cells, ["Việc", "Ai", "Sửa bơm", "Tổ 2"], strict=True):
        place.text = text
    grid.cell(0, 0).merge(grid.cell(0, 1))
    document.sections[0].header.paragraphs[0].text = "Lưu hành nội bộ"
    document.save(str(path))
    return path


EXPECTED = [
    "ĐẢNG CỘNG SẢN VIỆT NAM",
    "Biên bản",
    "- Đ/c Lan: đề nghị sửa đường",
    "1. Việc một",
    "2. Việc hai",
    "Việc",
    "Ai",
    "Sửa bơm | Tổ 2",
]


def test_python_docx(tmp_path: Path) -> None:
    document = read_document(made_by_python_docx(tmp_path / "a.docx"))
    assert texts(document) == EXPECTED
    assert document.headers == ("Lưu hành nội bộ",)


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
def test_libreoffice(tmp_path: Path) -> None:
    source = made_by_python_docx(tmp_path / "a.docx")
    folder = tmp_path / "out"
    command = [str(OFFICE), "--headless", f"-env:UserInstallation=file://{tmp_path}/profile",
               "--convert-to", "docx", "--outdir", str(folder), str(source)]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    assert texts(read_document(folder / "a.docx")) == EXPECTED
