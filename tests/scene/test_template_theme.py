"""A PowerPoint template gives its colours and font, under the same demands as a brand file; what is none is refused in words."""

import zipfile
from pathlib import Path

import pytest
from pptx import Presentation

from workshop_kit.library.faults import ContentFault
from workshop_kit.scene.brand import shipped_brand
from workshop_kit.scene.brand_file import read_brand
from workshop_kit.scene.template_theme import template_text

THEME = """<?xml version="1.0"?>
<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:clrScheme name="x">
<a:dk1><a:sysClr val="windowText" lastClr="101820"/></a:dk1><a:lt1><a:srgbClr val="ffffff"/></a:lt1><a:dk2><a:srgbClr val="{dark}"/></a:dk2>
<a:lt2><a:srgbClr val="F4EFE6"/></a:lt2><a:accent1><a:srgbClr val="0B7079"/></a:accent1></a:clrScheme>
<a:fontScheme name="x"><a:minorFont><a:latin typeface="Arial"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>"""


def template(folder: Path, theme: str, name: str = "mal.potx", part: str = "ppt/theme/theme1.xml") -> Path:
    path = folder / name
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(part, theme)
    return path


@pytest.mark.parametrize(("name", "part"), [("mal.potx", "ppt/theme/theme1.xml"), ("Mal.THMX", "theme/theme/theme1.xml")])
def test_colours_are_taken_by_the_presentations_names_and_the_rest_stays(tmp_path: Path, name: str, part: str) -> None:
    brand, problems = read_brand(template(tmp_path, THEME.format(dark="1B2A49"), name, part))

    assert (brand.colours["tx1"], brand.colours["bg1"], brand.colours["tx2"]) == ("101820", "FFFFFF", "1B2A49")
    assert brand.colours["accent2"] == shipped_brand().colours["accent2"]
    assert (brand.slide_font, problems) == ("Arial", ())


def test_a_template_whose_colours_cannot_be_read_on_each_other_is_told_and_not_used(tmp_path: Path) -> None:
    brand, problems = read_brand(template(tmp_path, THEME.format(dark="FFF2CC")))

    assert brand.colours == shipped_brand().colours
    assert {problem.key for problem in problems} == {"content.brand_too_weak"}


def test_a_real_presentation_is_read(tmp_path: Path) -> None:
    path = tmp_path / "x.pptx"
    Presentation().save(str(path))

    assert 'accent1 = "4F81BD"' in template_text(path)
    assert 'slides = "Calibri"' in template_text(path)


@pytest.mark.parametrize("theme", ["", "<a", "<x/>", "<!DOCTYPE x [<!ENTITY y 'z'>]><x>&y;</x>"])
def test_what_is_no_theme_is_refused_in_words(tmp_path: Path, theme: str) -> None:
    brand, problems = read_brand(template(tmp_path, theme))

    assert brand == shipped_brand()
    assert [problem.key for problem in problems] == ["content.template_broken"]


def test_a_file_that_is_no_archive_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "mal.potx"
    path.write_bytes(b"PK\x03\x04rest")

    with pytest.raises(ContentFault):
        template_text(path)
