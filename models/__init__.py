"""The trained section model; inside the wheel this folder is the package ``minutes_nlp.trained``."""
