"""Scans made from the corpus: pages are drawn, and what copiers and cameras do is computed."""
