from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from minutes_nlp.bulk.engine import Budget, Engine, Order
from minutes_nlp.bulk.process_pool import ProcessPool
from minutes_nlp.bulk.run import Summary, run_bulk
from minutes_nlp.bulk.serial import Serial
from minutes_nlp.settings import Settings
from tests.bulk.stub_examiner import STUB

ORDER = Order(examiner=STUB)


def write_files(root: Path, texts: dict[str, str]) -> Path:
    for name, text in texts.items():
        place = root / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
    return root


def many(count: int) -> dict[str, str]:
    """Different texts in folders of cells; every third lacks something."""
    return {
        f"chi-bo-{number % 7}/thang-{number}.txt": f"bản {number}" + " thiếu" * (number % 3 == 0)
        for number in range(count)
    }


def all_bytes(store: Path) -> dict[str, bytes]:
    """Every part of a store by name."""
    return {str(part.relative_to(store)): part.read_bytes() for part in store.rglob("*.parquet")}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "in"


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "store"


@pytest.fixture
def run(root: Path, store: Path) -> Callable[..., Summary]:
    """Bring the store up to date in this process, with the stub."""

    def call(settings: Settings | None = None, **extra: Any) -> Summary:
        order = Order(settings or Settings(), examiner=STUB)
        return run_bulk(root, extra.pop("store", store), lambda: Serial(order), **extra)

    return call


@pytest.fixture
def pool() -> Iterator[Callable[..., Callable[[], Engine]]]:
    """Makers of pools with the stub; whatever they started is ended."""
    started: list[Engine] = []

    def make(jobs: int = 2, examiner: str = STUB, **budget: Any) -> Callable[[], Engine]:
        def start() -> Engine:
            started.append(ProcessPool(Order(Settings(), Budget(**budget), examiner), jobs))
            return started[-1]

        return start

    yield make
    for engine in started:
        engine.close()


@contextmanager
def closing(engine: Engine) -> Iterator[Engine]:
    try:
        yield engine
    finally:
        engine.close()
