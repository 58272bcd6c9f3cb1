"""Who sits in a body on a day, and what of it whom may be shown."""
