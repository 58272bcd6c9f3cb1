"""People and memberships from a table: read, previewed cell by cell, all or nothing."""
