"""Attendance over REST."""
