"""Writes a document's pages as a PowerPoint presentation on our own master, everything in it native and editable."""

from workshop_kit.writers.pptx_deck.deck import write_deck

__all__ = ["write_deck"]
