"""Rules of approval: chains, what was considered, what may follow."""
