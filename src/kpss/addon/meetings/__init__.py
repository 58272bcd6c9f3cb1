"""Meetings of bodies: prepared, convened, recorded, closed."""
