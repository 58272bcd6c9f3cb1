"""Whom a piece of news concerns, and when its letter goes."""
