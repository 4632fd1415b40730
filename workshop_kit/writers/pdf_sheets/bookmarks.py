"""Bookmarks: one for each sheet, where a file has more than one."""

from collections.abc import Sequence

from workshop_kit.writers.pdf_sheets.file import PdfFile, text_string


def write_bookmarks(file: PdfFile, bookmarks: Sequence[tuple[str, int]]) -> int:
    """Write bookmarks (words, object number of the page), at least one, and give the object number of their list."""
    whole = file.reserve()
    numbers = [file.reserve() for _ in bookmarks]
    for place, (words, page) in enumerate(bookmarks):
        before = f"/Prev {numbers[place - 1]} 0 R" if place else ""
        after = f"/Next {numbers[place + 1]} 0 R" if place + 1 < len(numbers) else ""
        file.fill(numbers[place], f"<</Title{text_string(words)}/Parent {whole} 0 R{before}{after}/Dest[{page} 0 R/Fit]>>")
    file.fill(whole, f"<</Type/Outlines/First {numbers[0]} 0 R/Last {numbers[-1]} 0 R/Count {len(numbers)}>>")
    return whole
