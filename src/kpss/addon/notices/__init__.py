"""Who is told of what: letters about documents and resolutions."""
