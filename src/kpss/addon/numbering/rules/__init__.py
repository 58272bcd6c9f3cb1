"""Rules of numbering: periods and the form of a number."""
