"""The page where a municipality is chosen: list, map and facts, and the facilitator's own workshops above them."""
