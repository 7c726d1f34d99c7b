"""Recognise print in pictures of pages."""
