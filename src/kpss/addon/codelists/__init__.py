"""Vocabularies as data: a code that never changes and a title in every language."""
