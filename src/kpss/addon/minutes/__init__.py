"""Minutes of a meeting: built, edited, verified, frozen and published."""
