"""The assembled site and the curators' desk."""
