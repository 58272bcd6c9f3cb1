"""Date polls over REST."""
