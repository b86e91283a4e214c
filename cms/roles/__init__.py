"""Who may do what: the museum's roles as groups, and the two steps of a review."""
