import json
import shutil
from importlib import resources
from pathlib import Path

import pytest

from minutes_nlp.errors import ExitCode, ModelError
from minutes_nlp.nlp.model_files import NAMES, load_model
from minutes_nlp.nlp.model_writing import read_classifier, same_scores


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    for name in NAMES.values():
        shipped = resources.files("minutes_nlp.trained").joinpath(name)
        (tmp_path / name).write_bytes(shipped.read_bytes())
    return tmp_path


def test_the_shipped_model_loads_and_names_itself(copied: Path) -> None:
    assert (
        load_model(copied).digest
        == json.loads((copied / NAMES["json"]).read_text())["sha256"][NAMES["skops"]]
    )


def test_the_compiled_arrays_are_the_trained_classifier(copied: Path) -> None:
    model = load_model(copied)
    classifier, names = read_classifier((copied / NAMES["skops"]).read_bytes())
    assert names == list(model.rows)
    assert same_scores(model, classifier)


@pytest.mark.parametrize("name", NAMES.values())
def test_a_missing_file_is_named_with_the_cure(copied: Path, name: str) -> None:
    (copied / name).unlink()
    with pytest.raises(ModelError, match=name) as caught:
        load_model(copied)
    assert "minutes-nlp train" in caught.value.message("vi")
    assert caught.value.exit_code is ExitCode.MODEL


@pytest.mark.parametrize("name", [NAMES["skops"], NAMES["npz"]])
def test_a_changed_file_is_refused(copied: Path, name: str) -> None:
    data = bytearray((copied / name).read_bytes())
    data[len(data) // 2] ^= 1
    (copied / name).write_bytes(bytes(data))
    with pytest.raises(ModelError, match="không khớp"):
        load_model(copied)


@pytest.mark.parametrize(
    ("key", "value"),
    [("format", "x"), ("feature_scheme", 0), ("labels", ["news"]), ("sha256", {})],
)
def test_metadata_of_another_version_is_refused(copied: Path, key: str, value: object) -> None:
    path = copied / NAMES["json"]
    path.write_text(json.dumps({**json.loads(path.read_text()), key: value}))
    with pytest.raises(ModelError, match="không khớp"):
        load_model(copied)


def test_metadata_that_is_no_json_is_refused(copied: Path) -> None:
    (copied / NAMES["json"]).write_text("{")
    with pytest.raises(ModelError, match="không khớp"):
        load_model(copied)


def test_loading_from_a_folder_that_is_not_there(tmp_path: Path) -> None:
    shutil.rmtree(tmp_path)
    with pytest.raises(ModelError, match="Thiếu tệp"):
        load_model(tmp_path)
