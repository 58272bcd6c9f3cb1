"""A paper as DOCX from a Word template, the office's own or the default one."""
