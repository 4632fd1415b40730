"""The help: its topics, their text with pictures, and the way there and back."""
