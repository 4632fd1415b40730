"""Writes a text in the plain letters that every file system and mail program keeps as they are."""

import re
import unicodedata

_FOLDED = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "đ": "d", "ŋ": "n", "ŧ": "t"})
_NOT_IN_FILE_NAMES = re.compile(r"[^a-z0-9]+")


def fold(text: str) -> str:
    """Write a text with the letters a–z, digits and hyphens alone: "Nore og Uvdal" as "nore-og-uvdal"."""
    letters = unicodedata.normalize("NFKD", text.lower().translate(_FOLDED))
    base = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return _NOT_IN_FILE_NAMES.sub("-", base).strip("-")
