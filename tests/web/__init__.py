"""Tests of the local page, with the real program and a real browser."""
