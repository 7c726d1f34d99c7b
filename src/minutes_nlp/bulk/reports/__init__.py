"""What a store says, for people: an .xlsx workbook and HTML pages."""
