"""Print part of the corpus, scan it badly, read it with Tesseract, and store what came out.

Writes ``corpora/damaged/recognised.jsonl``: two documents of every voice, set in turn in one of
three typefaces and scanned in one of three conditions.  Labels are carried over from the source by
alignment.  ``--realign`` renders and recognises nothing: it carries the labels over anew, after
the annotation changed.  ``--missing`` keeps what is stored and recognises the documents of voices
that have none there; the table of confused letters stays as it is.  ``--report`` prints error
rates only.  Beside it goes the table of
confused letters that simulated noise for training draws on; the voices set apart are not counted.

Needs Pillow, and of Debian: tesseract-ocr tesseract-ocr-vie fonts-liberation2 fonts-freefont-ttf
fonts-linuxlibertine.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from random import Random
from zlib import crc32

from PIL import Image

from minutes_nlp.corpus.records import CorpusRecord, read_records
from minutes_nlp.corpus.voices import corpus_voices
from minutes_nlp.learning import damage
from minutes_nlp.learning.damage.alignment import align, boundaries, carry_over
from minutes_nlp.learning.damage.recognised import STORE, Recognised, stored
from minutes_nlp.learning.damage.recognition_noise import CONFUSIONS, count_confusions
from minutes_nlp.learning.scans.degrading import CONDITIONS, Condition, degraded
from minutes_nlp.learning.scans.rendering import TYPEFACES, Style, Typesetter
from minutes_nlp.readers.line_boxes import Box, straight_lines
from minutes_nlp.readers.line_paragraphs import join_lines

CORPORA = STORE.parent.parent
TABLE = Path(damage.__file__).parent / CONFUSIONS
SET_APART = corpus_voices(CORPORA, "set_apart")
_PER_VOICE = 2


def chosen(records: Iterable[CorpusRecord]) -> list[CorpusRecord]:
    """Return two documents of every voice, the same at every call."""
    by_voice: dict[str, list[CorpusRecord]] = defaultdict(list)
    for record in records:
        if record.is_minutes:
            by_voice[record.voice].append(record)
    return [
        record
        for voice in sorted(by_voice)
        for record in sorted(by_voice[voice], key=lambda r: crc32(f"print {r.id}".encode()))[
            :_PER_VOICE
        ]
    ]


def recognise(record: CorpusRecord, number: int, engine: str) -> Recognised:
    """Print, scan and read one record; ``number`` counts through conditions and typefaces."""
    condition = CONDITIONS[number % len(CONDITIONS)]
    typeface = list(TYPEFACES)[number // len(CONDITIONS) % len(TYPEFACES)]
    random = Random(crc32(f"scan {record.id}".encode()))
    setter = Typesetter(Style.chosen(random, typeface), condition.dpi)
    texts = [paragraph.text for paragraph in record.paragraphs]
    lines: list[list[Box]] = []
    for page, image in enumerate(setter.pages(texts), 1):
        lines += read_page(degraded(image, condition, random), condition, page)
    read = [p.text for p in join_lines(straight_lines(lines))]
    return Recognised(
        source=record.id,
        condition=condition.name,
        typeface=typeface,
        engine=engine,
        paragraphs=tuple(carry_over(record.paragraphs, read)),
    )


def read_page(image: Image.Image, condition: Condition, page: int) -> list[list[Box]]:
    """Return the lines of a page as Tesseract reads them, each as its words."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.png"
        image.save(path, compress_level=1)
        command = ["tesseract", path, "stdout", "-l", "vie", "--dpi", str(condition.dpi), "tsv"]
        environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
        output = subprocess.run(command, capture_output=True, check=True, env=environment).stdout
    return [list(words) for words in _lines(output.decode("utf-8"), page)]


def _lines(table: str, page: int) -> Iterator[Sequence[Box]]:
    rows = [row.split("\t") for row in table.splitlines()[1:]]
    words = [row for row in rows if len(row) == 12 and row[0] == "5" and row[11].strip()]
    for _, line in groupby(words, key=lambda row: row[1:5]):
        yield [
            Box(row[11], x := float(row[6]), y := float(row[7]), x + float(row[8]),
                y + float(row[9]), page)
            for row in line
        ]  # fmt: skip


def engine_version() -> str:
    """Return the name and version of the recogniser."""
    output = subprocess.run(["tesseract", "--version"], capture_output=True, check=True, text=True)
    return output.stdout.splitlines()[0]


def report(documents: Iterable[Recognised], sources: dict[str, CorpusRecord]) -> Iterator[str]:
    """Yield error rates by condition: of characters, and of the beginnings of paragraphs."""
    groups: dict[str, list[Recognised]] = defaultdict(list)
    for document in documents:
        groups[document.condition].append(document)
    for condition, members in sorted(groups.items()):
        wrong = letters = true = found = given = 0
        for member in members:
            source = [p.text for p in sources[member.source].paragraphs]
            read = [p.text for p in member.paragraphs]
            wrong += align(" ".join(source), " ".join(read)).errors
            letters += len(" ".join(source))
            counts = boundaries(source, read)
            true, found, given = true + counts.true, found + counts.found, given + counts.given
        yield (
            f"{condition}: {len(members)} documents, character error rate {wrong / letters:.4f}, "
            f"beginnings of paragraphs found {found / true:.4f}, right {found / given:.4f}"
        )


def realigned(document: Recognised, source: CorpusRecord) -> Recognised:
    """Return the document with the labels that its source has now."""
    texts = [paragraph.text for paragraph in document.paragraphs]
    paragraphs = tuple(carry_over(source.paragraphs, texts))
    return document.model_copy(update={"paragraphs": paragraphs})


def confusions(documents: Iterable[Recognised], sources: dict[str, CorpusRecord]) -> str:
    """Return the table of confused letters as JSON, the voices set apart left out."""
    table = count_confusions(
        (
            " ".join(p.text for p in sources[document.source].paragraphs),
            " ".join(p.text for p in document.paragraphs),
        )
        for document in documents
        if sources[document.source].voice not in SET_APART
    )
    lines = [f"{json.dumps(a, ensure_ascii=False)}: {json.dumps(b, ensure_ascii=False)}"
             for a, b in table.items()]  # fmt: skip
    return "{\n" + ",\n".join(lines) + "\n}\n"


def main(arguments: list[str]) -> int:
    """Recognise, realign or report; return 0."""
    records = [r for r in read_records(CORPORA) if r.is_minutes]
    sources = {record.id: record for record in records}
    if "--report" in arguments:
        documents = list(stored().values())
    elif "--realign" in arguments:
        documents = [
            realigned(document, sources[document.source]) for document in stored().values()
        ]
    else:
        engine = engine_version()
        known = stored() if "--missing" in arguments else {}
        voices = {sources[name].voice for name in known}
        documents = list(known.values())
        for number, record in enumerate(chosen(records)):
            if record.voice not in voices:
                documents.append(recognise(record, number, engine))
                print(f"{record.id}: {documents[-1].condition}", flush=True)
        documents.sort(key=lambda document: document.source)
    if not arguments:
        TABLE.write_text(confusions(documents, sources), encoding="utf-8")
    if "--report" not in arguments:
        STORE.parent.mkdir(exist_ok=True)
        STORE.write_text("".join(d.to_json() + "\n" for d in documents), encoding="utf-8")
    print("\n".join(report(documents, sources)))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
