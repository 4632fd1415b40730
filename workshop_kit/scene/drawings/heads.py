"""Parts what an author writes as «**Short head.** text» into the two."""

import msgspec

from workshop_kit.domain.text import Prose, TextBlock


def head_and_text(block: TextBlock) -> tuple[str, Prose]:
    """Give a block's bold head, without its full stop, and the text after it; either may be empty."""
    first, *rest = block.runs
    if not first.bold:
        return "", (TextBlock(cells=(block.runs,)),)
    if not rest:
        return first.text.rstrip(" :."), ()
    words = (msgspec.structs.replace(rest[0], text=rest[0].text.lstrip(" :.–")), *rest[1:])
    return first.text.rstrip(" :."), (TextBlock(cells=(words,)),)
