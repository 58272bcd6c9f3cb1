"""Approval chains as content, and as a part of the town template."""
