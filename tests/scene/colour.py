"""Contrast as WCAG 2.2 counts it, with and without a white veil."""


def contrast(one: str, other: str) -> float:
    """Give the contrast of two colours of six hex digits, from 1 to 21."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def veiled(colour: str, share: float = 0.3) -> str:
    """Give a colour as it looks under a white veil, as on a wall in daylight."""
    return "".join(f"{round(value + (255 - value) * share):02X}" for value in bytes.fromhex(colour))


def _luminance(colour: str) -> float:
    parts = [value / 255 for value in bytes.fromhex(colour)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
