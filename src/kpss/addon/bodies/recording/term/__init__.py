"""A new electoral term: bodies that elections refill, ended and filled on one day."""
