"""A body is split at its headings, and its sections are parsed no sooner than they are read."""

import copy
import pickle
import subprocess
import sys

import pytest

from workshop_kit.domain.language import Language
from workshop_kit.domain.text import paragraph
from workshop_kit.library.body import LazySections, lazy_sections, markup_problems, split_body
from workshop_kit.library.faults import ContentFault

TEXT = "\n# En tittel\n\nBrød\n\n## points\n\n- én\n\n- to\n## say\nHei\n## do\n"


def test_title_body_and_sections_are_found_with_their_lines() -> None:
    body = split_body(TEXT, "nb.md", 10)

    assert (body.title, body.title_line) == ("En tittel", 11)
    assert {name: (section.line, section.text) for name, section in body.sections.items()} == {
        "body": (13, "Brød"),
        "points": (17, "- én\n\n- to"),
        "say": (21, "Hei"),
        "do": (22, ""),
    }


def test_the_place_of_a_missing_section_is_the_title() -> None:
    assert str(split_body(TEXT, "nb.md", 10).where("lead")) == "nb.md:11"


@pytest.mark.parametrize(
    ("text", "line", "key"),
    [
        ("# A\n# B\n", 2, "content.late_title"),
        ("## say\nx\n# A\n", 3, "content.late_title"),
        ("tekst\n# A\n", 2, "content.late_title"),
        ("#\n", 1, "content.missing_title"),
        ("# En **fet** tittel\n", 1, "content.plain_title"),
        ("# A\n### Under\n", 2, "content.no_heading"),
        ("# A\n## Si noe\n", 2, "content.no_heading"),
        ("# A\n## say\nx\n## say\n", 4, "content.section_twice"),
    ],
)
def test_headings_out_of_place_are_told_with_their_line(text: str, line: int, key: str) -> None:
    with pytest.raises(ContentFault) as caught:
        split_body(text, "nb.md", 1)

    assert (caught.value.problem.where.line, caught.value.problem.key) == (line, key)


def test_sections_are_a_mapping_like_any_other() -> None:
    sections = lazy_sections(split_body(TEXT, "nb.md", 1), Language.NB)

    assert list(sections) == ["body", "points", "say", "do"]
    assert len(sections) == 4
    assert sections["say"] == (paragraph("Hei"),)
    assert sections == dict(sections)
    assert "lead" not in sections
    assert sections.get("lead") is None
    with pytest.raises(KeyError):
        sections["lead"]


def test_sections_survive_pickling_and_copying_to_other_processes() -> None:
    sections = LazySections({"say": "Hei"}, Language.NN)

    assert pickle.loads(pickle.dumps(sections)) == sections
    assert copy.deepcopy(sections) == sections


def test_sections_do_not_change_with_what_they_were_made_from() -> None:
    raw = {"say": "Hei"}
    sections = LazySections(raw, Language.NB)

    raw["do"] = "Spør"

    assert list(sections) == ["say"]
    assert repr(sections) == "LazySections(say)"


def test_the_same_section_is_parsed_once() -> None:
    sections = LazySections({"say": "Bare én gang, sa hun"}, Language.NB)

    assert sections["say"] is sections["say"]


def test_only_suspect_sections_are_parsed_for_their_problems() -> None:
    body = split_body("# A\n## say\nHelt vanlig\n## do\nMed *kursiv*\n", "nb.md", 1)

    assert [(str(problem.where), problem.key) for problem in markup_problems(body, Language.NB)] == [("nb.md:5", "content.no_italics")]


def test_loading_the_library_does_not_import_the_markdown_parser() -> None:
    script = "import sys; from workshop_kit.library.load import load_library; load_library(); print('markdown_it' in sys.modules)"

    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, encoding="utf-8")

    assert done.stdout.strip() == "False"
