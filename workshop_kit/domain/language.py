"""The two written standards of Norwegian, which a pack is made in."""

from enum import StrEnum

from workshop_kit.domain.value import Value


class Language(StrEnum):
    """A written standard: bokmål or nynorsk."""

    NB = "nb"
    NN = "nn"

    @property
    def locale(self) -> str:
        """The BCP 47 tag that office programs and PDF readers know, "nb-NO" or "nn-NO"."""
        return f"{self.value}-NO"


class Translated(Value, frozen=True, kw_only=True):
    """One text in both standards."""

    nb: str
    nn: str

    def of(self, language: Language) -> str:
        """Give the text in one language."""
        return self.nb if language is Language.NB else self.nn
