"""Tasks: what a resolution imposes, on whom, until when, and how far it is."""
