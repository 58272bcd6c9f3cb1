"""Feeds and the page of one's own calendar."""
