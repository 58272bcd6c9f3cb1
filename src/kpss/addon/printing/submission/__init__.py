"""The submission package for council and assembly (BER-17)."""
