"""Decisions about bodies in plain Python: no Plone, no translation, no clock."""
