"""Memberships: what a person is in a body, and from when to when."""
