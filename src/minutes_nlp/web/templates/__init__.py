"""Templates of the local page."""
