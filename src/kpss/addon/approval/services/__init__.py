"""The approval over REST."""
