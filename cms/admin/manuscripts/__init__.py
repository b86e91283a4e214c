"""Manuscripts at the desk: handing one in, arranging what it becomes, accepting it as drafts."""
