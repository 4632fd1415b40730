"""The page with the day: its blocks with their times, and what the rules say."""
