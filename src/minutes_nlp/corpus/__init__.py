"""The annotated corpus: its records, its labelled text, and what holds it to the guide."""
