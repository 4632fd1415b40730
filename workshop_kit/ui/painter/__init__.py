"""Pages on the screen and on a printer: places, line breaks and colours are those of the deck and the PDF.

The modules: `page` decides what each item becomes; `text`, `table` and `picture` draw; `surface` turns the scene's lengths,
colours and outlines into Qt's; `typeface` has the bundled fonts. `thumbnails` renders small ones in the background.
"""

from workshop_kit.ui.painter.page import paint_page, render_page

__all__ = ["paint_page", "render_page"]
