"""Downloads of the papers of a meeting."""
