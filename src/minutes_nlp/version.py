"""The version of minutes-nlp."""

__version__ = "0.1.0"
