"""The root of a section: settings, labels, parties, territory, functions, stages."""
