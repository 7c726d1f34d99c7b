"""The command line with the stub in place of the examiner."""

from __future__ import annotations

from dataclasses import replace

from minutes_nlp.bulk import engines
from minutes_nlp.bulk.engine import Engine, Order
from tests.bulk.stub_examiner import STUB

_engine_of = engines.engine_of


def engine_of(order: Order, jobs: int | None = None, cluster: str | None = None) -> Engine:
    return _engine_of(replace(order, examiner=STUB), jobs, cluster)


if __name__ == "__main__":
    from minutes_nlp.cli.main import run

    engines.engine_of = engine_of
    run()
