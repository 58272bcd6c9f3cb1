"""Papers for printing: PDF by typst, DOCX from Word templates, ZIP of files."""
