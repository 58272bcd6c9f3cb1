"""Who was at a meeting, and whether it could decide."""
