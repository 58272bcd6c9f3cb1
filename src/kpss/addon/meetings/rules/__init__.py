"""Rules of meetings in plain Python."""
