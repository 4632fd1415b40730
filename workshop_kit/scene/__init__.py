"""Places a plan's slides and sheets on pages: measured, wrapped and judged to fit, once for every writer."""
