"""The page with the facilitator's settings."""
