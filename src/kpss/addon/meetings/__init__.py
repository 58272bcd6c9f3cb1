"""Meetings: prepared, convened, held, closed."""
