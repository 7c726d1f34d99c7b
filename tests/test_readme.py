"""The pages show what the program really prints and what was really measured."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from tests.readers.scanned import page

ROOT = Path(__file__).resolve().parents[1]
PAGES = [
    *("README.md", "README.vi.md", "CONTRIBUTING.md"),
    *("docs/architecture.md", "docs/accuracy.md", "docs/reading.md", "docs/local-page.md"),
]


@pytest.mark.parametrize(
    "script",
    [
        "write_figures.py",
        "describe_corpus.py",
        "compare_models.py",
        "generate_docs.py",
        "build_corpus.py",
        "measure_agreement.py",
    ],
)
def test_generated_pages_are_up_to_date(script: str) -> None:
    command = [sys.executable, ROOT / "scripts" / script, "--check"]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_commands_of_the_readme_run(tmp_path: Path) -> None:
    page = (ROOT / "README.md").read_text(encoding="utf-8")
    commands = re.findall(r"^minutes-nlp (?!train|evaluate)(.+?)(?:\s+#.*)?$", page, re.MULTILINE)
    assert len(commands) >= 5
    _add_scans(tmp_path)
    (tmp_path / "bien-ban.docx").write_bytes(
        (ROOT / "examples" / "bien-ban-thang-9.docx").read_bytes()
    )
    (tmp_path / "bien-ban").mkdir()
    (tmp_path / "bien-ban" / "thang-9.docx").write_bytes((tmp_path / "bien-ban.docx").read_bytes())
    for command in commands:
        arguments = [
            str(path) if "*" in word else word
            for word in shlex.split(command)
            for path in (sorted(tmp_path.glob(word)) if "*" in word else [word])
        ]
        done = subprocess.run(
            [sys.executable, "-m", "minutes_nlp", *arguments],
            cwd=tmp_path,
            capture_output=True,
            text=True,
        )
        assert done.returncode in {0, 1}, (command, done.stderr)
    assert (tmp_path / "bc.html").exists()
    assert (tmp_path / "reports" / "bien-ban.json").exists()


def _add_scans(folder: Path) -> None:
    scan = Image.fromarray(page(dpi=200))
    scan.save(folder / "scan.pdf", resolution=200)
    (folder / "pages").mkdir()
    for name in ("pages/1.png", "p1.jpg", "p2.jpg"):
        scan.save(folder / name)


@pytest.mark.parametrize("name", ["README.md", "docs/architecture.md"])
def test_python_on_the_pages_runs(name: str) -> None:
    page = (ROOT / name).read_text(encoding="utf-8")
    snippets = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    assert snippets
    for snippet in snippets:
        done = subprocess.run(
            [sys.executable, "-c", snippet], cwd=ROOT, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stderr
        assert done.stdout.strip()


@pytest.mark.parametrize("name", PAGES)
def test_links_lead_to_files(name: str) -> None:
    page = ROOT / name
    links = re.findall(r"\]\((?!http|#)([^)#]+)", page.read_text(encoding="utf-8"))
    for link in links:
        assert (page.parent / link).exists(), link
