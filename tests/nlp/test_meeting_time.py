"""Clock times in every style."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_nlp.nlp.meeting_time import after, find_clocks, find_duration


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lúc 19h30 ngày 5/3/2026", time(19, 30)),
        ("vào hồi 19 giờ 30 phút", time(19, 30)),
        ("khai mạc 19:30", time(19, 30)),
        ("20.00 giờ tàu", time(20, 0)),
        ("bảy giờ rưỡi tối", time(19, 30)),
        ("8 giờ kém 15 sáng", time(7, 45)),
        ("hai mươi giờ kém mười lăm", time(19, 45)),
        ("14h05", time(14, 5)),
        ("14h00' ngày", time(14, 0)),
        ("kết thúc lúc 21g15", time(21, 15)),
        ("tối 14/8/2025, 7 giờ 30", time(19, 30)),
        ("2 giờ chiều", time(14, 0)),
        ("mười chín giờ ba mươi phút", time(19, 30)),
        ("7 giờ sáng", time(7, 0)),
        ("họp lúc 2 giờ 15", time(14, 15)),
    ],
)
def test_reads_the_time(text: str, expected: time) -> None:
    assert [clock.time for clock in find_clocks(text)] == [expected]


@pytest.mark.parametrize(
    "text", ["giá 2.50 triệu", "tỷ lệ 1:3:5", "25 hộ", "phòng 302", "30 gì", "19/21 đồng chí"]
)
def test_other_figures_are_no_times(text: str) -> None:
    assert find_clocks(text) == ()


def test_a_span_of_two_times() -> None:
    assert [c.time for c in find_clocks("từ 14h đến 15h40")] == [time(14, 0), time(15, 40)]


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("nghỉ sau 1 tiếng rưỡi", 90), ("kéo dài 95 phút", 95), ("sau hai tiếng 15 phút", 135)],
)
def test_durations(text: str, minutes: int) -> None:
    found = find_duration(text)
    assert found is not None
    assert found[0] == minutes


@given(st.integers(13, 23), st.integers(0, 59))
def test_every_24_hour_notation_agrees(hour: int, minute: int) -> None:
    texts = [f"{hour}h{minute:02}", f"{hour} giờ {minute:02} phút", f"{hour}:{minute:02}"]
    times = {clock.time for text in texts for clock in find_clocks(f"lúc {text}.")}
    assert times == {time(hour, minute)}


@given(st.integers(6, 20), st.integers(1, 180))
def test_later_on_the_same_day(hour: int, minutes: int) -> None:
    later = after(time(hour), minutes)
    assert later.hour * 60 + later.minute - hour * 60 == minutes
