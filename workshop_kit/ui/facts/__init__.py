"""The page of one workshop's facts: when, where, for whom, and what the client has chosen."""
