"""Cut Rich Text Format into its tokens."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

TokenKind = Literal["open", "close", "word", "symbol", "text"]

_TOKEN: Final = re.compile(
    # In stretches of bounded length: each part of a stretch costs memory while it is matched.
    rb"((?:[^\\{}]+|\\'[0-9A-Fa-f]{2}|\\u-?[0-9]{1,10} ?){1,5000})"
    rb"|\\([A-Za-z]{1,32})(-?[0-9]{1,10})? ?"
    rb"|([{}])"
    rb"|\\(.)"
    rb"|\\",
    re.DOTALL,
)
_MARK: Final = re.compile(rb"\\bin([0-9]{1,10}) ?|\\.|[{}]", re.DOTALL)
_LINE_ENDS: Final = b"\r\n\0"
"""Only how the file was written; ends of paragraphs are words."""


class Token(NamedTuple):
    """One token: ``name`` of a word or symbol, ``number`` after a word, ``data`` of text."""

    kind: TokenKind
    name: str = ""
    number: int | None = None
    data: bytes = b""


_OPEN: Final = Token("open")
_CLOSE: Final = Token("close")


class Tokens:
    """The tokens of a file; groups that hold nothing to read can be jumped over."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._place = 0

    def __iter__(self) -> Iterator[Token]:
        r"""Yield the tokens that are left; bytes behind ``\bin`` are passed over.

        Characters in hexadecimal (``\'e9``) and in Unicode (``\u7901``) are left in the text.
        """
        while match := _TOKEN.match(self._data, self._place):
            self._place = match.end()
            text, word, number, brace, symbol = match.groups()
            if word == b"bin":
                self._place += max(int(number or 0), 0)
            elif word is not None:
                value = None if number is None else int(number)
                yield Token("word", word.decode("ascii"), value)
            elif text is not None:
                yield Token("text", data=text.translate(None, _LINE_ENDS))
            elif brace is not None:
                yield _OPEN if brace == b"{" else _CLOSE
            elif symbol is not None:
                yield Token("symbol", symbol.decode("latin-1"))

    def skip_group(self) -> None:
        """Go to the brace that closes the group that is open now."""
        depth = 0
        while mark := _MARK.search(self._data, self._place):
            sign = mark[0]
            if sign == b"}" and depth == 0:
                self._place = mark.start()
                return
            self._place = mark.end() + int(mark[1] or 0)
            if sign in (b"{", b"}"):
                depth += 1 if sign == b"{" else -1
        self._place = len(self._data)
