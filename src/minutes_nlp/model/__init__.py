"""Frozen types that every part shares: labels, documents, minutes, reports."""
