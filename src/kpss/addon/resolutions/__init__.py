"""Resolutions and their public register."""
