"""Reads and writes what the program itself keeps: client documents, settings and the list of a pack's files."""
