from pathlib import Path

import pytest

from minutes_nlp.readers.number_formats import format_bullet, format_number

from .docx_builder import body_texts, paragraph, row, run, table


def level(index: int, text: str, number_format: str = "decimal", extra: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{number_format}"/>'
        f'{extra}<w:lvlText w:val="{text}"/></w:lvl>'
    )


def abstract(list_id: int, *levels: str, extra: str = "") -> str:
    return f'<w:abstractNum w:abstractNumId="{list_id}">{extra}{"".join(levels)}</w:abstractNum>'


def instance(number: int, abstract_id: int, inside: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract_id}"/>{inside}</w:num>'


def item(text: str, number: int = 1, ilvl: int = 0, extra: str = "") -> str:
    reference = f'<w:numPr><w:ilvl w:val="{ilvl}"/><w:numId w:val="{number}"/></w:numPr>'
    return paragraph(text, reference + extra)


OUTLINE = (
    level(0, "%1.", "upperRoman"),
    level(1, "%2.", "decimal"),
    level(2, "%3)", "lowerLetter"),
    level(3, "-", "bullet"),
)


def test_levels_count_and_restart_below_their_parent(tmp_path: Path) -> None:
    numbering = abstract(0, *OUTLINE) + instance(1, 0)
    body = (
        item("Phần một") + item("mục", 1, 1) + item("ý", 1, 2) + item("ý nữa", 1, 2)
        + item("chấm", 1, 3) + item("mục", 1, 1) + item("ý", 1, 2)
        + paragraph("không số") + item("Phần hai") + item("mục", 1, 1)
    )  # fmt: skip
    assert body_texts(tmp_path, body, numbering=numbering) == [
        "I. Phần một", "1. mục", "a) ý", "b) ý nữa", "- chấm", "2. mục", "a) ý",
        "không số", "II. Phần hai", "1. mục",
    ]  # fmt: skip


def test_compound_numbers_and_legal_numbering(tmp_path: Path) -> None:
    numbering = abstract(
        0,
        level(0, "%1.", "upperRoman"),
        level(1, "%1.%2."),
        level(2, "%1.%2.%3", extra="<w:isLgl/>"),
    ) + instance(1, 0)
    body = item("a") + item("b", 1, 1) + item("c", 1, 2)
    assert body_texts(tmp_path, body, numbering=numbering) == ["I. a", "I.1. b", "1.1.1 c"]


def test_a_missing_parent_counts_as_its_start(tmp_path: Path) -> None:
    numbering = abstract(0, level(0, "%1."), level(1, "%1.%2.")) + instance(1, 0)
    assert body_texts(tmp_path, item("a", 1, 1), numbering=numbering) == ["1.1. a"]


def test_instances_share_the_count_unless_they_override_the_start(tmp_path: Path) -> None:
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    numbering = (
        abstract(0, level(0, "%1.")) + instance(1, 0) + instance(2, 0) + instance(3, 0, override)
    )
    body = item("a", 1) + item("b", 2) + item("c", 3) + item("d", 3) + item("e", 1)
    assert body_texts(tmp_path, body, numbering=numbering) == [
        "1. a", "2. b", "5. c", "6. d", "7. e",
    ]  # fmt: skip


def test_an_override_may_replace_a_level(tmp_path: Path) -> None:
    override = f'<w:lvlOverride w:ilvl="0">{level(0, "Điều %1.")}</w:lvlOverride>'
    numbering = abstract(0, level(0, "%1)")) + instance(1, 0, override)
    assert body_texts(tmp_path, item("a"), numbering=numbering) == ["Điều 1. a"]


@pytest.mark.parametrize(("restart", "last"), [(0, "3) d"), (1, "1) d")])
def test_level_restart(tmp_path: Path, restart: int, last: str) -> None:
    numbering = abstract(
        0, level(0, "%1."), level(1, "%2)", extra=f'<w:lvlRestart w:val="{restart}"/>')
    ) + instance(1, 0)
    body = item("a") + item("b", 1, 1) + item("c", 1, 1) + item("x") + item("d", 1, 1)
    assert body_texts(tmp_path, body, numbering=numbering)[-1] == last


