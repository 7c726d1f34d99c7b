"""Hostile files of every format, in the sandbox: refused, nothing leaks, the next one is read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from minutes_nlp.errors import MinutesNlpError
from minutes_nlp.model.document import Document
from minutes_nlp.readers.base import READERS
from minutes_nlp.readers.limits import Limits
from minutes_nlp.readers.sandbox.reading import Sandbox
from tests.readers.hostile_files import SECRET, hostile_files
from tests.readers.sample_files import samples

_FOLDER = TemporaryDirectory()
_SECRET_FILE = Path(_FOLDER.name) / "bi-mat.txt"
_SECRET_FILE.write_text(SECRET, encoding="utf-8")
FILES = {file.name: file for file in hostile_files(_SECRET_FILE)}
NAMES = list(FILES)
SAMPLES = list(samples())


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    box = Sandbox()
    yield box
    box.close()


def read_or_refuse(path: Path, sandbox: Sandbox) -> Document | MinutesNlpError:
    try:
        with sandbox.start(path, Limits()) as reading:
            return reading.result()
    except MinutesNlpError as error:
        return error


def test_there_are_files_of_every_format() -> None:
    assert len(NAMES) > 60
    assert {Path(name).suffix for name in NAMES} >= {
        *(".txt", ".docx", ".odt", ".fodt", ".rtf", ".doc", ".pdf", ".png", ".jpg", ".tif"),
    }


@pytest.mark.parametrize("name", NAMES)
def test_a_hostile_file_is_refused_or_harmless(name: str, sandbox: Sandbox, tmp_path: Path) -> None:
    file = FILES[name]
    path = tmp_path / name
    path.write_bytes(file.data)
    outcome = read_or_refuse(path, sandbox)
    if isinstance(outcome, MinutesNlpError):
        assert outcome.message("vi")
        assert outcome.message("en")
        assert SECRET not in outcome.message("vi") + outcome.message("en")
    else:
        assert file.readable
        assert SECRET not in repr(outcome)
    good = tmp_path / "tot.txt"
    good.write_text("Chi bộ họp.", encoding="utf-8")
    with sandbox.start(good, Limits()) as reading:
        assert reading.result().paragraphs[0].text == "Chi bộ họp."


@pytest.mark.parametrize("number", range(len(SAMPLES)))
def test_the_format_is_told_by_content(number: int, sandbox: Sandbox, tmp_path: Path) -> None:
    suffix, data = SAMPLES[number]
    results = []
    for other in (suffix, "pdf" if suffix != "pdf" else "docx", "jpg", ""):
        path = tmp_path / f"bien-ban.{other}"
        path.write_bytes(data)
        with sandbox.start(path, Limits()) as reading:
            results.append(reading.result())
    assert {document.paragraphs for document in results} == {results[0].paragraphs}
    assert {document.source.reader for document in results} == {results[0].source.reader}


def test_the_samples_are_of_every_reader(sandbox: Sandbox, tmp_path: Path) -> None:
    used = set()
    for _, data in SAMPLES:
        (tmp_path / "a").write_bytes(data)
        with sandbox.start(tmp_path / "a", Limits()) as reading:
            used.add(reading.result().source.reader)
    assert used == {reader.name for reader in READERS}
