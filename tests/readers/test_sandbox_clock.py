from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from minutes_nlp.readers.limits import Limits
from minutes_nlp.readers.sandbox.clock import Clock
from minutes_nlp.readers.sandbox.progress import Phase, Stage

LIMITS = Limits(reading_seconds=5, program_seconds=30, page_seconds=10, total_seconds=100)
READING, PROGRAM = Stage(Phase.READING), Stage(Phase.PROGRAM)


def page(number: int) -> Stage:
    return Stage(Phase.RECOGNITION, number)


def test_reading_alone() -> None:
    clock = Clock(LIMITS, 1000.0)
    assert clock.left(1000.0) == 5
    assert clock.left(1004.0) == 1
    assert clock.left(1006.0) < 0
    assert clock.setting(1006.0) == "reading_seconds"


def test_a_phase_goes_on_where_it_was() -> None:
    clock = Clock(LIMITS, 0.0)
    clock.enter(PROGRAM, 2.0)
    assert clock.left(2.0) == 30
    clock.enter(READING, 12.0)
    assert clock.left(12.0) == 3
    clock.enter(PROGRAM, 13.0)
    assert clock.left(13.0) == 20
    assert clock.setting(40.0) == "program_seconds"


def test_each_page_has_its_time() -> None:
    clock = Clock(LIMITS, 0.0)
    clock.enter(page(1), 0.0)
    clock.enter(page(2), 9.0)
    assert clock.left(9.0) == 10
    clock.enter(page(2), 12.0)  # said twice: no more time
    assert clock.left(12.0) == 7
    clock.enter(page(1), 13.0)  # nor for going back
    assert clock.left(13.0) == 6
    assert clock.setting(20.0) == "page_seconds"


def test_pages_without_end_meet_the_total() -> None:
    clock = Clock(LIMITS, 0.0)
    for number in range(1, 13):
        clock.enter(page(number), number * 8.0)
    assert clock.left(96.0) == 4
    assert clock.setting(101.0) == "total_seconds"


STAGES = st.sampled_from([READING, PROGRAM]) | st.integers(-3, 6).map(page)


@given(st.lists(st.tuples(STAGES, st.integers(0, 20)), max_size=40))
def test_no_order_of_reports_wins_more_than_its_pages(stages: list[tuple[Stage, int]]) -> None:
    clock, now = Clock(LIMITS, 0.0), 0
    for stage, seconds in stages:
        clock.enter(stage, now)
        if clock.left(now + seconds) <= 0:
            break
        now += seconds
    pages = {stage.page for stage, _ in stages if stage.page and stage.page > 0}
    assert now <= min(100, 5 + 30 + 10 * (len(pages) + 1))
