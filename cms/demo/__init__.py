"""The demo exhibit: a manuscript bundle like any curator's."""
