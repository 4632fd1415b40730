"""What is done to the facilitator's own folder beside saving a piece: ids, new parts of the day, and the paper basket."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from workshop_kit.domain.language import Translated
from workshop_kit.library.draft_files import EXAMPLES, MODULES, files_of, folder_of
from workshop_kit.library.drafts import OWN_ORDER, PartDraft, new_id
from workshop_kit.store.faults import StoreFault, fault_of
from workshop_kit.store.own_content import put_back, save_folder, take_out
from workshop_kit.ui.context import Context

Opener = Callable[[Path], bool]


def open_with_machine(path: Path) -> bool:
    """Open a file or a folder in the machine's own program; tell whether there was one."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


class OwnFolder:
    """The folder that the settings name now. What cannot be done is told by `tell`, and answered with None or False."""

    def __init__(self, context: Context, tell: Callable[[str], None], opener: Opener) -> None:
        self._context, self._tell, self._opener = context, tell, opener

    def taken(self) -> frozenset[str]:
        """Give the ids that a new piece cannot have: all there are, and every folder's name."""
        kit, own = self._context.kit, self._context.own_folder
        folders = {path.name for place in (EXAMPLES, MODULES) for path in own.joinpath(*place).glob("*")}
        if kit is None:
            return frozenset(folders)
        modules, examples = kit.library.modules, kit.library.examples
        slides = {spec.id for module in modules for spec in module.slides}
        return frozenset(folders | slides | {piece.id for piece in (*modules, *examples)} | set(kit.library.facts))

    def make_part(self, name: Translated, after: str) -> PartDraft | None:
        """Make a part of the facilitator's own, right after a module of the workshop."""
        kit = self._context.kit
        modules = () if kit is None else kit.library.modules
        order = next((module.order + 1 for module in modules if module.id == after), OWN_ORDER)
        part = PartDraft(id=new_id(name.nb, "del", self.taken()), name=name, order=order)
        try:
            save_folder(folder_of(part, self._context.own_folder), files_of(part), {})
        except StoreFault as fault:
            self._tell(self._context.words_of(fault))
            return None
        return part

    def take_out(self, folder: Path) -> Path | None:
        """Move a folder to the paper basket, and give where it lies now."""
        try:
            return take_out(folder, self._context.own_folder)
        except StoreFault as fault:
            self._tell(self._context.words_of(fault))
            return None

    def put_back(self, taken: Path, folder: Path) -> bool:
        """Move a folder back to where it was."""
        try:
            put_back(taken, folder)
        except StoreFault as fault:
            self._tell(self._context.words_of(fault))
            return False
        return True

    def open(self, path: Path) -> None:
        """Open a file or a folder in the machine's own program."""
        if not self._opener(path):
            self._tell(self._context.texts("own.not_opened", path=path))

    def open_whole(self) -> None:
        """Open the whole folder, which is made where it is not there."""
        own = self._context.own_folder
        try:
            own.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            self._tell(self._context.words_of(fault_of(error, own)))
            return
        self.open(own)
