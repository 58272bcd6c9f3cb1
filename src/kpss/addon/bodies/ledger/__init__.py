"""The read model of people: who is what in which body, and when, for a whole site."""
