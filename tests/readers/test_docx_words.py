"""No word of the body is lost, whatever holds it: random documents against their own words."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from .docx_builder import body_texts, cell, paragraph, row, run, table

Piece = tuple[str, list[str]]
"""Markup and the words that must be read from it."""

SYLLABLES = ["Chi", "bộ", "thống", "nhất", "giao", "đồng", "chí", "12", "kết", "luận"]


def joined(pieces: list[Piece], around: str = "{}") -> Piece:
    markup = "".join(piece for piece, _ in pieces)
    return around.format(markup), [word for _, words in pieces for word in words]


def wrapped(inner: st.SearchStrategy[Piece], *arounds: str) -> st.SearchStrategy[Piece]:
    return st.builds(
        lambda pieces, around: joined(pieces, around),
        st.lists(inner, min_size=1, max_size=2),
        st.sampled_from(arounds),
    )


RUNS = st.sampled_from(SYLLABLES).map(lambda word: (run(f" {word} "), [word]))
BREAKS = st.sampled_from(
    ["<w:r><w:br/></w:r>", "<w:r><w:tab/></w:r>", '<w:r><w:br w:type="page"/></w:r>',
     "<w:r><w:lastRenderedPageBreak/></w:r>", '<w:bookmarkStart w:id="1"/>', "<w:proofErr/>"]
).map(lambda markup: (markup, []))  # fmt: skip
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>LỆNH</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{}'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
GONE = ("<w:del>{}</w:del>", "<w:moveFrom>{}</w:moveFrom>")
INLINE = st.recursive(
    RUNS | BREAKS,
    lambda inner: wrapped(
        inner,
        "<w:ins>{}</w:ins>", "<w:moveTo>{}</w:moveTo>", "<w:hyperlink>{}</w:hyperlink>",
        "<w:smartTag>{}</w:smartTag>", "<w:fldSimple>{}</w:fldSimple>", FIELD,
        "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>",
        "<mc:AlternateContent><mc:Choice Requires='wps'>{0}</mc:Choice>"
        "<mc:Fallback>{0}</mc:Fallback></mc:AlternateContent>",
    )
    | wrapped(inner, *GONE).map(lambda piece: (piece[0], [])),
    max_leaves=5,
)  # fmt: skip
PARAGRAPHS = st.lists(INLINE, max_size=3).map(lambda pieces: joined(pieces, "<w:p>{}</w:p>"))


def text_boxes(blocks: st.SearchStrategy[Piece]) -> st.SearchStrategy[Piece]:
    box = "<w:txbxContent>{0}</w:txbxContent>"
    return wrapped(
        blocks,
        f"<w:p><w:r><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></w:r></w:p>",
        f"<w:p><w:r><w:pict><v:textbox>{box}</v:textbox></w:pict></w:r></w:p>",
    )


def tables(blocks: st.SearchStrategy[Piece]) -> st.SearchStrategy[Piece]:
    cells = st.lists(blocks, min_size=1, max_size=2).map(
        lambda pieces: joined([*pieces, ("<w:p/>", [])])
    )
    filled = cells.map(lambda piece: (cell(piece[0]), piece[1]))
    rows = st.lists(filled, min_size=1, max_size=3).map(
        lambda pieces: (row(*(markup for markup, _ in pieces)), joined(pieces)[1])
    )
    return st.lists(rows, min_size=1, max_size=3).map(
        lambda pieces: (table(*(markup for markup, _ in pieces)), joined(pieces)[1])
    )


BLOCKS = st.recursive(
    PARAGRAPHS,
    lambda inner: tables(inner)
    | text_boxes(inner)
    | wrapped(inner, "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
              "<w:customXml>{}</w:customXml>"),
    max_leaves=6,
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(BLOCKS, min_size=1, max_size=3).map(joined))
def test_every_word_is_read_once(piece: Piece) -> None:
    markup, words = piece
    anchor = paragraph("Mốc")
    with TemporaryDirectory() as folder:
        read = " ".join(body_texts(Path(folder), anchor + markup)).replace("|", " ").split()
    assert Counter(read) == Counter(["Mốc", *words])


@settings(max_examples=60, deadline=None)
@given(st.lists(PARAGRAPHS, min_size=1, max_size=6))
def test_words_of_plain_paragraphs_keep_their_order(pieces: list[Piece]) -> None:
    markup, words = joined(pieces)
    with TemporaryDirectory() as folder:
        read = " ".join(body_texts(Path(folder), paragraph("Mốc") + markup)).split()
    assert read == ["Mốc", *words]
