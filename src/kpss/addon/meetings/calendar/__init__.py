"""Meetings in calendars: feeds of a body, of a process and of a person."""
