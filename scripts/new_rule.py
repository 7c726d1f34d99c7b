"""Start a new check: its file, which registers it, with everything that must be filled in.

    python scripts/new_rule.py ND012 missing-plan "Thiếu kế hoạch"

The new check fails the tests until its examples and its docstring are written.
"""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path

from minutes_nlp.registry import rule_codes

RULES = Path(__file__).resolve().parent.parent / "src" / "minutes_nlp" / "rules"
_TEMPLATE = '''\
"""{code}: TODO what is missing or wrong, in a few words."""

from __future__ import annotations

from collections.abc import Iterator

from minutes_nlp.model.labels import Severity
from minutes_nlp.model.language import Text
from minutes_nlp.model.minutes import Minutes
from minutes_nlp.rules.base import Rule
from minutes_nlp.rules.thresholds import Thresholds
from minutes_nlp.rules.verdicts import Verdict


class {class_name}(Rule):
    """TODO one sentence: what the minutes lack.

    **Why it matters.** TODO

    **What does not count.** TODO

    **How to record it.** TODO
    """

    code, name, severity = "{code}", "{name}", Severity.WARNING
    title = Text("{title}", "TODO")
    basis = Text("TODO.", "TODO.")
    pattern = Text("TODO [việc gì], [ai], [ngày nào].", "TODO [what], [who], [which day].")
    good = (("formalities | TODO labelled lines of minutes that pass",),)
    bad = (("formalities | TODO labelled lines of minutes that fire",),)

    def check(self, minutes: Minutes, thresholds: Thresholds) -> Iterator[Verdict]:
        """TODO say when a finding is yielded, and what keeps it undecided."""
        raise NotImplementedError
'''


def main() -> int:
    """Write the file; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("code", type=_code, help="two letters and three digits: ND012")
    parser.add_argument("name", type=_slug, help="the fault in English: missing-plan")
    parser.add_argument("title", help="the Vietnamese display name")
    given = parser.parse_args()
    path = RULES / f"{given.code.lower()}_{given.name.replace('-', '_')}.py"
    class_name = "".join(word.capitalize() for word in given.name.split("-"))
    text = _TEMPLATE.format(
        code=given.code, name=given.name, title=given.title, class_name=class_name
    )
    path.write_text(text, encoding="utf-8")
    print(f"written: {path.relative_to(RULES.parent.parent.parent)}")
    print("Next: fill it in, run the tests, then scripts/generate_docs.py")
    return 0


def _code(text: str) -> str:
    if not re.fullmatch(r"[A-Z]{2}[0-9]{3}", text):
        raise argparse.ArgumentTypeError(f"{text!r} is not two capitals and three digits")
    if text in rule_codes():
        raise argparse.ArgumentTypeError(f"{text} exists already")
    return text


def _slug(text: str) -> str:
    if not re.fullmatch(r"[a-z]+(?:-[a-z]+)*", text):
        raise argparse.ArgumentTypeError(f"{text!r} is not words in small letters with hyphens")
    return text


if __name__ == "__main__":
    sys.exit(main())
