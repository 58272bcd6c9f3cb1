"""What people may do by what they are: memberships become groups, groups become roles."""
