"""Resolutions over REST."""
