"""What is typed for all charts, with its history: every change can be undone."""

from collections.abc import Mapping

from workshop_kit.ui.figures.draft import Rows

MOST_UNDONE = 200

Draft = Mapping[str, Rows]
"""The rows of each chart by its id."""


class Typed:
    """The rows of all charts as they are now; the one place on the page with state."""

    def __init__(self, rows: Draft) -> None:
        self.rows: Draft = dict(rows)
        self._undo: list[tuple[str, str, Draft]] = []
        self._redo: list[tuple[str, str, Draft]] = []
        self._merge_key = ""

    @property
    def undo_text(self) -> str:
        """What would be undone, "" for nothing."""
        return self._undo[-1][0] if self._undo else ""

    @property
    def redo_text(self) -> str:
        """What would be done again, "" for nothing."""
        return self._redo[-1][0] if self._redo else ""

    def change(self, chart: str, rows: Rows, text: str, merge_key: str = "") -> None:
        """Take a chart's new rows; `text` says what was done. Changes in a row with the same merge key are undone as one."""
        if rows == self.rows[chart]:
            return
        if not (merge_key and merge_key == self._merge_key and self._undo):
            self._undo.append((text, chart, self.rows))
            del self._undo[:-MOST_UNDONE]
        self._merge_key = merge_key
        self._redo.clear()
        self.rows = {**self.rows, chart: rows}

    def undo(self) -> str:
        """Go back one step, and give the chart that is changed by it; "" for none."""
        return self._step(self._undo, self._redo)

    def redo(self) -> str:
        """Do again what was undone last, and give the chart that is changed by it; "" for none."""
        return self._step(self._redo, self._undo)

    def _step(self, taken: list[tuple[str, str, Draft]], kept: list[tuple[str, str, Draft]]) -> str:
        if not taken:
            return ""
        text, chart, rows = taken.pop()
        kept.append((text, chart, self.rows))
        self.rows, self._merge_key = rows, ""
        return chart
