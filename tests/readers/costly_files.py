"""Files built to cost time or memory that hide it from a look at their bytes."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterator
from pathlib import Path

from tests.readers.hostile_files import HostileFile
from tests.readers.word97_builder import compound_file

FIXTURES = Path(__file__).parent / "fixtures"
_PADDING = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a")
_PIXELS = 7_000
"""Of a side: 49 million in all, just under the limit."""


def costly_files() -> Iterator[HostileFile]:
    """Yield files that need no other packages than the readers of text."""
    yield HostileFile("password.pdf", (FIXTURES / "password.pdf").read_bytes())
    yield HostileFile("lzw-bomb.pdf", bomb_pdf(lzw_bomb(60), b"/LZWDecode"))
    yield HostileFile("lzw-drawing.pdf", bomb_pdf(lzw_bomb(60, b"q Q "), b"/LZWDecode"))
    yield HostileFile("sealed-bomb.pdf", sealed_bomb(b" ", 300_000_000))
    yield HostileFile("sealed-drawing.pdf", sealed_bomb(b"0 0 m 9 9 l S ", 60_000_000))
    hexed = zlib.compress(b"0 0 m 9 9 l S " * 5_000_000, 9).hex().encode() + b">"
    yield HostileFile("hex-drawing.pdf", bomb_pdf(hexed, b"[/ASCIIHexDecode/FlateDecode]"))
    named = zlib.compress(b"0 0 m 9 9 l S " * 5_000_000, 9)
    yield HostileFile("named-drawing.pdf", bomb_pdf(named, b"/Flate#44ecode"))
    letters = b"BT /F1 9 Tf 1 0 0 1 9 9 Tm " + b"(abc)Tj " * 500_000 + b"ET"
    yield HostileFile("letters.pdf", bomb_pdf(zlib.compress(letters, 9), b"/FlateDecode"))
    sealed = {"EncryptionInfo": bytes(range(256)), "EncryptedPackage": bytes(range(256)) * 40}
    yield HostileFile("sealed.docx", compound_file(sealed))
    head = b"{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}{\\f1 .VnTime;}}"
    for name, unit, tags in (
        ("words", b"\\b", 1),
        ("letters", b"\\'e9", 1),
        ("paragraphs", b"a\\par ", 1),
        ("groups", b"{a}", 1),
        ("fonts", b"\\f1 a\\f0 \xe9", 2),
        ("marks", b"{\\i\\u7879?}", 3),
    ):
        yield HostileFile(f"{name}-limit.rtf", head + unit * (1_999_900 // tags) + b"}", True)


def noisy_pictures() -> Iterator[HostileFile]:
    """Yield pictures of noise just under the limit of pixels; asks for the extra ``ocr``."""
    import cv2
    import numpy as np

    noise = np.random.default_rng(1)
    grey = noise.integers(0, 256, (_PIXELS, _PIXELS), dtype=np.uint8)
    _, jpeg = cv2.imencode(".jpg", grey, [cv2.IMWRITE_JPEG_QUALITY, 12])
    yield HostileFile("noise.jpg", jpeg.tobytes(), readable=True)
    coarse = cv2.resize(grey[::8, ::8], (_PIXELS, _PIXELS), interpolation=cv2.INTER_CUBIC)
    _, jpeg = cv2.imencode(".jpg", coarse, [cv2.IMWRITE_JPEG_QUALITY, 12])
    yield HostileFile("coarse-noise.jpg", jpeg.tobytes(), readable=True)
    _, png = cv2.imencode(".png", (grey > 127).astype(np.uint8) * 255, [cv2.IMWRITE_PNG_BILEVEL, 1])
    yield HostileFile("noise.png", png.tobytes(), readable=True)
    page = np.full((2400, 1700), 255, dtype=np.uint8)
    page[noise.random(page.shape) < 0.1] = 0
    _, png = cv2.imencode(".png", page)
    yield HostileFile("dust.png", png.tobytes(), readable=True)
    colour = noise.integers(0, 256, (6_000, 4_000, 3), dtype=np.uint8)
    _, jpeg = cv2.imencode(".jpg", colour, [cv2.IMWRITE_JPEG_QUALITY, 10])
    yield HostileFile("colour-noise.jpg", jpeg.tobytes(), readable=True)


def bomb_pdf(packed: bytes, packing: bytes, trailer: bytes = b"") -> bytes:
    """Return a page whose content is ``packed`` in the way that ``packing`` names."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        b"/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>",
        b"<</Length %d/Filter%s>>\nstream\n%s\nendstream" % (len(packed), packing, packed),
    ]
    body = b"%PDF-1.5\n"
    for number, content in enumerate(objects, 1):
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    return body + b"trailer\n<</Root 1 0 R/Size 5%s>>\n%%%%EOF\n" % trailer


def sealed_bomb(unit: bytes, size: int) -> bytes:
    """Return a PDF encrypted with an empty password (RC4, 40 bits) that inflates to ``size``."""
    owner, file_id = bytes(32), bytes(16)
    rights = (-4 % (1 << 32)).to_bytes(4, "little")
    key = hashlib.md5(_PADDING + owner + rights + file_id, usedforsecurity=False).digest()[:5]
    own = hashlib.md5(key + (4).to_bytes(3, "little") + bytes(2), usedforsecurity=False)
    packed = rc4(own.digest()[:10], zlib.compress(unit * (size // len(unit)), 9))
    trailer = b"/ID[<%s><%s>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<%s>/U<%s>>>" % (
        file_id.hex().encode(), file_id.hex().encode(), owner.hex().encode(),
        rc4(key, _PADDING).hex().encode(),
    )  # fmt: skip
    return bomb_pdf(packed, b"/FlateDecode", trailer)


def rc4(key: bytes, data: bytes) -> bytes:
    """Return ``data`` encrypted."""
    state, j = list(range(256)), 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    i = j = 0
    out = bytearray()
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)


def lzw_bomb(times: int, unit: bytes = b" ") -> bytes:
    """Return LZW codes of ``unit`` repeated: about 7 MB for each of ``times`` in 6 KB."""
    bits = [f"{256:09b}"]  # begin a new table
    table = {bytes([byte]): byte for byte in range(256)}
    following, place, length = 258, 0, 9
    while following < 4090:
        piece = _next(unit, place)
        while (longer := piece + _next(unit, place + len(piece))) in table:
            piece = longer
        bits.append(f"{table[piece]:0{length}b}")
        table[longer] = following
        following += 1
        place += len(piece)
        length = 9 + (following >= 511) + (following >= 1023) + (following >= 2047)
    # The code that begins a new table is as long as the last one.
    again = "".join(bits[1:]) + f"{256:0{length}b}"
    return _bytes(bits[0] + again * times + f"{257:09b}")


def _next(unit: bytes, place: int) -> bytes:
    return unit[place % len(unit) : place % len(unit) + 1]


def _bytes(bits: str) -> bytes:
    bits += "0" * (-len(bits) % 8)
    return int(bits, 2).to_bytes(len(bits) // 8, "big")
