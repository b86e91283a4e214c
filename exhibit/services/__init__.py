"""Changes to what is published, each one transaction."""
