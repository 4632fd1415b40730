"""Pages to files: each writer takes a Document and a Theme, gives a file's bytes, and knows no other writer."""
