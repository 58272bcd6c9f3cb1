"""The arithmetic of meetings, without Plone."""
