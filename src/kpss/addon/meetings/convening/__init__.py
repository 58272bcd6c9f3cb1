"""Convening: the roster taken, invitations, signed links, answers, the log."""
