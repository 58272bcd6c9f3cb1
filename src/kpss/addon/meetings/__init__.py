"""Meetings of bodies and their agenda."""
