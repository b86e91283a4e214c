"""Images, recordings and documents, and the rights they come with."""
