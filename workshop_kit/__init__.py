"""Workshop Kit: makes tailored decks and sheets for workshops with Norwegian municipalities."""

__version__ = "0.1.0"
