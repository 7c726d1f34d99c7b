"""``minutes-nlp evaluate``: wrong calls end at once, before anything is fitted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT, Call

Run = Callable[..., Call]


def test_an_unknown_grouping_lists_the_known(call: Run) -> None:
    done = call("evaluate", "--corpus", str(ROOT / "corpora"), "--by", "voice,colour")
    assert done.code == 2
    assert done.out == ""
    assert len(done.err.splitlines()) == 1
    for name in ("colour", "voice", "damage", "era", "type"):
        assert name in done.err


@pytest.mark.parametrize("folds", ["1", "1000"])
def test_folds_must_fit_the_corpus(call: Run, folds: str) -> None:
    done = call("evaluate", "--corpus", str(ROOT / "corpora"), "--folds", folds)
    assert done.code == 2
    assert "--folds" in done.err


@pytest.mark.parametrize("option", ["--json", "--html"])
def test_a_missing_folder_is_told_before_measuring(call: Run, folder: Path, option: str) -> None:
    target = folder / "nowhere" / "figures"
    done = call("evaluate", "--corpus", str(ROOT / "corpora"), option, str(target))
    assert done.code == 2
    assert "nowhere" in done.err


def test_a_missing_corpus_is_named(call: Run, folder: Path) -> None:
    done = call("evaluate", "--corpus", str(folder / "nowhere"))
    assert done.code == 2
    assert "nowhere" in done.err
