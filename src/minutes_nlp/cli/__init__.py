"""The command ``minutes-nlp``: one module a command; parse, call, render, exit."""
