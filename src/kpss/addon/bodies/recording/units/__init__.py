"""Who coordinates which territory unit: the table of districts and its bulk edit."""
