"""The exhibit on a touch screen: the same pages in another frame, with no way out."""
