"""Small pictures of pages, rendered in the background: the newest asked for come first, and what is kept has a bound."""

import hashlib
from collections import OrderedDict
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot
from PySide6.QtGui import QImage
from typing_extensions import override

from workshop_kit.domain.value import Value
from workshop_kit.scene.page import Page, Picture
from workshop_kit.scene.theme import Theme
from workshop_kit.ui.painter.first_use import use_once
from workshop_kit.ui.painter.page import render_page
from workshop_kit.ui.painter.typeface import load_family

MOST_BYTES = 48 * 1024 * 1024
"""What is kept: some 180 slides, 320 pixels wide on a screen of double density."""


class ThumbnailKey(Value, frozen=True, kw_only=True):
    """What a thumbnail shows, and how: two pages that look the same have the same."""

    page: str
    theme: str
    width_px: int
    device_pixel_ratio: float
    number: int | None


class _Work(Value, frozen=True, kw_only=True, eq=False):
    """A thumbnail to be rendered."""

    key: ThumbnailKey
    page: Page
    theme: Theme


class _Emitter(QObject):
    """Carries a rendered image, with the number of its work, to the thread that asked for it; the image is null where it failed."""

    rendered = Signal(int, QImage)


class _Rendering(QRunnable):
    """Renders one thumbnail in a worker, which touches QImage only."""

    def __init__(self, number: int, work: _Work, emitter: _Emitter) -> None:
        super().__init__()
        self._number, self._work, self._emitter = number, work, emitter

    @override
    def run(self) -> None:
        image, key = QImage(), self._work.key
        try:
            image = render_page(self._work.page, self._work.theme, key.width_px, key.device_pixel_ratio, number=key.number)
        finally:
            self._emitter.rendered.emit(self._number, image)


class Thumbnails(QObject):
    """Renders thumbnails in workers and keeps the latest used; `ready` tells of each that was asked for, unless it was cancelled.

    Asked and answered in one thread. Call `stop` before the program ends.
    """

    ready = Signal(ThumbnailKey, QImage)

    def __init__(self, parent: QObject | None = None, *, most_bytes: int = MOST_BYTES, workers: int = 1) -> None:
        """Start with none; `workers` is how many are rendered at a time."""
        super().__init__(parent)
        use_once()
        self._most_bytes = most_bytes
        self._workers = workers
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(workers)
        self._emitter = _Emitter(self)
        self._emitter.rendered.connect(self._finish)
        self._kept: OrderedDict[ThumbnailKey, QImage] = OrderedDict()
        self._bytes = 0
        self._waiting: OrderedDict[ThumbnailKey, _Work] = OrderedDict()
        self._running: dict[ThumbnailKey, int] = {}
        self._under_way: dict[int, ThumbnailKey] = {}
        self._started = 0
        self._theme: tuple[Theme, str] | None = None

    def request(
        self, page: Page, theme: Theme, width_px: int, device_pixel_ratio: float = 1.0, *, number: int | None = None
    ) -> ThumbnailKey:
        """Ask for a thumbnail, before those asked for earlier, and give its key; one that is `kept` already is not told of again."""
        key = self.key(page, theme, width_px, device_pixel_ratio, number=number)
        if key not in self._kept and key not in self._running:
            self._waiting[key] = _Work(key=key, page=page, theme=theme)
            self._waiting.move_to_end(key)
            self._start()
        return key

    def key(self, page: Page, theme: Theme, width_px: int, device_pixel_ratio: float = 1.0, *, number: int | None = None) -> ThumbnailKey:
        """Give the key of a thumbnail without asking for it."""
        if self._theme is None or self._theme[0] is not theme:
            self._theme = theme, theme_fingerprint(theme)
        return ThumbnailKey(
            page=page_fingerprint(page), theme=self._theme[1], width_px=width_px, device_pixel_ratio=device_pixel_ratio, number=number
        )

    def kept(self, key: ThumbnailKey) -> QImage | None:
        """Give a thumbnail that is there, or None; it now counts as the latest used."""
        image = self._kept.get(key)
        if image is not None:
            self._kept.move_to_end(key)
        return image

    @property
    def is_idle(self) -> bool:
        """Tell whether none that was asked for is still to come."""
        return not (self._waiting or self._under_way)

    def cancel(self, key: ThumbnailKey) -> None:
        """Let a thumbnail go that was asked for: `ready` does not tell of it, even where it is being rendered."""
        self._waiting.pop(key, None)
        self._running.pop(key, None)

    def cancel_all(self) -> None:
        """Let all go that were asked for."""
        self._waiting.clear()
        self._running.clear()

    def stop(self) -> None:
        """Cancel all, and wait until no worker is at work."""
        self.cancel_all()
        self._pool.waitForDone()

    def _start(self) -> None:
        """Start on the newest of those that wait while a worker is free."""
        while self._waiting and len(self._under_way) < self._workers:
            key, work = self._waiting.popitem()
            self._started += 1
            self._running[key] = self._started
            self._under_way[self._started] = key
            load_family(work.theme.font_files["regular"], work.theme.font_files["bold"])
            self._pool.start(_Rendering(self._started, work, self._emitter))

    @Slot(int, QImage)
    def _finish(self, number: int, image: QImage) -> None:
        key = self._under_way.pop(number)
        is_wanted = self._running.get(key) == number
        if is_wanted:
            del self._running[key]
        self._start()
        if is_wanted and not image.isNull():
            self._keep(key, image)
            self.ready.emit(key, image)

    def _keep(self, key: ThumbnailKey, image: QImage) -> None:
        self._kept[key] = image
        self._bytes += image.sizeInBytes()
        while self._bytes > self._most_bytes:
            self._bytes -= self._kept.popitem(last=False)[1].sizeInBytes()


def page_fingerprint(page: Page) -> str:
    """Give a fingerprint of all that shows on a page; its notes and its key do not. A picture file that was changed shows otherwise."""
    pictures = [_file_stamp(Path(item.path)) for item in page.items if isinstance(item, Picture)]
    return _fingerprint((page.width, page.height, page.ground, page.layout, page.items, pictures))


def _file_stamp(path: Path) -> tuple[int, int]:
    try:
        found = path.stat()
    except OSError:
        return 0, 0
    return found.st_mtime_ns, found.st_size


def theme_fingerprint(theme: Theme) -> str:
    """Give a fingerprint of what a theme gives a page to be painted with."""
    shapes = {name: layout.shape for name, layout in theme.layouts.items()}
    return _fingerprint((dict(theme.colours), dict(theme.meanings), dict(theme.font_files), shapes))


def _fingerprint(values: object) -> str:
    return hashlib.blake2b(msgspec.msgpack.encode(values), digest_size=16).hexdigest()
