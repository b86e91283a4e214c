"""Find words in what is published."""
