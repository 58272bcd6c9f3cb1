"""The page and the table of attendance."""
