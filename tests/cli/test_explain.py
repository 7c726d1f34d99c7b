"""``minutes-nlp explain`` as a user calls it."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from minutes_nlp.cli.main import program

SAMPLE = Path(__file__).resolve().parents[2] / "examples" / "bien-ban-thang-9.docx"
TEXT = "ĐẢNG CỘNG SẢN VIỆT NAM\nĐồng chí Bí thư kết luận: giao đ/c Lan sửa mương trước 20/7.\n"


@pytest.fixture
def file(tmp_path: Path) -> str:
    path = tmp_path / "bien-ban.txt"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


def test_tells_the_section_and_its_words() -> None:
    call = ["explain", str(SAMPLE), "--paragraph", "30"]
    done = CliRunner().invoke(program, call, prog_name="x")
    assert done.exit_code == 0
    assert "Đoạn 30: Kết luận của chủ trì" in done.output
    assert "luận +" in done.output
    english = CliRunner().invoke(program, [*call, "--lang", "en"], prog_name="x")
    assert "log odds" in english.output


@pytest.mark.parametrize("arguments", [["--paragraph", "9"], ["--paragraph", "0"], []])
def test_no_such_paragraph_is_a_wrong_call(file: str, arguments: list[str]) -> None:
    done = CliRunner().invoke(program, ["explain", file, *arguments], prog_name="x")
    assert done.exit_code == 2


def test_an_unreadable_file_is_code_3(tmp_path: Path) -> None:
    missing = str(tmp_path / "khong-co.txt")
    done = CliRunner().invoke(program, ["explain", missing, "--paragraph", "1"], prog_name="x")
    assert done.exit_code == 3
