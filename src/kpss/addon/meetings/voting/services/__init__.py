"""Votes over REST."""
