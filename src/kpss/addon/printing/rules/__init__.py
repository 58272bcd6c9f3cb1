"""What goes into a package and how its files are called, in plain Python."""
