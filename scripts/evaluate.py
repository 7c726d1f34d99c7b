"""Measure on ``corpora/`` in folds of voices: the same as ``minutes-nlp evaluate``."""

import sys

from minutes_nlp.cli.main import run

if __name__ == "__main__":
    sys.argv[1:] = [
        "evaluate",
        *("--corpus", "corpora"),
        *("--by", "voice,origin,damage,era,type"),
        *("--json", "models/evaluation.json"),
        *("--html", "out/evaluation.html"),
    ]
    run()
