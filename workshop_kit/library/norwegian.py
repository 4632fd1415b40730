"""Norwegian letters: the order of the alphabet, and spellings that count as the same when people search."""

import re
import unicodedata

_AFTER_Z = str.maketrans({"æ": "{a", "ä": "{b", "ø": "{c", "ö": "{d", "å": "{e"})
"""Puts æ, ø and å after z; "{" is the character that follows "z"."""

_BASE = str.maketrans({"æ": "a", "ø": "o", "å": "a", "đ": "d", "ŋ": "n", "ŧ": "t", "ß": "ss"})
_WRITTEN_OUT = re.compile(r"a[ae]+|oe")
_BETWEEN_WORDS = re.compile(r"[\s\-‐‑‒–—/,.()«»\"']+")


def sort_key(name: str) -> tuple[str, str]:
    """Give what Norwegian names sort by: æ, ø, å after z, aa as å, other accents as their base letter, case last."""
    letters = unicodedata.normalize("NFC", name).casefold().replace("aa", "å").translate(_AFTER_Z)
    return without_accents(letters), name


def words_of(text: str) -> str:
    """Give a text in lower case with single spaces for whatever parts its words."""
    return _BETWEEN_WORDS.sub(" ", unicodedata.normalize("NFC", text).casefold()).strip()


def folded(text: str) -> str:
    """Give a text in the form in which all tolerated spellings meet: Ålesund, Aalesund and alesund are one.

    ø, oe and o count as the same, as do å, aa and a, æ, ae and a, and every accented letter and its base.
    """
    base = without_accents(words_of(text).translate(_BASE)).translate(_BASE)
    return _WRITTEN_OUT.sub(lambda pair: pair[0][0], base)


def without_accents(text: str) -> str:
    """Take the accents off letters."""
    return "".join(letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter))
