"""Pages of convening, of the signed link and of answers."""
