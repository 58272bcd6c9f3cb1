"""Numbers of resolutions and meetings, per body and period."""
