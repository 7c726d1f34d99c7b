"""Time and size of the pictures of pages, in the sandbox, warm.

    python benchmarks/page_pictures.py

Typed pages are those of the PDF fixtures; scans are drawn and damaged as for the accuracy of
recognition, saved as JPEG, as PDF and as TIFF.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

from PIL import Image

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from tests.readers.scanned import page

from minutes_nlp.learning.scans.degrading import Condition, degraded
from minutes_nlp.readers.limits import Limits
from minutes_nlp.readers.page_pictures import PagePicture, page_picture
from minutes_nlp.readers.pictures.drawing import draw_page_picture
from minutes_nlp.readers.pictures.picture import PageView

FIXTURES = Path(__file__).resolve().parents[1] / "tests" / "readers" / "fixtures"
ROUNDS = 9


def main() -> None:
    """Print a table."""
    print(f"{'page':28} {'sandbox':>8} {'in process':>11} {'picture':>20} {'kB':>5}")
    with tempfile.TemporaryDirectory() as folder:
        for name, path, view in pages(Path(folder)):
            picture, seconds = timed(
                lambda path=path, view=view: page_picture(
                    path, 1, turned=view.turned, skew=view.skew, width=view.width
                )
            )
            _, inside = timed(lambda path=path, view=view: draw_page_picture(path, view, Limits()))
            kind = f"{picture.width}x{picture.height} {picture.media_type[6:]}"
            size = len(picture.data) / 1000
            print(
                f"{name:28} {1000 * seconds:6.0f}ms {1000 * inside:9.0f}ms {kind:>20} {size:5.0f}"
            )


def timed(draw: Callable[[], PagePicture]) -> tuple[PagePicture, float]:
    """Return a picture and the median of the seconds that it takes."""
    picture = draw()
    seconds = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        draw()
        seconds.append(time.perf_counter() - start)
    return picture, statistics.median(seconds)


def pages(folder: Path) -> Iterator[tuple[str, Path, PageView]]:
    """Yield pages with a name and how they are shown."""
    for name in ("chromium.pdf", "libreoffice.pdf"):
        yield f"typed, {name}", FIXTURES / name, PageView(1)
    yield "typed, 2400 wide", FIXTURES / "chromium.pdf", PageView(1, width=2400)
    clean = Image.fromarray(page(dpi=300))
    scan = degraded(clean, Condition("scan", dpi=300, skew=1.0, noise=10, blur=0.5), Random(1))
    photo = degraded(
        clean, Condition("photo", dpi=300, noise=10, blur=1.0, skew=2, photo=0.05), Random(1)
    )
    for name, image in (("scan 300 dpi", scan), ("photo", photo)):
        grey = image.convert("L")
        for suffix, mode in (("jpg", "RGB"), ("pdf", "RGB"), ("tif", "L")):
            path = folder / f"{name}.{suffix}"
            grey.convert(mode).save(path, **({} if suffix == "tif" else {"quality": 85}))
            yield f"{name}, {suffix}", path, PageView(1, turned=180, skew=1.0)
    path = folder / "bilevel.tif"
    clean.convert("1").save(path, compression="group4")
    yield "fax 300 dpi, tif", path, PageView(1)


if __name__ == "__main__":
    main()
