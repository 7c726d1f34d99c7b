"""Words with boxes become lines, and lines paragraphs, whatever the scan did to the page."""

from collections.abc import Sequence
from math import cos, radians, sin

import pytest

from minutes_nlp.readers.line_boxes import Box, straight_lines
from minutes_nlp.readers.line_paragraphs import join_lines, place_lines

LETTER, HEIGHT, PITCH = 10.0, 20.0, 30.0
LEFT, INDENT, WIDTH = 100.0, 50.0, 700.0


def line(text: str, row: float, left: float = LEFT, page: int = 1) -> list[Box]:
    """Set a line in a typewriter face, ``row`` lines down the page."""
    words, x = [], left
    for word in text.split(" "):
        right = x + LETTER * len(word)
        words.append(Box(word, x, row * PITCH, right, row * PITCH + HEIGHT, page))
        x = right + LETTER
    return words


def wrapped(text: str, indent: float, hanging: float = 0.0) -> list[tuple[str, float]]:
    lines: list[tuple[str, float]] = []
    now, left = "", LEFT + indent
    for word in text.split():
        wider = f"{now} {word}".strip()
        if now and left + LETTER * len(wider) > LEFT + WIDTH:
            lines.append((now, left))
            now, left = word, LEFT + hanging
        else:
            now = wider
    return [*lines, (now, left)]


def page_of(paragraphs: Sequence[str], indent: float = INDENT, gap: float = 0.0) -> list[list[Box]]:
    lines: list[list[Box]] = []
    row = 0.0
    for paragraph in paragraphs:
        for text, left in wrapped(paragraph, indent):
            lines.append(line(text, row, left))
            row += 1
        row += gap
    return lines


def read(lines: Sequence[Sequence[Box]]) -> list[str]:
    return [paragraph.text for paragraph in join_lines(straight_lines(lines))]


PARAGRAPHS = [
    "I. THÔNG TIN THỜI SỰ",
    "Trong tháng bão số năm gây lũ lớn ở ba xã miền núi phía tây của tỉnh ta, nhiều nhà tốc mái, "
    "đường liên thôn sạt lở bốn chỗ và bà con các xã bạn đã sang giúp dọn bùn suốt mười ngày liền.",
    "Đồng chí Lan đề nghị nạo vét mương tổ ba trước mùa mưa, cắt người xem cống hằng đêm và báo "
    "cho trưởng thôn biết ngay khi nước lên quá vạch đỏ ở chân cầu.",
    "- Giao đồng chí Sơn.",
    "- Giao đồng chí Hòa lo tiền công thợ.",
]


@pytest.mark.parametrize(("indent", "gap"), [(INDENT, 0.0), (INDENT, 0.6), (0.0, 0.6), (0.0, 0.0)])
def test_paragraphs_are_found_by_indent_by_gap_or_by_room_left(indent: float, gap: float) -> None:
    assert read(page_of(PARAGRAPHS, indent, gap)) == PARAGRAPHS


@pytest.mark.parametrize("degrees", [-1.5, 0.7])
def test_a_page_that_lies_askew_is_straightened(degrees: float) -> None:
    slope = radians(degrees)

    def turned(word: Box) -> Box:
        x = word.left * cos(slope) - word.top * sin(slope)
        y = word.left * sin(slope) + word.top * cos(slope)
        return Box(word.text, x, y, x + word.right - word.left, y + word.height)

    lines = [[turned(word) for word in words] for words in page_of(PARAGRAPHS)]
    assert read(lines) == PARAGRAPHS


def test_columns_side_by_side_become_one_line() -> None:
    left, right = line("ĐẢNG BỘ XÃ A", 0), line("ĐẢNG CỘNG SẢN VIỆT NAM", 0, LEFT + 400)
    lines = [left, line("CHI BỘ THÔN B", 1), right, *page_of(PARAGRAPHS[1:3])[2:]]
    assert straight_lines(lines)[0].text == "ĐẢNG BỘ XÃ A | ĐẢNG CỘNG SẢN VIỆT NAM"


def test_a_paragraph_goes_on_over_the_page_and_page_numbers_go() -> None:
    lines = page_of(PARAGRAPHS[:3])
    first, second = lines[:3], lines[3:]
    moved = [[Box(w.text, w.left, w.top, w.right, w.bottom, 2) for w in words] for words in second]
    number = line("2", -2, LEFT + WIDTH / 2, page=2)
    paragraphs = join_lines(straight_lines([*first, number, *moved]))
    assert [p.text for p in paragraphs] == PARAGRAPHS[:3]
    assert [p.page for p in paragraphs] == [1, 1, 2]


def test_a_bullet_hangs_together_with_its_further_lines() -> None:
    item = (
        "- Giao đồng chí Hòa lo tiền công thợ, mua xi măng, gọi người chở cát về sân nhà văn hóa."
    )
    lines = [
        line(text, row, left)
        for row, (text, left) in enumerate(
            [*wrapped(item, INDENT, INDENT + 20), *wrapped(PARAGRAPHS[1], INDENT)]
        )
    ]
    assert read(lines) == [item, PARAGRAPHS[1]]


def test_dirt_is_swept_from_lines() -> None:
    lines = page_of(PARAGRAPHS[:3])
    spoiled = [[Box("~", 10, 5, 18, 25), *lines[0]], *lines[1:], line("'", 40, 300)]
    assert read(spoiled) == PARAGRAPHS[:3]


def test_no_lines_make_no_paragraph() -> None:
    assert read([]) == []


def test_every_word_is_placed_in_its_paragraph() -> None:
    lines = [
        [Box("Đồng", 10, 0, 50, 20, confidence=0.9), Box("chí", 55, 0, 80, 20, confidence=0.8)],
        [Box("ĐẢNG", 10, 60, 60, 80), Box("CỘNG", 400, 60, 450, 80)],
    ]
    paragraphs = place_lines(straight_lines(lines))
    assert [p.text for p in paragraphs] == ["Đồng chí", "ĐẢNG | CỘNG"]
    for paragraph in paragraphs:
        assert [paragraph.text[a:b] for _, a, b in paragraph.words] == [
            word.text for word, _, _ in paragraph.words
        ]
    assert [word.confidence for word, _, _ in paragraphs[0].words] == [0.9, 0.8]
    assert [word.left for word, _, _ in paragraphs[1].words] == [10, 400]
