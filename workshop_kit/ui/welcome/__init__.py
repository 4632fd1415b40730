"""The first run: who you are, what the program does, and where to begin."""
