"""The page with the button that makes the pack, and what came of it."""
