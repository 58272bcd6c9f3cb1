"""Meetings: from the invitation to the vote."""
