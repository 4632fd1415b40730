"""The page with the facilitator's own slides and examples."""
