"""A folder tree that holds content, the shipped one or the user's own, and its text files."""

from pathlib import Path

from workshop_kit.domain.problem import Where
from workshop_kit.domain.value import Value
from workshop_kit.library.faults import ContentFault


class Shelf(Value, frozen=True, kw_only=True):
    """The root of slides/, exercises/ and assets/. Files on the shipped shelf are named by their path under it."""

    root: Path
    shipped: bool = True

    def name(self, path: Path) -> str:
        """Give a file's path as messages name it."""
        return path.relative_to(self.root).as_posix() if self.shipped else str(path)

    def folders(self, *parts: str) -> tuple[Path, ...]:
        """Give the folders inside one of the shelf's folders, by name; none where it does not exist. Hidden ones are skipped."""
        parent = self.root.joinpath(*parts)
        if not parent.is_dir():
            return ()
        return tuple(sorted(path for path in parent.iterdir() if path.is_dir() and not path.name.startswith((".", "_"))))

    def has(self, path: Path) -> bool:
        """Tell whether there is such a file."""
        return path.exists()

    def read(self, path: Path) -> str:
        """Give a text file with newlines of one character and without a byte order mark; raises ContentFault."""
        try:
            data = path.read_bytes()
        except FileNotFoundError as error:
            raise ContentFault(Where(file=self.name(path)), "content.file_missing") from error
        except OSError as error:
            raise ContentFault(Where(file=self.name(path)), "content.file_unreadable", reason=error.strerror or "") from error
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            raise ContentFault(Where(file=self.name(path), line=line), "content.not_utf8") from error
        return text.replace("\r\n", "\n")
