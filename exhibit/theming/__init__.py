"""Colours and their contrast. Pure: no Django."""
