"""Bodies and working groups of a process, and their rules of procedure."""
