"""Decision powers that a body passes on (BER-46)."""
