"""Checks that need many minutes at once: copies (HT006), missing months (LT001), tasks (LT002)."""
