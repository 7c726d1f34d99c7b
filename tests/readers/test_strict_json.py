from __future__ import annotations

import json
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_nlp.model.document import Document, Page, PageWord, Source, SourceParagraph
from minutes_nlp.readers.limits import Limits
from minutes_nlp.readers.sandbox.progress import Phase, Stage
from minutes_nlp.readers.sandbox.strict_json import decode, encode

NUMBERS = st.floats(allow_nan=False)
MAYBE = st.none() | st.integers()
WORDS = st.builds(
    PageWord, st.text(), NUMBERS, NUMBERS, NUMBERS, NUMBERS, st.integers(), st.integers(),
    st.integers(), st.none() | NUMBERS,
)  # fmt: skip
DOCUMENTS = st.builds(
    Document,
    st.builds(Source, st.text(), st.text(), st.text(), st.text(), MAYBE, st.booleans()),
    st.lists(
        st.builds(
            SourceParagraph, st.text(), MAYBE, st.sampled_from(["body", "table_row", "text_box"])
        )
    ).map(tuple),
    st.lists(st.text()).map(tuple),
    st.just(()),
    st.lists(st.builds(Page, st.integers(), words=st.lists(WORDS, max_size=3).map(tuple),
                       width=st.integers(), height=st.integers()), max_size=3).map(tuple),
)  # fmt: skip


@given(DOCUMENTS)
def test_documents_come_back_as_they_were(document: Document) -> None:
    back = decode(Document, encode(document))
    assert back == document
    assert repr(back) == repr(document)  # 1 is not 1.0 nor True


@given(st.sampled_from(Phase), MAYBE, MAYBE)
def test_stages_come_back(phase: Phase, page: int | None, pages: int | None) -> None:
    assert decode(Stage, encode(Stage(phase, page, pages))) == Stage(phase, page, pages)


@given(st.binary())
def test_bytes_come_back(data: bytes) -> None:
    assert decode(bytes, encode(data)) == data


@pytest.mark.parametrize(
    "wrong", [b'"a"', b'"YQ==\\n"', b'"Y Q="', b'"\xe1\xba\xa1"', b"1", b"null"]
)
def test_bytes_are_base_64_and_nothing_else(wrong: bytes) -> None:
    with pytest.raises(ValueError, match=r".+"):
        decode(bytes, wrong)


def test_bytes_that_are_no_text_cross() -> None:
    stray = Document(Source("a\udcff", "", "", ""), ())
    assert decode(Document, encode(stray)) == stray
    assert decode(Limits, encode(Limits())) == Limits()


GOOD: dict[str, Any] = json.loads(encode(Document(Source("a", "b", "c", "d"), ())))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=6,
)


@given(st.sampled_from([field.name for field in fields(Document)]), JSON)
def test_anything_else_is_refused_or_a_document(name: str, value: Any) -> None:
    try:
        document = decode(Document, encode({**GOOD, name: value}))
    except ValueError:
        return
    assert json.loads(encode(document)) == {**GOOD, name: value}


def refused(data: bytes) -> bool:
    try:
        decode(Document, data)
    except ValueError:
        return True
    return False


@pytest.mark.parametrize(
    "changed",
    [
        {**GOOD, "more": 1},
        {name: value for name, value in GOOD.items() if name != "pages"},
        {**GOOD, "headers": ["a", 1]},
        {**GOOD, "headers": "ab"},
        {**GOOD, "source": {**GOOD["source"], "pages": True}},
        {**GOOD, "source": {**GOOD["source"], "pages": 1.0}},
        {**GOOD, "source": {**GOOD["source"], "quality": "0.5"}},
        {**GOOD, "source": {**GOOD["source"], "name": None}},
        {**GOOD, "paragraphs": [{"text": "a", "page": None, "kind": "other"}]},
        [],
        None,
    ],
)
def test_what_is_refused(changed: Any) -> None:
    assert refused(json.dumps(changed).encode())


@pytest.mark.parametrize("data", [b"", b"{", b"[" * 100_000, b"\xff"])
def test_no_json(data: bytes) -> None:
    assert refused(data)


def test_classes_that_are_no_data_do_not_cross() -> None:
    @dataclass
    class Odd:
        path: Path

    with pytest.raises(TypeError):
        encode(Odd(Path("a")))
    with pytest.raises(TypeError):
        decode(Path, b"1")
