"""The page with all of the facilitator's workshops: what comes, what has been, what is put away, and what was removed."""
