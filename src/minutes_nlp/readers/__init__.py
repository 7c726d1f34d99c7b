"""Readers: a file in, a Document out; nothing outside this package knows file formats."""
