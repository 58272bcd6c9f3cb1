"""Rules on tables of people, in plain Python: headings, cells, choices, matching."""
