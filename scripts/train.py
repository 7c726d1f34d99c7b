"""Train the section model on ``corpora/`` into ``models/``: the same as ``minutes-nlp train``."""

import sys

from minutes_nlp.cli.main import run

if __name__ == "__main__":
    sys.argv[1:] = ["train", "--corpus", "corpora", "--output", "models"]
    run()
