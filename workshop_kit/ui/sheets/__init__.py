"""The page with everything that is printed: each sheet as it will be on paper, its copies, and the groups they are for."""
