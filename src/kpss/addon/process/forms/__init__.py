"""Forms that judge everything first and then write all of it or nothing."""
