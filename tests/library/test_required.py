"""The table of layouts, figures and sections agrees with what can be planned and drawn."""

import pytest

from workshop_kit.library.required import ASK, FIGURES, LAYOUTS, NOTES, sections_of
from workshop_kit.paths import SLIDES
from workshop_kit.planning.figure_makers import FIGURE_MAKERS
from workshop_kit.scene.drawings import DRAWINGS


def test_every_figure_that_content_may_name_can_be_made_or_drawn() -> None:
    assert set(FIGURES) <= {*DRAWINGS, *FIGURE_MAKERS}


def test_every_layout_that_content_may_name_is_there() -> None:
    assert set(LAYOUTS) <= {path.stem for path in (SLIDES / "layouts").glob("*.toml")}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_slide_has_notes(layout: str) -> None:
    assert set(NOTES) <= set(sections_of(layout, None).needed)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_slide_may_have_questions_for_those_who_are_there(layout: str) -> None:
    sections = sections_of(layout, None)

    assert all(sections.knows(name) and name not in sections.needed for name in ASK)


def test_a_slide_needs_what_its_layout_and_its_figure_need() -> None:
    sections = sections_of("canvas", "smart-city")

    assert sections.needed == ("chain", "aims", *NOTES)
    assert sections.knows("lead")
    assert not sections.knows("question")


def test_a_list_of_sources_makes_its_own_body() -> None:
    assert sections_of("content", None).needed == ("body", *NOTES)
    assert sections_of("content", "sources").needed == NOTES
    assert sections_of("content", "sources").knows("body")


def test_what_is_unknown_has_no_sections() -> None:
    with pytest.raises(KeyError):
        sections_of("poster", None)
    with pytest.raises(KeyError):
        sections_of("canvas", "pie")
