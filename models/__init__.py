"""The trained section model; inside the wheel this is the package ``minutes_nlp.trained``."""
