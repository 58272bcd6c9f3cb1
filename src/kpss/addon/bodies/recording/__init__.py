"""The coordinator's forms: adding, ending, passing on, a new term, territory units."""
