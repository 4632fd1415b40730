"""Tailors a workshop to one municipality: comparison, computed facts, examples, the agenda and the plan itself.

Everything is handed in as values of the domain; nothing here reads a file or a clock.
"""
