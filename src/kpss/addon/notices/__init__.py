"""Who is told of what, at once or once a day."""
