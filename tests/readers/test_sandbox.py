"""The sandbox gives what reading in the same process gives, documents and errors alike."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from minutes_nlp.errors import (
    LimitExceededError,
    MinutesNlpError,
    MissingProgramError,
    SecrecyMarkError,
    UnreadableInputError,
)
from minutes_nlp.model.document import Document, Page
from minutes_nlp.model.language import Text
from minutes_nlp.readers.base import READERS, read_document
from minutes_nlp.readers.limits import Limits
from minutes_nlp.readers.sandbox.reading import Sandbox, read_in_sandbox, start_reading
from minutes_nlp.readers.sandbox.strict_json import decode
from minutes_nlp.readers.sandbox.wire import Failure, error_of, failure_frame

from .docx_builder import docx, paragraph, row, run, table, zipped
from .sample_files import samples
from .test_programs import gone

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples"
GENEROUS = Limits(reading_seconds=60)

READABLE = {
    "van-ban.docx": docx(
        paragraph("Biên bản") + table(row("Tổ 1", "đạt")) + paragraph(run("ẩn", "<w:vanish/>")),
        header=paragraph("CHI BỘ"),
        footer=paragraph("Trang 1"),
    ),
    "hai-trang.txt": "Biên bản\fÝ kiến\n".encode(),
    "utf-16.txt": "Biên bản họp chi bộ\nÝ kiến".encode("utf-16"),
    **{f"mau-{number}.{suffix}": data for number, (suffix, data) in enumerate(samples())},
}
UNREADABLE = {
    "rong.docx": b"",
    "khong-chu.txt": b" \n",
    "cat-cut.docx": READABLE["van-ban.docx"][:400],
    "nen.docx": zipped({"a.txt": "a"}),
    "bom.docx": zipped({"[Content_Types].xml": "", "word/document.xml": " " * (40 << 20)}),
    "nhi-phan.bin": bytes(range(256)) * 40,
    "xxe.docx": zipped({"word/document.xml": "<!DOCTYPE a [<!ENTITY b SYSTEM 'c'>]><a>&b;</a>"}),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("files")
    for name, data in {**READABLE, **UNREADABLE}.items():
        (place / name).write_bytes(data)
    (place / "thu-muc").mkdir()
    if hasattr(os, "mkfifo"):
        os.mkfifo(place / "ong")
    return place


Outcome = Document | tuple[type, Text]


def outcome(read: object, path: Path, limits: Limits = GENEROUS) -> Outcome:
    try:
        document: Document = read(path, limits)  # type: ignore[operator]
    except MinutesNlpError as error:
        return type(error), error.text
    return replace(document, pages=tuple(map(without_right_edges, document.pages)))


def without_right_edges(page: Page) -> Page:
    """Pdfium keeps fonts from one file to the next of a process, which moves edges a little."""
    return replace(page, words=tuple(replace(word, right=0.0) for word in page.words))


def test_every_reader_is_tried(folder: Path) -> None:
    """Whoever adds a reader adds a file of its format to READABLE."""
    used = {read_document(folder / name).source.reader for name in READABLE}
    assert used == {reader.name for reader in READERS}


@pytest.mark.parametrize("name", [*READABLE, *UNREADABLE, "thu-muc", "ong", "khong-co.txt"])
def test_same_outcome_as_in_process(folder: Path, name: str) -> None:
    expected = outcome(read_document, folder / name)
    assert isinstance(expected, Document) == (name in READABLE)
    assert outcome(read_in_sandbox, folder / name) == expected


@pytest.mark.parametrize("path", sorted(EXAMPLES.iterdir()), ids=lambda path: path.name)
def test_same_outcome_for_the_examples(path: Path) -> None:
    assert outcome(read_in_sandbox, path) == outcome(read_document, path)


def test_names_of_files_cross_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for raw in ("Biên bản “T7”\n.txt".encode(), b"b\xe1\xbb.txt"):
        path = tmp_path / os.fsdecode(raw)
        try:
            path.write_text("Biên bản", encoding="utf-8")
        except OSError:
            continue  # this disk takes only names that are text
        assert read_in_sandbox(path) == read_document(path)
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("a")
    assert read_in_sandbox(Path("a.txt")) == read_document(Path("a.txt"))
    assert outcome(read_in_sandbox, Path("a\0b")) == outcome(read_document, Path("a\0b"))


def test_limits_of_the_readers_apply(folder: Path) -> None:
    limits = Limits(characters=3, reading_seconds=60)
    for name in READABLE:
        expected = outcome(read_document, folder / name, limits)
        assert outcome(read_in_sandbox, folder / name, limits) == expected
        assert isinstance(expected, tuple)


def test_reading_goes_on_beside_the_caller(folder: Path) -> None:
    with (
        start_reading(folder / "van-ban.docx", GENEROUS) as first,
        start_reading(folder / "hai-trang.txt", GENEROUS) as second,
    ):
        assert second.result() == read_document(folder / "hai-trang.txt")
        assert first.result() == read_document(folder / "van-ban.docx")
        with pytest.raises(RuntimeError):
            first.result()


def test_threads_share_the_sandbox(folder: Path) -> None:
    expected = {name: outcome(read_document, folder / name) for name in [*READABLE, *UNREADABLE]}
    wrong: list[str] = []

    def read_all(names: list[str]) -> None:
        wrong.extend(n for n in names if outcome(read_in_sandbox, folder / n) != expected[n])

    orders = [list(expected), list(expected)[::-1]]
    threads = [threading.Thread(target=read_all, args=(names,)) for names in orders]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


@pytest.mark.parametrize("word", ["good", "fail", "hang", "answer_much", "surroundings"])
def test_where_no_process_can_fork(tmp_path: Path, word: str) -> None:
    """As on Windows: one process a file."""
    place = Sandbox("tests.readers.hostile:read", forks=False)
    path = tmp_path / "a.txt"
    path.write_text(f"{word} {tmp_path / 'note'}")
    limits = Limits(reading_seconds=1 if word == "hang" else 60, result_bytes=1 << 20)
    place.warm_up()
    ((keeper, folder),) = place.running().items()
    if word in ("good", "surroundings"):
        assert place.start(path, limits).result().paragraphs
    else:
        with pytest.raises(UnreadableInputError):
            place.start(path, limits).result()
    assert place.running() == {}
    assert gone(keeper)
    assert not folder.exists()


CROSSING = (UnreadableInputError, LimitExceededError, MissingProgramError, SecrecyMarkError)


@pytest.mark.parametrize("kind", CROSSING)
def test_errors_cross_with_class_and_texts(kind: type[MinutesNlpError]) -> None:
    error = kind(Text("tiếng Việt", "English"))
    back = error_of(decode(Failure, failure_frame(error).payload))
    assert (type(back), back.text, str(back)) == (type(error), error.text, str(error))


def test_a_class_of_a_reader_crosses_as_the_one_above() -> None:
    class OfAReaderError(UnreadableInputError):
        pass

    frame = failure_frame(OfAReaderError(Text("a", "b")))
    assert type(error_of(decode(Failure, frame.payload))) is UnreadableInputError


FORK = """
import os, sys
from pathlib import Path
from minutes_nlp.readers.sandbox.reading import read_in_sandbox, start_reading
path = Path(sys.argv[1])
first = read_in_sandbox(path)
with start_reading(path) as busy, start_reading(path) as other:
    assert other.result() == first
    child = os.fork()
    if child == 0:
        os._exit(0 if read_in_sandbox(path) == first else 1)
    status = os.waitpid(child, 0)[1]
    assert status == 0, status
    assert busy.result() == first
assert read_in_sandbox(path) == first
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="forks")
def test_a_forked_caller_has_keepers_of_its_own(folder: Path) -> None:
    arguments = [sys.executable, "-c", FORK, str(folder / "van-ban.docx")]
    done = subprocess.run(arguments, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr


def test_a_folder_of_modules_is_not_run(tmp_path: Path, folder: Path) -> None:
    """Whoever analyses files in a folder does not run the Python files there."""
    (tmp_path / "zipfile.py").write_text("raise SystemExit('taken over')")
    (tmp_path / "lxml.py").write_text("raise SystemExit('taken over')")
    code = (
        "import sys; sys.path.remove(''); from pathlib import Path; "
        "from minutes_nlp.readers.sandbox.reading import read_in_sandbox; "
        "print(read_in_sandbox(Path(sys.argv[1])).source.reader)"
    )
    arguments = [sys.executable, "-c", code, str(folder / "van-ban.docx")]
    done = subprocess.run(
        arguments, capture_output=True, text=True, cwd=tmp_path, timeout=120, check=False
    )
    assert done.stdout.strip() == "docx", done.stderr
