"""The client's logo or coat of arms as an item of a page."""

from workshop_kit.domain.plan import Plan
from workshop_kit.scene.page import Box, Picture, fitted


def logo_picture(plan: Plan, box: Box, *, placeholder: int | None = None) -> Picture | None:
    """Give the logo as large as a box allows, in its middle; None where the client has none."""
    if plan.logo is None:
        return None
    place = fitted((plan.logo.width, plan.logo.height), box)
    alt = plan.words["logo_alt"].format(client=plan.client)
    return Picture(name=plan.words["logo"], box=place, path=plan.logo.path, alt=alt, placeholder=placeholder)
