"""Read .docx."""
