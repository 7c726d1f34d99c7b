"""The local page: what `minutes-nlp serve` shows in a browser on the same machine."""
