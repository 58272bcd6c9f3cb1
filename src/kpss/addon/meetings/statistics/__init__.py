"""Attendance of members and parties over a year (BER-47, BER-48, ZAT-53)."""
