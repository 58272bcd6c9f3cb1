"""Documents: kinds, annexes, what is in force on a day."""
