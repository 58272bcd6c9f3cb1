"""Rules of procedure of a body: schema, sentences, suggestions, page, service."""
