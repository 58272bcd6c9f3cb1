"""Rules of words of the town."""
