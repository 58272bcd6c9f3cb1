"""What a town template must keep to, in plain Python: no Plone, no translation."""
