"""Decisions about meetings in plain Python."""
