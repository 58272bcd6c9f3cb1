"""Pages of letters: how somebody wants them, what was sent, what is passed on."""
