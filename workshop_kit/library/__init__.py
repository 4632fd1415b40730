"""Reads the shipped folders, and the user's own, into values: modules, examples, exercises, facts, figures and words."""
