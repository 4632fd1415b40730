"""Paints a municipality's row: name and residents above, county, other names and language decision below."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex
from typing_extensions import override

from workshop_kit.ui.clients.municipality_model import municipality_at
from workshop_kit.ui.clients.wording import Wording
from workshop_kit.ui.look import Look
from workshop_kit.ui.two_lines import RowWords, TwoLines


class MunicipalityDelegate(TwoLines):
    """Puts a municipality into words."""

    def __init__(self, look: Look, wording: Wording, parent: QObject | None = None) -> None:
        super().__init__(look, parent)
        self._wording = wording

    @override
    def words_of(self, index: QModelIndex | QPersistentModelIndex) -> RowWords | None:
        municipality = municipality_at(index)
        if municipality is None:
            return None
        wording = self._wording
        return RowWords(
            name=municipality.name,
            beside=wording.residents(municipality),
            below=wording.place(municipality),
            below_right=wording.form(municipality),
        )
