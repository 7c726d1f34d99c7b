"""What a file that cannot be read is refused with."""

from __future__ import annotations

from pathlib import Path

import pytest

from minutes_nlp.errors import UnreadableInputError

from .docx_builder import read_bytes


def refusal(folder: Path, data: bytes, **limits: int) -> str:
    """Return the Vietnamese words of the refusal of ``data``; they are a line in each language."""
    with pytest.raises(UnreadableInputError) as caught:
        read_bytes(folder, data, **limits)
    for language in ("vi", "en"):
        message = caught.value.message(language)
        assert message
        assert "\n" not in message
    return caught.value.message("vi")
