"""People of a process: their names, contacts and consents; nothing of it is public."""
