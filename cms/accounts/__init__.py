"""The people who sign in. No Wagtail import here: Wagtail migrations depend on this app."""
