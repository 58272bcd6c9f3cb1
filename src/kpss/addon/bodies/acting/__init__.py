"""What the present user may act as in the bodies of a process."""
