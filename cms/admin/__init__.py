"""The curators' desk inside Wagtail's admin."""
