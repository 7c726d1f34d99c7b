"""Measure on ``corpora/`` with each voice held out: the same as ``minutes-nlp evaluate``."""

import sys

from minutes_nlp.cli.main import run

if __name__ == "__main__":
    sys.argv[1:] = ["evaluate", "--corpus", "corpora", "--json", "models/evaluation.json"]
    run()