def test_numbers_by_style_and_inherited_style(tmp_path: Path) -> None:
    def style(name: str, based_on: str, reference: str) -> str:
        return (
            f'<w:style w:type="paragraph" w:styleId="{name}"><w:basedOn w:val="{based_on}"/>'
            f"<w:pPr>{reference}</w:pPr></w:style>"
        )

    styles = (
        style("H1", "Normal", '<w:numPr><w:numId w:val="1"/></w:numPr>')
        + style("H2", "H1", '<w:numPr><w:ilvl w:val="1"/></w:numPr>')
        + style("H1x", "H1", "")
        + style("Plain", "H1", '<w:numPr><w:numId w:val="0"/></w:numPr>')
    )
    numbering = abstract(
        0,
        level(0, "%1.", "upperRoman", '<w:pStyle w:val="H1"/>'),
        level(1, "%2.", extra='<w:pStyle w:val="H2"/>'),
    ) + instance(1, 0)
    body = "".join(
        paragraph(text, f'<w:pStyle w:val="{name}"/>')
        for text, name in [("a", "H1"), ("b", "H2"), ("c", "H1x"), ("d", "Plain")]
    )
    assert body_texts(tmp_path, body, numbering=numbering, styles=styles) == [
        "I. a", "1. b", "II. c", "d",
    ]  # fmt: skip


def test_a_list_style_stands_for_the_list_that_defines_it(tmp_path: Path) -> None:
    numbering = (
        abstract(0, extra='<w:numStyleLink w:val="L"/>')
        + abstract(1, level(0, "%1/"), extra='<w:styleLink w:val="L"/>')
        + instance(1, 0)
    )
    assert body_texts(tmp_path, item("a"), numbering=numbering) == ["1/ a"]


def test_direct_zero_takes_the_number_off(tmp_path: Path) -> None:
    numbering = abstract(0, level(0, "%1.")) + instance(1, 0)
    assert body_texts(tmp_path, item("a", 0), numbering=numbering) == ["a"]


def test_empty_items_count_but_are_left_out(tmp_path: Path) -> None:
    numbering = abstract(0, level(0, "%1.")) + instance(1, 0)
    body = item("a") + item(run("")) + item("b")
    assert body_texts(tmp_path, body, numbering=numbering) == ["1. a", "3. b"]


def test_items_whose_mark_is_deleted_do_not_count(tmp_path: Path) -> None:
    numbering = abstract(0, level(0, "%1.")) + instance(1, 0)
    gone = item("b ", extra="<w:rPr><w:del/></w:rPr>")
    body = item("a") + gone + item("c")
    assert body_texts(tmp_path, body, numbering=numbering) == ["1. a", "2. b c"]


def test_items_in_tables_are_numbered(tmp_path: Path) -> None:
    numbering = abstract(0, level(0, "%1.")) + instance(1, 0)
    body = table(
        row(f"<w:tc>{item('a')}</w:tc>", "x"), row(f"<w:tc>{item('b')}</w:tc>", "y")
    )  # fmt: skip
    assert body_texts(tmp_path, body, numbering=numbering) == ["1. a | x", "2. b | y"]


def test_suffix_nothing_joins_the_label(tmp_path: Path) -> None:
    numbering = abstract(0, level(0, "%1-", extra='<w:suff w:val="nothing"/>')) + instance(1, 0)
    assert body_texts(tmp_path, item("a"), numbering=numbering) == ["1-a"]


@pytest.mark.parametrize(
    ("number", "number_format", "written"),
    [
        (4, "decimal", "4"),
        (4, "decimalZero", "04"),
        (14, "decimalZero", "14"),
        (4, "upperRoman", "IV"),
        (1999, "lowerRoman", "mcmxcix"),
        (4000, "upperRoman", "4000"),
        (0, "upperRoman", "0"),
        (26, "lowerLetter", "z"),
        (27, "lowerLetter", "aa"),
        (54, "upperLetter", "BBB"),
        (10**9, "lowerLetter", "1000000000"),
        (4, "none", ""),
        (4, "vietnameseCounting", "4"),
    ],
)
def test_number_formats(number: int, number_format: str, written: str) -> None:
    assert format_number(number, number_format) == written


@pytest.mark.parametrize(
    ("sign", "bullet"),
    [("\uf0b7", "-"), ("•", "-"), ("", "-"), ("+", "+"), ("*", "*"), ("-", "-"), ("–", "-")],
)
def test_bullets(sign: str, bullet: str) -> None:
    assert format_bullet(sign) == bullet
