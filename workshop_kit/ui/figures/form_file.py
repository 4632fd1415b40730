"""The facilitator's form on the disk: read with what is wrong in it, and never written over before what stands there is kept."""

from itertools import count
from pathlib import Path

from workshop_kit import paths
from workshop_kit.domain.problem import Problem
from workshop_kit.library.faults import ContentFault
from workshop_kit.library.report_figures import FORM
from workshop_kit.library.report_form import ReportForm, form_text, merged, read_form
from workshop_kit.library.shelf import Shelf
from workshop_kit.store.atomic import read_if_there, write_whole
from workshop_kit.store.faults import StoreFault, fault_of

_DATA = ("assets", "data")


class FormFile:
    """The form in a folder with own content; neither of the two need be there yet."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        within = folder.joinpath(*_DATA, FORM)
        self.path = within if within.exists() and not (folder / FORM).exists() else folder / FORM
        self._seen: bytes | None = None
        self._is_safe = True

    @property
    def is_there(self) -> bool:
        """Tell whether the facilitator has a form, as it was when it was last read or written here."""
        return self._seen is not None

    def read(self) -> tuple[ReportForm, tuple[Problem, ...]]:
        """Give the shipped form with what is typed in the facilitator's, and what could not be read of this."""
        shipped = _shipped_form()
        try:
            self._seen = read_if_there(self.path)
            if self._seen is None:
                self._is_safe = True
                return shipped, ()
            shelf = Shelf(root=self.folder, shipped=False)
            own, problems = read_form(shelf.read(self.path), shelf.name(self.path))
        except (StoreFault, ContentFault) as fault:
            self._is_safe = False
            return shipped, (fault.problem,)
        self._is_safe = not problems and form_text(own).encode() == self._seen
        return merged(shipped, own), problems

    def has_changed(self) -> bool:
        """Tell whether somebody else has written the form since it was read or written here."""
        try:
            return read_if_there(self.path) != self._seen
        except StoreFault:
            return False

    def write(self, form: ReportForm) -> Path | None:
        """Write the form whole; what stands there and would be lost is kept beside it first, and that file given. Raises StoreFault."""
        data = form_text(form).encode()
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise fault_of(error, self.path.parent) from error
        before = read_if_there(self.path)
        kept = None
        if before not in {None, data} and not (self._is_safe and before == self._seen):
            kept = _free_name(self.path)
            write_whole(kept, before or b"")
        if before != data:
            write_whole(self.path, data)
        self._seen, self._is_safe = data, True
        return kept


def _shipped_form() -> ReportForm:
    """Read the empty form that ships; what is wrong in it is told with the rest of the content."""
    shelf = Shelf(root=paths.ROOT)
    try:
        return read_form(shelf.read(paths.ROOT.joinpath(*_DATA, FORM)), FORM)[0]
    except ContentFault:
        return ReportForm()


def _free_name(path: Path) -> Path:
    """Give a name beside a form under which it is kept."""
    names = (path.with_name(f"{path.name}.kept{'' if number == 1 else f'-{number}'}") for number in count(1))
    return next(each for each in names if not each.exists())
