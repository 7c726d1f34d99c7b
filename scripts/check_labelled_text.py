"""Check labelled text files against the annotation guide: ``check_labelled_text.py FILE…``."""

from __future__ import annotations

import sys
from pathlib import Path

from minutes_nlp.corpus.labelled_text import LabelledTextError, parse_document
from minutes_nlp.corpus.validation import contradictions


def main(names: list[str]) -> int:
    """Print every problem; return 1 when there is one or when no file was given."""
    found = not names
    for name in names:
        path = Path(name)
        try:
            record = parse_document(path.read_text(encoding="utf-8"), voice=path.parent.name)
        except (LabelledTextError, KeyError) as error:
            print(f"{name}: {error}")
            found = True
            continue
        problems = contradictions(record)
        found = found or bool(problems)
        print(f"{name}: {len(record.paragraphs)} paragraphs, {len(problems)} problems")
        for problem in problems:
            print(f"    {problem}")
    return int(found)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
