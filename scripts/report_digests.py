"""Show that a change leaves every report as it was.

``python scripts/report_digests.py before.json`` writes a digest of the report of every corpus
document; ``python scripts/report_digests.py after.json --against before.json`` does so and names
the documents whose reports differ (exit code 1).  A report's digest is over its JSON but for
the version and the hash of the model that made it.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from pathlib import Path

import minutes_nlp
from minutes_nlp.corpus.records import read_records

ROOT = Path(__file__).resolve().parent.parent


def digests() -> dict[str, str]:
    """Return the digest of every document's report, by the document's id."""
    result: dict[str, str] = {}
    for record in read_records(ROOT / "corpora"):
        text = "\n".join(paragraph.text for paragraph in record.paragraphs)
        report = json.loads(minutes_nlp.analyze_text(text).to_json())
        del report["produced_by"]["minutes_nlp"], report["produced_by"]["model"]
        content = json.dumps(report, ensure_ascii=False, sort_keys=True)
        result[record.id] = hashlib.sha256(content.encode()).hexdigest()
    return result


def main() -> int:
    """Run the command; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("output", type=Path)
    parser.add_argument("--against", type=Path)
    arguments = parser.parse_args()
    found = digests()
    arguments.output.write_text(json.dumps(found, indent=1), encoding="utf-8")
    if arguments.against is None:
        return 0
    before = json.loads(arguments.against.read_text(encoding="utf-8"))
    different = sorted(name for name in found | before if found.get(name) != before.get(name))
    print(f"{len(found)} documents, {len(different)} differ")
    print("\n".join(different))
    return int(bool(different))


if __name__ == "__main__":
    sys.exit(main())
