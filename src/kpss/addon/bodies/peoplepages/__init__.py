"""Pages about people: the overview of the process, one's own page, photographs."""
