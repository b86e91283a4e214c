"""The museum's way out: an exhibit as a bundle that any museum with Enfilade can read."""
