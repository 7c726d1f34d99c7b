"""Letters of old encodings and fonts, and the syllables that they make up."""
