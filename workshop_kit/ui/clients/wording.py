"""Says a municipality's figures and choices in the interface's words."""

from datetime import date

from workshop_kit.domain.municipality import LanguageForm, Municipality
from workshop_kit.planning.numbers import NO_BREAK, format_date, format_number
from workshop_kit.ui.texts import InterfaceLanguage, Texts

SEPARATOR = " · "

_ENGLISH_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")


class Wording:
    """The words about municipalities in one language."""

    def __init__(self, texts: Texts) -> None:
        self.texts = texts
        self._forms = {
            LanguageForm.BOKMAL: texts("clients.form_bokmal"),
            LanguageForm.NYNORSK: texts("clients.form_nynorsk"),
            LanguageForm.NEUTRAL: texts("clients.form_neutral"),
        }
        self._centrality = tuple(texts(f"clients.centrality_{number}") for number in range(1, 7))

    def residents(self, municipality: Municipality) -> str:
        """Give the residents as a phrase: «2 524 innbyggere»."""
        key = "clients.residents_one" if municipality.population == 1 else "clients.residents_many"
        return self.texts(key, number=format_number(municipality.population))

    def area(self, municipality: Municipality) -> str:
        """Give the area in whole square kilometres, or with a decimal where it is under ten."""
        return self.texts("clients.area", number=format_number(municipality.area_km2, 0 if municipality.area_km2 >= 10 else 1))

    def form(self, municipality: Municipality) -> str:
        """Give the language decision in a word."""
        return self._forms[municipality.language_form]

    def centrality(self, municipality: Municipality) -> str:
        """Give how central it is, in words, with the class."""
        return self.texts(
            "clients.centrality", words=self._centrality[municipality.centrality_class - 1], number=municipality.centrality_class
        )

    def counted(self, municipality: Municipality) -> str:
        """Give the residents with the day they were counted: «2 524 innbyggere per 1. januar 2026»."""
        day = date.fromisoformat(municipality.population_date)
        is_english = self.texts.language is InterfaceLanguage.EN
        written = f"{day.day}\u00a0{_ENGLISH_MONTHS[day.month - 1]} {day.year}" if is_english else format_date(day)
        written = written.replace(" ", NO_BREAK)
        return self.texts("clients.counted", residents=self.residents(municipality), date=written)

    def place(self, municipality: Municipality) -> str:
        """Give the county, and the Sámi and Kven names."""
        return SEPARATOR.join((municipality.county, *municipality.other_names))

    def spoken(self, municipality: Municipality) -> str:
        """Give everything in a row of the list as one sentence for screen readers."""
        names = ", ".join((municipality.name, *municipality.other_names))
        return self.texts(
            "clients.spoken", names=names, county=municipality.county, residents=self.residents(municipality), form=self.form(municipality)
        )
