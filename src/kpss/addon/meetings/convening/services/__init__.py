"""Convening over REST."""
