"""Reads a shipped CSV file whose columns are known."""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Never

from workshop_kit.domain.problem import Where
from workshop_kit.library.faults import ContentFault
from workshop_kit.paths import shipped


def read_rows(path: Path, columns: tuple[str, ...]) -> Iterator[tuple[int, list[str]]]:
    """Give each row with its line (the head is line 1); raises ContentFault when the file or its columns are not as expected."""
    try:
        with path.open(encoding="utf-8", newline="") as file:
            rows = csv.reader(file)
            if tuple(next(rows, list[str]())) != columns:
                raise ContentFault(Where(file=shipped(path), line=1), "content.wrong_columns", columns=",".join(columns))
            for row in rows:
                if len(row) != len(columns):
                    refuse(path, rows.line_num)
                yield rows.line_num, row
    except FileNotFoundError as error:
        raise ContentFault(Where(file=shipped(path)), "content.file_missing") from error
    except OSError as error:
        raise ContentFault(Where(file=shipped(path)), "content.file_unreadable", reason=error.strerror or "") from error
    except UnicodeDecodeError as error:
        raise ContentFault(Where(file=shipped(path)), "content.not_utf8") from error


def refuse(path: Path, line: int, cause: Exception | None = None) -> Never:
    """Raise the ContentFault of a row that cannot be read."""
    raise ContentFault(Where(file=shipped(path), line=line), "content.wrong_row") from cause
