"""How much of the corpus comes back out of old encodings, and what is changed by mistake.

Every document is encoded as old programs stored it and read again: with its font named, without,
every second paragraph or every second word in Unicode.  Paragraphs with letters or signs that the
old encodings lack are left out.  Then text that must stay is read: the corpus itself, with and
without the name of an old font, and English text.  ``--every 10`` encodes every tenth document;
what must stay is always the whole corpus.
"""

from __future__ import annotations

import argparse
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from minutes_nlp.corpus.records import read_records
from minutes_nlp.corpus.voices import corpus_voices
from minutes_nlp.learning.damage.old_encodings import ENCODERS, is_encodable, tcvn3_runs
from minutes_nlp.readers.letters.legacy_text import Run, expected_encoding, unicode_of_paragraph

ROOT = Path(__file__).resolve().parent.parent
FONTS = {"tcvn3": ".VnTime", "vni": "VNI-Times"}
NO_FONT = "Times New Roman"
FOREIGN = """Microsoft® Windows® ½ ¼ ¾ 5 µm 5µm µ ® © § §4 £840 7 × 2 = 14 20 °C ±0,5 m² m³ 1º 2ª
Où est-il ? L'été où l'on créa le Théâtre de l'Opéra. Noël Loïc Zoë François Jérôme Hélène Chloé
Citroën Saïgon Hanoï naïve naïveté déjà vu café crème brûlée Müller Jürgen Köln Zürich Straße
España año señor Núñez Peña niño mañana São Paulo João Ångström Malmö Ærø Øresund smörgåsbord
«Le Monde» ¿Qué? ¡No! l’hôtel à côté de l’île où l’âne a bu Beyoncé Pelé Dvořák Łódź Škoda"""


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=int, default=5)
    every = parser.parse_args().every
    apart = corpus_voices(ROOT / "corpora", "set_apart")
    documents = [
        (
            "set apart" if record.voice in apart else "other voices",
            [unicodedata.normalize("NFC", paragraph.text) for paragraph in record.paragraphs],
        )
        for record in read_records(ROOT / "corpora")
    ]
    _print_restored(documents[::every])
    _print_kept(documents)


def _print_restored(documents: list[tuple[str, list[str]]]) -> None:
    print("| encoding | told by | voices | paragraphs | exact | exact but for case |")
    print("|---|---|---|---|---|---|")
    for encoding in ENCODERS:
        for name, in_runs in _ways(encoding):
            counts: Counter[tuple[str, str]] = Counter()
            for voices, texts in documents:
                paragraphs = [in_runs(index, text) for index, text in enumerate(texts)]
                for text, got in zip(texts, _read(paragraphs), strict=True):
                    if is_encodable(text):
                        counts[voices, "all"] += 1
                        counts[voices, "exact"] += got == text
                        counts[voices, "but for case"] += got.lower() == text.lower()
            for voices in sorted({voices for voices, _ in counts}):
                total = counts[voices, "all"]
                shares = [counts[voices, kind] / total for kind in ("exact", "but for case")]
                cells = " | ".join(f"{share:.4f}" for share in shares)
                print(f"| {encoding} | {name} | {voices} | {total} | {cells} |", flush=True)


def _ways(encoding: str) -> Iterator[tuple[str, Callable[[int, str], list[Run]]]]:
    encode, font = ENCODERS[encoding], FONTS.get(encoding)

    def with_font(_: int, text: str) -> list[Run]:
        return [*tcvn3_runs(text)] if encoding == "tcvn3" else [(encode(text), font)]

    def without_font(_: int, text: str) -> list[Run]:
        return [(encode(text), NO_FONT)]

    def every_second(index: int, text: str) -> list[Run]:
        return [(text, NO_FONT)] if index % 2 else without_font(index, text)

    def every_second_word(index: int, text: str) -> list[Run]:
        runs: list[Run] = []
        for number, word in enumerate(text.split(" ")):
            runs += [(word, NO_FONT)] if number % 2 else with_font(index, word)
            runs.append((" ", NO_FONT))
        return runs[:-1]

    if font:
        yield "font", with_font
    yield "words alone", without_font
    yield "words alone, every second paragraph in Unicode", every_second
    if font:
        yield "font, every second word in Unicode", every_second_word


def _read(paragraphs: list[list[Run]]) -> list[str]:
    expected = expected_encoding("".join(text for text, _ in runs) for runs in paragraphs)
    return [unicode_of_paragraph(runs, expected) for runs in paragraphs]


def _print_kept(documents: list[tuple[str, list[str]]]) -> None:
    print("\n| text that must stay | paragraphs | changed |\n|---|---|---|")
    corpus = [texts for _, texts in documents]
    lines = [
        line
        for path in [ROOT / "LICENSE", ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    foreign = [*FOREIGN.splitlines(), *FOREIGN.split()]
    for name, texts in (("corpus", corpus), ("English pages", [lines]), ("foreign", [foreign])):
        for font in (NO_FONT, *(FONTS.values() if name == "corpus" else ())):
            changed = sum(
                got != text
                for document in texts
                for text, got in zip(document, _read([[(t, font)] for t in document]), strict=True)
            )
            alone = sum(
                unicode_of_paragraph([(text, font)]) != text
                for document in texts
                for text in document
            )
            total = sum(map(len, texts))
            print(f"| {name}, {font} | {total} | {changed} |")
            print(f"| {name}, {font}, each paragraph alone | {total} | {alone} |", flush=True)


if __name__ == "__main__":
    main()
