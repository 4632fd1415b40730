"""The page with the pictures of every slide and sheet."""
