"""Pages and files of the submission package; Word templates of a process."""
