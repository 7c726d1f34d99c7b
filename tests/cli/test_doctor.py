"""``minutes-nlp doctor`` tries every part and says what is missing."""

import sys

import pytest

from minutes_nlp import doctor
from minutes_nlp.errors import ExitCode, MissingProgramError
from minutes_nlp.model.language import Text
from minutes_nlp.readers.scan import tesseract


def test_everything_that_the_tests_need_is_there() -> None:
    found = list(doctor.examine())
    assert len(found) == 7
    assert [part for part in found if part.code is not ExitCode.CLEAN] == []
    assert all(part.detail.vi and part.detail.en for part in found)


def test_a_missing_part_names_its_cure_and_the_others_are_tried(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(tesseract, "model_folder", _missing)
    *others, last = doctor.examine()
    assert last.code is ExitCode.MISSING_PROGRAM
    assert last.detail.vi == "hãy cài tesseract-ocr-vie"
    assert {part.code for part in others} == {ExitCode.CLEAN}


def test_a_missing_extra_is_one_line_with_its_cure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    missing = [part for part in doctor.examine() if part.code is not ExitCode.CLEAN]
    assert [part.part.en for part in missing] == ["Local page"]
    assert 'pip install "minutes-nlp[serve]"' in missing[0].detail.en


def test_a_broken_part_is_told_without_its_inside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("minutes_nlp.nlp.segmenter.segment", lambda lines: [["khác"]])
    broken = [part for part in doctor.examine() if part.code is ExitCode.INTERNAL]
    assert [part.part.en for part in broken] == ["Word segmentation"]
    assert "RuntimeError" in broken[0].detail.vi


def _missing() -> None:
    raise MissingProgramError(Text("hãy cài tesseract-ocr-vie", "install tesseract-ocr-vie"))
