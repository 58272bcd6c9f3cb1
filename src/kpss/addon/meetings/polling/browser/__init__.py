"""Pages of date polls."""
