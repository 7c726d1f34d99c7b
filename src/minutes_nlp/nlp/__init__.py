"""Vietnamese text to a finished reading of the minutes; all that needs spaCy stays here."""
