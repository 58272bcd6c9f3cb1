"""Tasks: what somebody is to do until when."""
