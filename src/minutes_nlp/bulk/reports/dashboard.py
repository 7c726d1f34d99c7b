"""The pages of a review: an index, lists of cells, and a page for each cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

from markupsafe import Markup

from minutes_nlp.bulk.across.documents import Line, read_lines
from minutes_nlp.bulk.across.follow_up import OpenTask
from minutes_nlp.bulk.across.near_copies import Copy
from minutes_nlp.bulk.reports.charts import charts
from minutes_nlp.bulk.reports.months_table import months_table
from minutes_nlp.bulk.reports.review import NOT_KNOWN, READ, Review, by_unit, records
from minutes_nlp.bulk.reports.side_by_side import Beside, side_by_side
from minutes_nlp.bulk.reports.summary import findings_by_check, sums
from minutes_nlp.bulk.reports.words import word
from minutes_nlp.bulk.store import open_store
from minutes_nlp.renderers.html_report import environment, template_file

MOST_BYTES: Final = 2_000_000
UNITS_A_PAGE: Final = 300
_MONTHS_SHOWN: Final = 24


@dataclass(frozen=True, slots=True)
class _Limits:
    """How much a page shows; the rest is in the workbook, and the page says so."""

    rows: int = 400
    findings: int = 800
    tasks: int = 60
    pairs: int = 12
    paragraphs: int = 8

    def halved(self) -> _Limits:
        """Return limits for a page that came out too large."""
        return _Limits(**{name: max(1, number // 2) for name, number in asdict(self).items()})


@dataclass(frozen=True, slots=True)
class Pair:
    """Two documents that are alike, with the paragraphs that are."""

    copy: Copy
    beside: tuple[Beside, ...]


def pages(review: Review, store: str | Path) -> Iterator[tuple[str, str]]:
    """Yield file name and text of each page, each under 2 MB: ``index.html`` first.

    Args:
        review: what to show.
        store: the store it was made from; the texts of copies are read from it.
    """
    units = review.units()
    names = {unit: f"unit-{number:04}.html" for number, unit in enumerate(units, start=1)}
    yield "index.html", _index(review, names)
    for number in range(1, len(_chunks(units))):
        yield _list_name(number), _list(review, names, number)
    texts = _texts_of_copies(review, store)
    cells = by_unit(review)
    for unit in units:
        yield names[unit], _unit(cells[unit], unit, names, texts)


def _render(template: str, limits: _Limits, review: Review, **values: Any) -> str:
    return (
        environment()
        .get_template(template)
        .render(
            say=lambda key: word(key, review.language),
            language=review.language,
            limits=limits,
            style=Markup(template_file("review.css")),  # our own file, no text of the minutes
            **values,
        )
    )


def _fitting(render: Any) -> str:
    """Return the page with the widest limits under which it is small enough."""
    limits = _Limits()
    while True:
        text = str(render(limits))
        if len(text.encode()) < MOST_BYTES or limits == limits.halved():
            return text
        limits = limits.halved()


def _chunks(units: Sequence[str]) -> list[Sequence[str]]:
    return [units[at : at + UNITS_A_PAGE] for at in range(0, len(units), UNITS_A_PAGE)] or [()]


def _list_name(number: int) -> str:
    return "index.html" if number == 0 else f"units-{number + 1:03}.html"


def _index(review: Review, names: Mapping[str, str]) -> str:
    files = review.files
    triage = records(files[~files["outcome"].isin(["analysed", "duplicate"])])
    return _fitting(
        lambda limits: _render(
            "review_index.html.j2",
            limits,
            review,
            sums=list(sums(review)),
            checks=list(findings_by_check(review)),
            charts=charts(review),
            triage=triage,
            duplicates=records(files[files["outcome"] == "duplicate"]),
            copies=review.across.copies,
            nothing_own=review.across.nothing_own,
            **_table(review, names, 0),
        )
    )


def _list(review: Review, names: Mapping[str, str], number: int) -> str:
    return _fitting(
        lambda limits: _render(
            "review_units.html.j2", limits, review, **_table(review, names, number)
        )
    )


def _table(review: Review, names: Mapping[str, str], number: int) -> dict[str, Any]:
    chunks = _chunks(list(names))
    table = months_table(review, list(chunks[number]))
    months = table.months[-_MONTHS_SHOWN:]
    return {
        "names": names,
        "months": months,
        "rows": [(unit, values[-len(months) :] if months else []) for unit, values in table.rows()],
        "lists": [(_list_name(place), chunk) for place, chunk in enumerate(chunks)],
        "here": _list_name(number),
    }


def _unit(
    review: Review, unit: str, names: Mapping[str, str], texts: Mapping[str, Sequence[Line]]
) -> str:
    copies, findings = review.across.copies, review.findings
    return _fitting(
        lambda limits: _render(
            "review_unit.html.j2",
            limits,
            review,
            unit=unit,
            names=names,
            charts=charts(review),
            files=records(review.files),
            read=READ,
            findings=records(findings[findings["code"] != "LT002"]),
            tasks=_grouped(review.across.tasks),
            pairs=[_pair(pair, texts, limits) for pair in copies[: limits.pairs]],
            pair_count=len(copies),
            not_known=NOT_KNOWN,
        )
    )


def _grouped(tasks: Sequence[OpenTask]) -> list[OpenTask]:
    """Return findings before what is undecided, each in the order of the minutes."""
    return sorted(tasks, key=lambda task: task.doubt is not None)


def _texts_of_copies(review: Review, store: str | Path) -> dict[str, list[Line]]:
    wanted = {held.path for pair in review.across.copies for held in (pair.first, pair.second)}
    return dict(read_lines(open_store(Path(store)), wanted)) if wanted else {}


def _pair(copy: Copy, texts: Mapping[str, Sequence[Line]], limits: _Limits) -> Pair:
    first, second = texts.get(copy.first.path, ()), texts.get(copy.second.path, ())
    return Pair(copy, tuple(side_by_side(first, second, limits.paragraphs)))
