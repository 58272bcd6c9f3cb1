"""Meetings over REST."""
