"""Town templates: a municipality written down as data, read, checked, applied, exported."""
