"""Two states of a text held against each other: what is which, what changed, and where. Pure."""
