"""Watches the open workshop's file: others may change it, here or on another machine, and nothing of theirs or ours is lost."""

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from workshop_kit.store.faults import StoreFault
from workshop_kit.store.seen import Seen, changed_since
from workshop_kit.ui.context import Context
from workshop_kit.ui.document import OpenDocument
from workshop_kit.ui.jobs import Handle
from workshop_kit.ui.message_bar import Action, Message, Weight

KEY, NOT_SAVED = "changed-by-others", "not-saved"
QUIET = 300
"""Milliseconds after the last sign of a change before the file is looked at: sync clients replace files in several steps."""


class Conflicts(QObject):
    """Offers «mine» or «theirs» when others have changed the open document's file; what is only looked at follows the file."""

    def __init__(self, context: Context, document: OpenDocument, client: str) -> None:
        super().__init__(document)
        self._context, self._document, self._client = context, document, client
        self._asked: Seen | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(QUIET)
        self._timer.timeout.connect(self.look)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._timer.start)
        self._watcher.directoryChanged.connect(self._timer.start)
        self.watch()
        document.not_saved.connect(self._tell_not_saved)
        document.saved.connect(self._settle)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._look_when_active)

    def watch(self) -> None:
        """Watch the file where it is now. Where that cannot be done, it is looked at whenever the window comes forward."""
        self.rest()
        paths = [str(self._document.path), str(self._document.path.parent)]
        self._watcher.addPaths([path for path in paths if path not in {*self._watcher.files(), *self._watcher.directories()}])

    def rest(self) -> None:
        """Stop watching: on some systems a watched folder cannot be renamed or removed."""
        watched = [*self._watcher.files(), *self._watcher.directories()]
        if watched:
            self._watcher.removePaths(watched)

    def look(self) -> None:
        """Find out, outside the window's thread, whether others have changed the file."""
        seen, path = self._document.seen, self._document.path
        if seen is None:
            return
        self._asked = seen
        handle: Handle[bool] = self._context.jobs.start(lambda _: changed_since(path, seen))
        handle.done.connect(self._take_answer)

    def _look_when_active(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive:
            self.look()

    def _take_answer(self, has_changed: bool) -> None:
        document = self._document
        if self._asked != document.seen:
            return
        if not self._watcher.files():
            self.watch()
        if not has_changed:
            self._context.settled.emit(KEY)
        elif not document.path.exists():
            self._offer("file.gone", Action(text=self._context.texts("file.save_again"), do=document.keep_mine))
        elif document.is_looking:
            self._take_theirs()
        else:
            self._offer_both("file.changed_unsaved" if document.is_dirty else "file.changed")

    def _tell_not_saved(self, fault: StoreFault) -> None:
        if fault.key == "store.changed_elsewhere":
            self._offer_both("file.changed_unsaved")
            return
        again = Action(text=self._context.texts("file.try_again"), do=self._document.save)
        words = self._context.words_of(fault)
        self._context.offered.emit(Message(text=words, weight=Weight.PROBLEM, actions=(again,), key=NOT_SAVED))

    def _settle(self) -> None:
        self._context.settled.emit(NOT_SAVED)
        self._context.settled.emit(KEY)

    def _offer_both(self, words: str) -> None:
        texts = self._context.texts
        mine = Action(text=texts("file.keep_mine"), do=self._keep_mine)
        theirs = Action(text=texts("file.take_theirs"), do=self._take_theirs)
        self._offer(words, mine, theirs)

    def _offer(self, words: str, *actions: Action) -> None:
        text = self._context.texts(words, client=self._client)
        self._context.offered.emit(Message(text=text, weight=Weight.PROBLEM, actions=actions, key=KEY))

    def _keep_mine(self) -> None:
        if self._document.keep_mine():
            self._context.told.emit(self._context.texts("file.kept_mine", client=self._client))

    def _take_theirs(self) -> None:
        texts, document = self._context.texts, self._document
        was_dirty = document.is_dirty
        try:
            document.take_theirs(texts("file.took_theirs"))
        except StoreFault as fault:
            self._context.offered.emit(Message(text=self._context.words_of(fault), weight=Weight.PROBLEM))
            return
        if not document.is_looking:
            undo = Action(text=texts("file.undo"), do=document.undo)
            told = texts("file.have_theirs_unsaved" if was_dirty else "file.have_theirs", client=self._client)
            self._context.offered.emit(Message(text=told, actions=(undo,)))
