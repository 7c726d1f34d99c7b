"""A repeatable comparison of section taggers on voices that they have not seen."""
