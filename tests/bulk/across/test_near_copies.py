"""HT006: copies are found through damage; different minutes and templates are not."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as checking
from hypothesis import strategies as st

from minutes_nlp.bulk.across.documents import Held, Line
from minutes_nlp.bulk.across.folding import fold
from minutes_nlp.bulk.across.near_copies import Copy, NothingOwn, near_copies, own_text
from minutes_nlp.bulk.across.shingles import shared, shingles
from tests.bulk.across.building import edited, held, invented, lines

CORPORA = Path(__file__).resolve().parents[3] / "corpora"


def compare(*documents: tuple[Held, list[Line]]) -> tuple[list[Copy], list[NothingOwn]]:
    return near_copies([one for one, _ in documents], [own_text(text) for _, text in documents])


@pytest.mark.parametrize("change", ["no tones", "capitals", "numbers", "some words", "decomposed"])
def test_a_copy_is_found_through_damage(change: str) -> None:
    first = [f"{text} ngày 05 tháng 7 có 12 đồng chí" for text in invented("a")]
    changed = {
        "no tones": [fold(text) for text in first],
        "capitals": [text.upper() for text in first],
        "numbers": [text.replace("05 tháng 7", "04 tháng 8") for text in first],
        "some words": edited(first, 1, words=0.03, dropped=0.1),
        "decomposed": [unicodedata.normalize("NFD", text) for text in first],
    }[change]
    pairs, nothing_own = compare(
        (held("7.txt"), lines(first)),
        (held("8.txt", month="2026-08"), lines(changed)),
        (held("9.txt", month="2026-09"), lines(invented("b"))),
    )
    assert [(p.first.path, p.second.path, p.doubt) for p in pairs] == [("7.txt", "8.txt", None)]
    assert pairs[0].share > (0.7 if change == "some words" else 0.999)
    assert nothing_own == []


def test_a_short_text_inside_a_long_one_is_found() -> None:
    short = invented("short", paragraphs=4)
    long = [*invented("long", paragraphs=40), *short]
    (pair,), _ = compare((held("a"), lines(long)), (held("b", "Chi bộ B", "2026-07"), lines(short)))
    assert pair.share == 1.0
    assert pair.jaccard < 0.2


def test_half_a_copy_is_undecided() -> None:
    first = invented("a", paragraphs=20)
    mixed = [*first[:8], *invented("b", paragraphs=12)]
    (pair,), _ = compare((held("a"), lines(first)), (held("b", "Chi bộ B"), lines(mixed)))
    assert 0.25 < pair.share < 0.5
    assert pair.doubt is not None


@pytest.mark.parametrize("section", ["formalities", "news", "policy_dissemination"])
def test_what_is_handed_down_is_not_compared(section: str) -> None:
    same = lines(invented("bulletin"), section)
    pairs, _ = compare(
        (held("a"), [*same, *lines(invented("a"))]),
        (held("b", "Chi bộ B"), [*same, *lines(invented("b"))]),
    )
    assert pairs == []


def test_what_many_cells_share_is_template_and_a_copy_is_seen_beside_it() -> None:
    template = invented("template", paragraphs=10)
    documents = [(held(f"{n}", f"Chi bộ {n}"), lines([*template, *invented(n)])) for n in range(8)]
    copy = (held("copy", "Chi bộ 3", "2026-08"), lines([*template, *invented(3)]))
    pairs, nothing_own = compare(*documents, copy)
    assert [(p.first.path, p.second.path) for p in pairs] == [("3", "copy")]
    assert nothing_own == []


def test_the_same_text_in_many_cells_is_undecided_and_never_passed() -> None:
    text = invented("circulated")
    documents = [(held(f"{n}", f"Chi bộ {n}"), lines(text)) for n in range(8)]
    pairs, nothing_own = compare(*documents, (held("own", "Chi bộ X"), lines(invented("own"))))
    assert pairs == []
    assert [one.held.path for one in nothing_own] == [str(n) for n in range(8)]


def test_two_papers_of_one_meeting_are_no_copy() -> None:
    text = lines(invented("a"))
    assert compare((held("draft"), text), (held("fair"), text)) == ([], [])


@pytest.mark.parametrize(("unit", "month"), [(None, "2026-07"), ("Chi bộ A", None), (None, None)])
def test_without_cell_or_month_it_is_undecided(unit: str | None, month: str | None) -> None:
    text = lines(invented("a"))
    (pair,), _ = compare((held("a"), text), (held("b", unit, month), text))
    assert pair.doubt is not None


def test_short_texts_are_not_compared() -> None:
    text = lines(["Chi bộ nhất trí với báo cáo và không có ý kiến gì thêm"])
    assert compare((held("a"), text), (held("b", "Chi bộ B"), text)) == ([], [])


@pytest.mark.parametrize("voice", ["office", "terse-quarter", "high-school"])
def test_precision_and_recall_on_documents_of_one_voice(voice: str) -> None:
    """Edited copies of real length and wording against different months of the same cell."""
    records = [
        json.loads(line)
        for line in (CORPORA / f"{voice}.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    texts = [
        [Line(n, p["section"], p["text"]) for n, p in enumerate(record["paragraphs"])]
        for record in records
    ]
    documents = [
        (held(str(n), voice, f"2026-{n % 12 + 1:02}"), text) for n, text in enumerate(texts)
    ]
    copies = [
        (
            held(f"{n} copy", f"{voice} {n % 2}", "2027-01"),
            lines(edited([line.text for line in text], n, words=0.03, dropped=0.1), "thematic"),
        )
        for n, text in enumerate(texts)
    ]
    pairs, _ = compare(*documents, *copies)
    right = {(str(n), f"{n} copy") for n in range(len(texts))}
    assert {(pair.first.path, pair.second.path) for pair in pairs} <= right
    found = {pair.first.path for pair in pairs if pair.doubt is None}
    assert len(found) >= 0.9 * len(texts)


_SOME = ["mot", "hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin"]
words = st.lists(st.sampled_from(_SOME), min_size=5, max_size=60)


@checking(max_examples=60, deadline=None)
@given(st.lists(words, max_size=5), st.lists(words, max_size=5))
def test_a_part_shares_all_its_shingles_with_the_whole(part, rest) -> None:
    part_text = [" ".join(one) for one in part]
    whole = shingles([*part_text, *(" ".join(one) for one in rest)])
    mine = shingles(part_text)
    assert shared(mine, whole) == mine.size
    assert (mine[1:] > mine[:-1]).all()


@checking(max_examples=25, deadline=None)
@given(st.permutations(range(6)))
def test_the_order_of_files_does_not_matter(order) -> None:
    texts = [invented(n // 2) for n in range(6)]
    documents = [(held(str(n), f"Chi bộ {n}"), lines(texts[n])) for n in range(6)]
    pairs, _ = compare(*(documents[n] for n in order))
    assert {(p.first.path, p.second.path) for p in pairs} == {("0", "1"), ("2", "3"), ("4", "5")}
