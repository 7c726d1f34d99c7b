"""Old encodings in .odt, .rtf and .doc: by font, by content, across runs, in mixed documents."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from minutes_nlp.learning.damage.old_encodings import tcvn3, vni

from .docx_builder import read_bytes, texts
from .odt_builder import odt, p, span, style
from .test_legacy_files import MINUTES
from .word97_builder import WordBuilder, font

FONTS = ("Times New Roman", ".VnTime", "VNI-Times")
Run = tuple[str, str]
"""Text, and the name of its font."""
Write = Callable[[Sequence[Sequence[Run]]], tuple[str, bytes]]


def as_odt(paragraphs: Sequence[Sequence[Run]]) -> tuple[str, bytes]:
    styles = "".join(
        style(f"T{number}", f'fo:font-family="{name}"') for number, name in enumerate(FONTS)
    )
    body = "".join(
        p("".join(span(text, f"T{FONTS.index(name)}") for text, name in runs))
        for runs in paragraphs
    )
    return "a.odt", odt(body, automatic=styles)


def as_rtf(
    paragraphs: Sequence[Sequence[Run]], code_page: int = 1252, charset: int = 0
) -> tuple[str, bytes]:
    """Letters that the code page of the font has are bytes, the others are Unicode."""
    fonts = "".join(
        rf"{{\f{number}\fcharset{charset if '.' in name or 'VNI' in name else 0} {name};}}"
        for number, name in enumerate(FONTS)
    )
    body = ""
    for runs in paragraphs:
        for text, name in runs:
            letters = "".join(
                char
                if char.isascii()
                else rf"\'{ord(char):02x}"
                if ord(char) < 0x100 and (code_page == 1252 or name != FONTS[0])
                else rf"\u{ord(char)}?"
                for char in text
            )
            body += rf"{{\f{FONTS.index(name)} {letters}}}"
        body += r"\par "
    return "a.rtf", rf"{{\rtf1\ansi\ansicpg{code_page}\deff0{{\fonttbl{fonts}}}{body}}}".encode()


def as_rtf_of_vietnamese_windows(paragraphs: Sequence[Sequence[Run]]) -> tuple[str, bytes]:
    return as_rtf(paragraphs, 1258)


def as_rtf_in_vietnamese_fonts(paragraphs: Sequence[Sequence[Run]]) -> tuple[str, bytes]:
    return as_rtf(paragraphs, 1258, charset=163)


def as_doc(paragraphs: Sequence[Sequence[Run]], *, wide: bool = True) -> tuple[str, bytes]:
    word = WordBuilder(fonts=FONTS, wide=wide)
    for runs in paragraphs:
        word.add(*((text, font(FONTS.index(name))) for text, name in runs))
    return "a.doc", word.build()


def as_narrow_doc(paragraphs: Sequence[Sequence[Run]]) -> tuple[str, bytes]:
    return as_doc(paragraphs, wide=False)


WRITERS = [as_odt, as_rtf, as_doc]
RICH = [as_rtf_of_vietnamese_windows, as_rtf_in_vietnamese_fonts]
ENCODINGS = [(tcvn3, ".VnTime"), (vni, "VNI-Times")]


def read(folder: Path, written: tuple[str, bytes]) -> list[str]:
    name, data = written
    return texts(read_bytes(folder, data, name))


def halves(text: str, name: str) -> list[Run]:
    """``text`` in runs that are cut inside its words."""
    return [(text[start : start + 11], name) for start in range(0, len(text), 11)]


@pytest.mark.parametrize("write", [*WRITERS, *RICH, as_narrow_doc])
@pytest.mark.parametrize(("encode", "name"), ENCODINGS)
def test_told_by_the_font(
    tmp_path: Path, write: Write, encode: Callable[[str], str], name: str
) -> None:
    assert read(tmp_path, write([[(encode(text), name)] for text in MINUTES])) == MINUTES


@pytest.mark.parametrize("write", [*WRITERS, as_narrow_doc])
@pytest.mark.parametrize("encode", [tcvn3, vni])
def test_told_by_the_words(tmp_path: Path, write: Write, encode: Callable[[str], str]) -> None:
    typed = [[(encode(text), "Times New Roman")] for text in MINUTES]
    assert read(tmp_path, write(typed)) == MINUTES


@pytest.mark.parametrize("write", WRITERS)
@pytest.mark.parametrize("encode", [tcvn3, vni])
@pytest.mark.parametrize("name", FONTS)
def test_syllables_across_runs_and_fonts_that_lie(
    tmp_path: Path, write: Write, encode: Callable[[str], str], name: str
) -> None:
    assert read(tmp_path, write([halves(encode(text), name) for text in MINUTES])) == MINUTES


@pytest.mark.parametrize("write", [*WRITERS, *RICH])
@pytest.mark.parametrize("name", [".VnTime", "VNI-Times"])
def test_unicode_in_an_old_font(tmp_path: Path, write: Write, name: str) -> None:
    assert read(tmp_path, write([[(text, name)] for text in MINUTES])) == MINUTES


@pytest.mark.parametrize("write", [*WRITERS, *RICH])
@pytest.mark.parametrize(("encode", "name"), ENCODINGS)
def test_old_and_new_paragraphs_and_runs(
    tmp_path: Path, write: Write, encode: Callable[[str], str], name: str
) -> None:
    typed = [
        [(encode(text), name)] if number % 2 else [(text, "Times New Roman")]
        for number, text in enumerate(MINUTES)
    ]
    typed.append([(encode("Đồng chí "), name), ("Đặng Thị Hoà: ", FONTS[0]), (encode("có"), name)])
    assert read(tmp_path, write(typed)) == [*MINUTES, "Đồng chí Đặng Thị Hoà: có"]


@pytest.mark.parametrize("write", WRITERS)
def test_a_foreign_word_in_a_document_of_old_encoding(tmp_path: Path, write: Write) -> None:
    typed = [[(tcvn3(text), ".VnTime")] for text in MINUTES]
    typed[-1].append((" café", "Times New Roman"))
    assert read(tmp_path, write(typed)) == [*MINUTES[:-1], f"{MINUTES[-1]} café"]


def test_a_note_in_unicode_inside_an_old_paragraph(tmp_path: Path) -> None:
    fonts = r"{\fonttbl{\f0 Arial;}{\f1 .VnTime;}}"
    body = r"{\f1 c\'e3 l\'df{\footnote \f0 \u273?\u227? s\u7917?a} g\'b9ch}\par}"
    data = (r"{\rtf1\ansi" + fonts + body).encode()
    assert read(tmp_path, ("a.rtf", data)) == ["có lò (đã sửa) gạch"]
    note = p(span("có lò", "T1").replace("có lò", tcvn3("có lò")) + (
        '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
        "<text:note-body><text:p>đã sửa</text:p></text:note-body></text:note>"
    ))  # fmt: skip
    styles = style("T1", 'fo:font-family=".VnTime"')
    assert read(tmp_path, ("a.odt", odt(note, automatic=styles))) == ["có lò (đã sửa)"]


def test_headers_follow_what_the_body_betrays(tmp_path: Path) -> None:
    fonts = r"{\fonttbl{\f0 Arial;}}"
    lines = r"\par ".join(
        "".join(f"\\'{ord(c):02x}" if ord(c) > 127 else c for c in tcvn3(text)) for text in MINUTES
    )
    header = "".join(f"\\'{ord(c):02x}" if ord(c) > 127 else c for c in tcvn3("chi bộ"))
    data = rf"{{\rtf1\ansi{fonts}{{\header {header}\par}}{lines}\par}}".encode()
    document = read_bytes(tmp_path, data, "a.rtf")
    assert document.headers == ("chi bộ",)
    assert texts(document) == MINUTES
