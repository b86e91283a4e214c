"""Makes the base data from Natural Earth. For developers; the running product never imports it."""
