"""Train the section model on ``corpora/`` into ``models/``: the same as ``minutes-nlp train``."""

from minutes_nlp.cli.main import run

if __name__ == "__main__":
    run(["train", "--corpus", "corpora", "--output", "models"])
