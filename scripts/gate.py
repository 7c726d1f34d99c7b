"""Hold the figures of the frozen test part to models/gate.json: part of ``make test``.

python scripts/gate.py                  # exit 1 when a figure fell by more than its noise
python scripts/gate.py --accept "why"   # take what is measured now as what has to hold

The test part is the voices that ``gate`` in corpora/voices.toml lists.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from minutes_nlp.cli.figures import figures_json
from minutes_nlp.corpus.voices import corpus_voices
from minutes_nlp.learning.gate import accepted, falls, figures_of, measure_gate
from minutes_nlp.learning.gate_file import Gate, GateDocument, gate_tree, read_gate
from minutes_nlp.version import __version__

ROOT = Path(__file__).resolve().parent.parent
CORPUS, GATE = ROOT / "corpora", ROOT / "models" / "gate.json"
WHAT = (
    "Written by scripts/gate.py --accept, read by make test. figures: [figure, half the width of "
    "its 95 % interval] on the voices named here, read by a model fitted without them and without "
    "layout variants. documents: outcomes in the code of src/minutes_nlp/learning/gate_file.py."
)


def main() -> int:
    """Check or accept; return the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--accept", metavar="REASON", help="store the figures as they are now")
    reason = parser.parse_args().accept
    voices = corpus_voices(CORPUS, "gate")
    gate = read_gate(GATE) if GATE.exists() else None
    documents = measure_gate(CORPUS, voices)
    if reason:
        new = accepted(gate, documents, voices, version=__version__, reason=reason)
        GATE.write_text(figures_json(gate_tree(new, WHAT)), encoding="utf-8")
        print(f"Accepted into {GATE.relative_to(ROOT)}: {reason}")
        return 0
    if gate is None:
        print('There is no models/gate.json: python scripts/gate.py --accept "first figures"')
        return 1
    for line in report(gate, documents):
        print(line)
    found = falls(gate, documents)
    for fall in found:
        print(f"GATE: {fall}", file=sys.stderr)
    if found:
        print(
            'If this is meant: python scripts/gate.py --accept "why", and commit models/gate.json.',
            file=sys.stderr,
        )
    return int(bool(found))


def report(gate: Gate, documents: Mapping[str, GateDocument]) -> Iterator[str]:
    """Yield one line a figure, as accepted and as measured now."""
    for name, now in figures_of(documents).items():
        stored = gate.figures.get(name)
        shown = [f"{pair[0]:.4f}" if pair else "–" for pair in (stored, now)]
        yield f"{name}: {shown[0]} accepted, {shown[1]} now"
    unlike = [
        name
        for name, document in documents.items()
        if name not in gate.documents or gate.documents[name].digest != document.digest
    ]
    gone = gate.documents.keys() - documents.keys()
    if unlike or gone:
        yield f"{len(unlike)} documents are new or changed, {len(gone)} gone: not compared in pairs"


if __name__ == "__main__":
    sys.exit(main())
