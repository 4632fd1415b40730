"""Contrast as WCAG 2.2 counts it, with and without the veil that daylight lays over a wall."""

READ = 4.5
"""Contrast from which text is read on its ground."""
VEIL = 0.3
"""How much of a colour on a wall in daylight is white."""


def contrast(one: str, other: str) -> float:
    """Give the contrast of two colours of six hex digits, from 1 to 21."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def mixed(colour: str, other: str, share: float) -> str:
    """Give a colour with a share of another in it, as six hex digits."""
    pairs = zip(bytes.fromhex(colour), bytes.fromhex(other), strict=True)
    return "".join(f"{round(one + (two - one) * share):02X}" for one, two in pairs)


def veiled(colour: str) -> str:
    """Give a colour as it looks on a wall in daylight."""
    return mixed(colour, "FFFFFF", VEIL)


def _luminance(colour: str) -> float:
    parts = [value / 255 for value in bytes.fromhex(colour)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
