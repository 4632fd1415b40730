"""What is raised when a file of the content or its data cannot be used at all."""

from workshop_kit.domain.problem import Problem, Where


class ContentFault(Exception):
    """A file that cannot be used, told as a `Problem`: where it is, the message's key, and the values it names.

    Inside this room it stops the reading of one file; `load_library` turns it into a listed problem. The readers of the
    shipped figures (municipalities, indicators, outlines) let it out, because nothing can be made without them.
    """

    def __init__(self, where: Where, message_key: str, /, **values: str) -> None:
        super().__init__(f"{where}: {message_key}")
        self.problem = Problem(where=where, key=message_key, values=values)
