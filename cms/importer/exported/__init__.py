"""Bundles that Enfilade exported, written as drafts: each page as its card says."""
