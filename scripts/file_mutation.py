"""Spoil files as a bad disk, a bad program or a bad person would, repeatably."""

from __future__ import annotations

import io
import re
import struct
import zipfile
from collections.abc import Callable, Sequence
from random import Random
from typing import Final

_MOST_BYTES: Final = 4 * 1024 * 1024
_EDGES: Final = (0, 1, 0x7F, 0x80, 0xFF, 0x7FFF, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFF)
_TAG: Final = re.compile(rb"<[^<>]{1,200}>")
_NUMBER: Final = re.compile(rb"\d+")
_BIG: Final = (b"0", b"-1", b"65536", b"2147483647", b"4294967296", b"99999999999999999999")


def mutate(data: bytes, others: Sequence[bytes], random: Random) -> bytes:
    """Return ``data`` spoilt in one to six ways.

    Args:
        data: a file as it should be.
        others: further files, pieces of which may be put in.
        random: decides everything; the same state gives the same file.
    """
    if data.startswith(b"PK") and random.random() < 0.7:
        data = _with_spoilt_part(data, others, random)
        if random.random() < 0.8:
            return data
    for _ in range(random.randint(1, 6)):
        data = random.choice(_WAYS)(data, others, random)[:_MOST_BYTES]
    return data


def _with_spoilt_part(data: bytes, others: Sequence[bytes], random: Random) -> bytes:
    """Spoil one file inside a zip archive and pack it again, so that the archive itself is good."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
    except (zipfile.BadZipFile, OSError, NotImplementedError, RuntimeError):
        return data
    if not parts:
        return data
    name = random.choice(sorted(parts))
    for _ in range(random.randint(1, 4)):
        parts[name] = random.choice(_WAYS_OF_MARKUP)(parts[name], others, random)[:_MOST_BYTES]
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, content in parts.items():
            archive.writestr(part, content)
    return packed.getvalue()


def _place(data: bytes, random: Random) -> int:
    return random.randrange(len(data) + 1)


def _flip(data: bytes, others: Sequence[bytes], random: Random) -> bytes:
    spoilt = bytearray(data)
    for _ in range(random.choice((1, 1, 4, 32))):
        if spoilt:
            spoilt[random.randrange(len(spoilt))] ^= 1 << random.randrange(8)
    return bytes(spoilt)


def _cut_off(data: bytes, others: Sequence[bytes], random: Random) -> bytes:
    return data[: _place(data, random)]


def _cut_out(data: bytes, others: Sequence[bytes], random: Random) -> bytes:
    start = _place(data, random)
    return data[:start] + data[start + random.choice((1, 2, 16, 512)) :]


def _double(data: bytes, others: Sequence[bytes], random: Random) -> bytes:
    start = _place(data, random)
    piece = data[start : start + random.choice((1, 8, 64, 4096))]
    return data[:start] + piece * random.choice((2, 3, 200)) + data[start:]


def _splice(data: bytes, others: Sequence[bytes], random: Random) -> bytes:
    other = random.choice(others)
    start = _place(other, random)
    piece = other[start : start + random.choice((4, 64, 2048))]
    place = _place(data, random)
    return data[:place] + piece + data[place:]


def _edge_number(data: bytes, others: Sequence[bytes], random: Random) -> bytes:
    code = random.choice(("<B", "<H", ">H", "<I", ">I"))
    size = struct.calcsize(code)
    number = struct.pack(code, random.choice(_EDGES) & ((1 << 8 * size) - 1))
    place = _place(data, random)
    return data[:place] + number + data[place + size :]


def _noise(data: bytes, others: Sequence[bytes], random: Random) -> bytes:
    place = _place(data, random)
    return data[:place] + random.randbytes(random.choice((1, 16, 256))) + data[place:]


def _written_number(data: bytes, others: Sequence[bytes], random: Random) -> bytes:
    return _replace_one(data, _NUMBER, lambda _: random.choice(_BIG), random)


def _tag(data: bytes, others: Sequence[bytes], random: Random) -> bytes:
    change = random.choice(
        (lambda t: b"", lambda t: t * 2, lambda t: t * 500, lambda t: t.replace(b"/", b""))
    )
    return _replace_one(data, _TAG, change, random)


def _replace_one(
    data: bytes, pattern: re.Pattern[bytes], change: Callable[[bytes], bytes], random: Random
) -> bytes:
    places = [match.span() for match in pattern.finditer(data[:200_000])]
    if not places:
        return data
    start, end = random.choice(places)
    return data[:start] + change(data[start:end]) + data[end:]


_WAYS: Final = (
    _flip, _flip, _cut_off, _cut_out, _double, _splice, _edge_number, _noise, _written_number,
)  # fmt: skip
_WAYS_OF_MARKUP: Final = (*_WAYS, _tag, _tag, _tag, _written_number)
