"""Minutes over REST."""
