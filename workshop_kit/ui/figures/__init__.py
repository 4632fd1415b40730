"""The page where the figures of the 2019 report are typed in."""
