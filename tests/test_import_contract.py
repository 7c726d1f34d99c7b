"""Who may import whom; see docs/architecture.md."""

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[1] / "src" / "minutes_nlp"
FREE = {"model", "errors", "extras", "orthography", "registry", "version"}
ALLOWED = {
    "model": {"model"},
    "errors": {"model"},
    "registry": FREE,
    "extras": FREE,
    "orthography": FREE,
    "corpus": FREE | {"corpus"},
    "readers": FREE | {"readers"},
    "nlp": FREE | {"nlp"},
    "rules": FREE | {"rules", "settings", "profiles"},
    "settings": FREE | {"rules", "settings", "settings_checks", "readers"},
    "settings_checks": FREE | {"rules", "settings", "settings_checks", "readers"},
    "renderers": FREE | {"renderers"},
    "annotating": FREE | {"annotating", "readers", "renderers"},
    "reviewing": FREE | {"reviewing", "fingerprints"},
    "web": FREE
    | {"web", "analyzer", "annotating", "baseline", "bulk", "readers", "renderers"}
    | {"fingerprints", "reporting_pages", "reviewing", "settings"},
    "bulk": FREE | {"bulk", "analyzer", "collecting", "readers", "renderers", "rules", "settings"},
}
HEAVY = {"spacy", "underthesea", "sklearn", "skops"}
HEAVY_HOMES = {"nlp", "learning"}


def imports(path: Path) -> set[str]:
    """Name every module that a file imports, inside functions too."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
            names.update(f"{node.module}.{alias.name}" for alias in node.names)
    return names


def part_of(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


FILES = sorted(SOURCE.rglob("*.py"))


def test_there_are_files_to_check() -> None:
    assert {part_of(path) for path in FILES} >= set(ALLOWED)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_a_part_imports_only_what_it_may(path: Path) -> None:
    part = part_of(path)
    if part in ALLOWED:
        ours = {n.split(".")[1] for n in imports(path) if n.startswith("minutes_nlp.")}
        assert ours <= ALLOWED[part] | {"language"}
    if part not in HEAVY_HOMES:
        assert not HEAVY & {name.split(".")[0] for name in imports(path)}


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_no_file_is_long(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400
