"""Zipped documents of every kind that were cut short or have a wrong byte."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minutes_nlp.errors import UnreadableInputError

from .docx_builder import docx, paragraph, read_bytes
from .odt_builder import odt, p
from .refused import refusal

WORDS = "Biên bản họp chi bộ"
PACKAGES = {"docx": docx(paragraph(WORDS)), "odt": odt(p(WORDS))}
each_package = pytest.mark.parametrize("good", PACKAGES.values(), ids=PACKAGES.keys())


@each_package
def test_truncated_archive(tmp_path: Path, good: bytes) -> None:
    assert "hỏng" in refusal(tmp_path, good[: len(good) // 2])


@each_package
@settings(max_examples=80, deadline=None)
@given(st.data())
def test_one_wrong_byte_is_read_or_refused(good: bytes, data: st.DataObject) -> None:
    damaged = bytearray(good)
    damaged[data.draw(st.integers(0, len(good) - 1))] ^= data.draw(st.integers(1, 255))
    with TemporaryDirectory() as folder, suppress(UnreadableInputError):
        assert read_bytes(Path(folder), bytes(damaged)).paragraphs
