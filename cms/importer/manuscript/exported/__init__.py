"""Manuscripts that Enfilade wrote itself: read to the letter, where others must be guessed at."""
