"""Papers of a meeting: invitation, agenda, attendance list, extract, all files."""
