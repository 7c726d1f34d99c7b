"""Measure on ``corpora/`` with each voice held out: the same as ``minutes-nlp evaluate``."""

from minutes_nlp.cli.main import run

if __name__ == "__main__":
    run(["evaluate", "--corpus", "corpora", "--json", "models/evaluation.json"])
