"""Asking the members of a body which day suits them (BER-20, ZAT-26)."""
