"""The user's settings: read from TOML, held to what exists."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from minutes_nlp.errors import ExitCode, UsageError
from minutes_nlp.model.labels import Severity
from minutes_nlp.readers.limits import Limits
from minutes_nlp.settings import Settings, load_settings

FULL = """
profile = "hd12-2018"
language = "en"
select = ["kl", "YK002"]
ignore = "KL004"
doubt = 0.1
read_secret = true
[severities]
KL003 = "info"
[thresholds.yk004]
share = 0.4
[limits]
memory_bytes = 900_000_000
reading_seconds = 2.5
page_seconds = 60
"""


def _load(folder: Path, text: str) -> Settings:
    path = folder / "thiet-lap.toml"
    path.write_text(text, encoding="utf-8")
    return load_settings(path)


def test_every_key_is_read(tmp_path: Path) -> None:
    assert _load(tmp_path, FULL) == Settings(
        profile="hd12-2018",
        language="en",
        select=("KL", "YK002"),
        ignore=("KL004",),
        doubt=0.1,
        read_secret=True,
        severities={"KL003": Severity.INFO},
        thresholds={"YK004": {"share": 0.4}},
        limits=Limits(memory_bytes=900_000_000, reading_seconds=2.5, page_seconds=60),
    )


def test_an_empty_file_gives_the_defaults(tmp_path: Path) -> None:
    assert _load(tmp_path, "") == Settings()


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    assert _load(tmp_path, "\ufeffdoubt = 0.5") == Settings(doubt=0.5)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ('selct = ["KL"]', "“selct”.*“select”"),
        ('select = ["KL0O1"]', "“KL0O1”.*“KL001”"),
        ('ignore = [""]', "quy tắc"),
        ("select = 3", "“select”"),
        ('read_secret = "no"', "“read_secret”"),
        ('profile = "hd42"', "“hd42”.*“hd42-2025”"),
        ('language = "vn"', "“vn”.*“vi”"),
        ("doubt = 0", "doubt"),
        ("doubt = 1.5", "doubt"),
        ("doubt = true", "doubt"),
        ("severities = 1", "severities"),
        ("[severities]\nKL001 = 'eror'", "“eror”.*“error”"),
        ("[severities]\nKL01 = 'error'", "“KL01”.*“KL001”"),
        ("[thresholds]\nYK004 = 0.4", "thresholds.YK004"),
        ("[thresholds.YK004]\nshar = 0.4", "“shar”.*“share”"),
        ("[thresholds.YK004]\nshare = 'x'", "YK004.share"),
        ("[thresholds.YK004]\nshare = -1", "YK004.share"),
        ("limits = 3", "limits"),
        ("[limits]\nmemory = 3", "“memory”.*“memory_bytes”"),
        ("[limits]\nmemory_bytes = 0", "“memory_bytes”.*số nguyên"),
        ("[limits]\nmemory_bytes = 1.5", "“memory_bytes”.*số nguyên"),
        ("[limits]\nmemory_bytes = true", "“memory_bytes”.*số nguyên"),
        ("[limits]\npage_seconds = -1", "“page_seconds”"),
        ("[limits]\npage_seconds = inf", "“page_seconds”"),
        ("[limits]\npage_seconds = '5 s'", "“page_seconds”"),
        ("select = [", "TOML"),
    ],
)
def test_an_error_names_what_is_wrong_and_the_nearest(tmp_path, text, named) -> None:
    with pytest.raises(UsageError, match=named) as caught:
        _load(tmp_path, text)
    assert caught.value.exit_code is ExitCode.USAGE
    assert caught.value.text.en != caught.value.text.vi


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"khong-co\.toml"):
        load_settings(tmp_path / "khong-co.toml")


def test_a_file_that_is_no_text_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "thiet-lap.toml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UsageError, match="UTF-8"):
        load_settings(path)


def test_settings_built_in_code_are_held_to_the_same(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="YK999"):
        Settings(select=("YK999",))
    with pytest.raises(UsageError, match="open_files"):
        Settings(limits=Limits(open_files=0))


def test_settings_cross_process_borders() -> None:
    settings = Settings(select=("KL",), thresholds={"YK004": {"share": 0.4}})
    assert pickle.loads(pickle.dumps(settings)) == settings
