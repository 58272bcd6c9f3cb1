"""Votes on the items of a meeting, and what follows from them."""
