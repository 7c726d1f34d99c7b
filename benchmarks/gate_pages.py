"""The pages on which the quality gate is tuned and measured: their images and what they say.

Besides the conditions of :mod:`minutes_nlp.learning.scans.making` there are conditions between
readable and hopeless, where the limit lies, and pages that a gate may take for others: English,
pure noise, blank backs, seals, photographs, tables.  The two halves share neither documents nor
conditions, but for handwriting and the odd pages, of which each has its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import cycle
from pathlib import Path
from random import Random

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageOps

from minutes_nlp.corpus.records import CorpusRecord, read_records
from minutes_nlp.corpus.voices import corpus_voices
from minutes_nlp.learning.scans.degrading import Condition, degraded
from minutes_nlp.learning.scans.making import (
    CONDITIONS,
    HOPELESS,
    ScannedPage,
    make_scan,
    reporting,
    tuning,
)

ROOT = Path(__file__).resolve().parent.parent

_HALVES: dict[str, tuple[Condition, ...]] = {
    "tuning": (
        CONDITIONS["clean-300"],
        CONDITIONS["scan-200"],
        CONDITIONS["shadow-200"],
        CONDITIONS["fax-200"],
        CONDITIONS["turned-90"],
        HOPELESS["coarse-75"],
        HOPELESS["blurred-200"],
        HOPELESS["handwriting-200"],
        Condition("dpi-100", 100, skew=1, blur=0.5, noise=12, quality=50),
        Condition("blur-2.4", 200, skew=1, blur=2.4, noise=10, quality=50),
        Condition("dim-200", 200, skew=2, blur=0.8, noise=24, quality=35, light=0.25),
    ),
    "reporting": (
        CONDITIONS["scan-300"],
        CONDITIONS["scan-150"],
        CONDITIONS["photo-250"],
        CONDITIONS["turned-180"],
        CONDITIONS["turned-270"],
        HOPELESS["dark-200"],
        HOPELESS["crumpled-200"],
        HOPELESS["handwriting-200"],
        Condition("dpi-90", 90, skew=1, blur=0.4, noise=10, quality=60),
        Condition("blur-3", 250, skew=1, blur=3.4, noise=10, quality=50),
        Condition("speckled-200", 200, skew=2, blur=0.7, speckle=0.006, noise=40, quality=30),
    ),
}
_PAGES_EACH = 4
_ODD_EACH = 3

_LADDERS: dict[str, dict[str, tuple[Condition, Condition]]] = {
    "tuning": {
        "few dots": (
            Condition("", 100, skew=1, blur=0.4, noise=10, quality=60),
            Condition("", 72, skew=1, blur=0.5, noise=14, quality=40),
        ),
        "blurred": (
            Condition("", 200, skew=1, blur=1.3, noise=10, quality=50),
            Condition("", 200, skew=1, blur=2.2, noise=10, quality=50),
        ),
        "fax, noise": (
            Condition("", 200, skew=1, blur=0.6, noise=45, bilevel=True),
            Condition("", 200, skew=1, blur=0.8, noise=57, bilevel=True),
        ),
        "low contrast": (
            Condition("", 200, skew=2, blur=0.8, noise=20, quality=50, light=0.4),
            Condition("", 200, skew=2, blur=0.8, noise=24, quality=35, light=0.22),
        ),
    },
    "reporting": {
        "150 dpi, blurred": (
            Condition("", 150, skew=1, blur=0.9, noise=12, quality=60),
            Condition("", 150, skew=1, blur=1.6, noise=12, quality=60),
        ),
        "fax, 150 dpi": (
            Condition("", 150, skew=1, blur=0.5, noise=40, bilevel=True),
            Condition("", 150, skew=1, blur=0.8, noise=62, bilevel=True),
        ),
        "JPEG, 150 dpi": (
            Condition("", 150, skew=1, blur=0.4, noise=8, quality=25),
            Condition("", 150, skew=1, blur=0.6, noise=8, quality=5),
        ),
        "shadow, 150 dpi": (
            Condition("", 150, skew=3, blur=0.7, noise=16, quality=50, shadow=0.75),
            Condition("", 150, skew=3, blur=0.9, noise=24, quality=40, shadow=0.95),
        ),
        "speckled": (
            Condition("", 200, skew=2, blur=0.7, speckle=0.002, noise=30, quality=40),
            Condition("", 200, skew=2, blur=0.7, speckle=0.007, noise=40, quality=30),
        ),
    },
}
"""From readable to hopeless in equal steps, so that many pages lie near the limit."""
_STEPS = 12

_ENGLISH = """\
MINUTES OF THE MONTHLY MEETING
The meeting of the water users was opened at half past seven in the evening by the chairman.
Twenty-one members were present and two had sent their apologies for absence.
The treasurer reported that the fees for the third quarter had been collected in full.
Mrs Walker asked why the pump at the lower sluice had stood idle for more than two weeks.
The engineer replied that a bearing had failed and that the spare part arrived only on Monday.
Mr Hughes suggested that a second pump be bought before the dry season begins.
It was agreed by all those present to clear the northern channel before the end of July.
The secretary will write to the district office and ask for a contribution towards the cost.
There being no further business, the meeting closed at a quarter past nine.
""".splitlines()

_TABLE = [
    "TT | Nội dung công việc | Người phụ trách | Thời hạn",
    "1 | Nạo vét kênh nội đồng khu Đồng Sậy, dài 420 mét | Nguyễn Thị Lan | 20/7/2026",
    "2 | Sửa loa truyền thanh xóm Đông và xóm Trại | Trần Văn Sơn | 25/7/2026",
    "3 | Thu đảng phí quý III của đảng viên trong chi bộ | Phạm Văn Khoái | 30/9/2026",
    "4 | Vận động hộ dân hiến đất mở rộng đường trục thôn | Vũ Đình Soạn | 15/8/2026",
    "5 | Chuẩn bị chuyên đề học tập và làm theo Bác | Đinh Thị Ngân | 05/8/2026",
]


@dataclass(frozen=True)
class GatePage:
    """One page image with what was printed on it; ``kind`` names its condition or oddity."""

    name: str
    half: str
    kind: str
    image: Image.Image
    text: str


def pages(half: str) -> Iterator[GatePage]:
    """Yield the pages of ``"tuning"`` or ``"reporting"``, the same in every call."""
    corpus = ROOT / "corpora"
    split = tuning if half == "tuning" else reporting
    records = split(read_records(corpus), corpus_voices(corpus, "set_apart"))
    Random(half).shuffle(records)
    left = cycle(records)
    for condition in _HALVES[half]:
        for number in range(_PAGES_EACH):
            yield _scanned(half, condition, next(left), number)
    for kind, (first, last) in _LADDERS[half].items():
        for step in range(_STEPS):
            condition = _between(kind, first, last, step / (_STEPS - 1))
            yield _scanned(half, condition, next(left), step)
    for kind, make in _ODD.items():
        for number in range(_ODD_EACH):
            image, text = make(next(left), Random(f"{half} {kind} {number}"), half)
            yield GatePage(f"{half}-{kind}-{number}", half, kind, image, text)


def _scanned(half: str, condition: Condition, record: CorpusRecord, number: int) -> GatePage:
    made = make_scan([p.text for p in record.paragraphs], condition, f"gate {half} {number}")
    page = made[number % len(made)]
    name = f"{half}-{condition.name}-{number}"
    return GatePage(name, half, condition.name, page.image, page.text)


def _between(name: str, first: Condition, last: Condition, share: float) -> Condition:
    """Return the condition that lies so far (0..1) between two others."""

    def mixed(field: str) -> float:
        one, other = getattr(first, field), getattr(last, field)
        return float(one + (other - one) * share)

    measured = {field: mixed(field) for field in ("blur", "speckle", "noise", "shadow", "light")}
    quality = round(mixed("quality")) if first.quality else None
    return replace(first, name=name, dpi=round(mixed("dpi")), quality=quality, **measured)


def _scan(half: str) -> Condition:
    return CONDITIONS["scan-200" if half == "tuning" else "scan-300"]


def _page(record: CorpusRecord, random: Random, paragraphs: int | None = None) -> ScannedPage:
    """Return a clean first page of some paragraphs, at the resolution of 200 dpi."""
    texts = [p.text for p in record.paragraphs][:paragraphs]
    plain = Condition("plain", 200)
    return make_scan(texts, plain, str(random.random()))[0]


def _english(record: CorpusRecord, random: Random, half: str) -> tuple[Image.Image, str]:
    lines = _ENGLISH[:1] + random.sample(_ENGLISH[1:], len(_ENGLISH) - 1)
    page = make_scan(lines * 2, _scan(half), str(random.random()))[0]
    return page.image, page.text


def _noise(record: CorpusRecord, random: Random, half: str) -> tuple[Image.Image, str]:
    grain = np.frombuffer(random.randbytes(1650 * 2330), np.uint8).reshape(2330, 1650)
    image = Image.fromarray(grain).filter(ImageFilter.GaussianBlur(random.choice((1.5, 3, 6))))
    return ImageOps.autocontrast(image), ""


def _blank(record: CorpusRecord, random: Random, half: str) -> tuple[Image.Image, str]:
    return degraded(Image.new("L", (1654, 2339), 252), _scan(half), random), ""


def _show_through(record: CorpusRecord, random: Random, half: str) -> tuple[Image.Image, str]:
    back = ImageOps.mirror(_page(record, random).image).filter(ImageFilter.GaussianBlur(1.5))
    faint = back.point([round(225 + value * 25 / 255) for value in range(256)])
    return degraded(faint, _scan(half), random), ""


def _seal(record: CorpusRecord, random: Random, half: str) -> tuple[Image.Image, str]:
    page = _page(record, random)
    seal = Image.new("L", page.image.size, 255)
    draw = ImageDraw.Draw(seal)
    x, y, radius = random.randint(900, 1200), random.randint(1200, 1900), 140
    for distance, width in ((radius, 7), (radius - 14, 3), (radius - 75, 4)):
        draw.ellipse((x - distance, y - distance, x + distance, y + distance), None, 120, width)
    for angle in range(0, 360, 20):
        at = np.radians(angle)
        place = (x + (radius - 45) * np.cos(at), y + (radius - 45) * np.sin(at))
        draw.rectangle((place[0] - 10, place[1] - 14, place[0] + 10, place[1] + 14), None, 120, 5)
    draw.regular_polygon((x, y, 45), 5, 0, 120)
    darker = Image.fromarray(np.minimum(np.asarray(page.image), np.asarray(seal)))
    _sign(darker, (x - 160, y + 20), random)
    return degraded(darker, _scan(half), random), page.text


def _sign(image: Image.Image, place: tuple[int, int], random: Random) -> None:
    """Draw a signature: one long stroke up and down."""
    x, y = place
    points = [(x + 18 * n, y + random.randint(-60, 60)) for n in range(18)]
    ImageDraw.Draw(image).line(points, 40, 4, "curve")


def _photograph(record: CorpusRecord, random: Random, half: str) -> tuple[Image.Image, str]:
    seed = random.random()
    page = next(
        page
        for paragraphs in range(14, 0, -1)
        if _is_white_below(page := _page(record, Random(seed), paragraphs), 1450)
    )
    grain = np.frombuffer(random.randbytes(12 * 17), np.uint8).reshape(12, 17)
    picture = Image.fromarray(grain).resize((1020, 720), Image.Resampling.BICUBIC)
    page.image.paste(picture, (320, 1500))
    return degraded(page.image, _scan(half), random), page.text


def _is_white_below(page: ScannedPage, row: int) -> bool:
    return bool((np.asarray(page.image)[row:] > 128).all())


def _table(record: CorpusRecord, random: Random, half: str) -> tuple[Image.Image, str]:
    rows = _TABLE[:1] + random.sample(_TABLE[1:], 5)
    page = make_scan(rows * 2, Condition("plain", 200), str(random.random()))[0]
    draw = ImageDraw.Draw(page.image)
    left, right = 30 * 200 / 25.4, 1654 - 18 * 200 / 25.4
    for column in range(5):
        x = left + column * (right - left) / 4
        draw.line([(x, 150), (x, 1500)], 0, 2)
    return degraded(page.image, _scan(half), random), page.text


_ODD = {
    "english": _english,
    "noise": _noise,
    "blank": _blank,
    "show-through": _show_through,
    "seal": _seal,
    "photograph": _photograph,
    "table": _table,
}
