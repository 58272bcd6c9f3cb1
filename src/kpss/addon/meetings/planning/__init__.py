"""Planning meetings: a year at once, one quickly, from another; lists of them."""
