"""``python -m minutes_nlp`` is the same as the command ``minutes-nlp``."""

from minutes_nlp.cli.main import run

if __name__ == "__main__":
    run()
