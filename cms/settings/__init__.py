"""Settings, one module per way of running the site."""
