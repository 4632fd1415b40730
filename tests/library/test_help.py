"""The help is whole: a topic for every page, the same in both languages, and every link and picture leads somewhere."""

from pathlib import Path

import pytest

from workshop_kit.library.faults import ContentFault
from workshop_kit.library.help import LANGUAGES, PAGE_LINK, PICTURES, TOPIC_LINK, Topic, as_html, plain_text, read_topics, search_topics

PAGES = ("clients", "facts", "agenda", "slides", "sheets", "make", "figures", "content", "settings")
OTHERS = ("first", "keys", "files", "trouble")
MOST_BYTES = 2_500_000


def topic(title: str, text: str = "") -> Topic:
    return Topic(id=title.lower(), order=1, title=title, text=text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_has_a_topic(language: str) -> None:
    assert {each.id for each in read_topics(language)} == {*PAGES, *OTHERS}


def test_the_languages_have_the_same_topics_in_the_same_order_with_as_many_headings_and_the_same_links() -> None:
    def shape(language: str) -> list[tuple[str, int, tuple[str, ...]]]:
        return [(each.id, len(each.headings), each.addresses) for each in read_topics(language)]

    assert shape("nn") == shape("nb")
    assert [(name, heads) for name, heads, _ in shape("en")] == [(name, heads) for name, heads, _ in shape("nb")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_and_picture_leads_somewhere(language: str) -> None:
    known = {f"{PAGE_LINK}{page}" for page in (*PAGES, "help", "welcome")} | {f"{TOPIC_LINK}{name}" for name in (*PAGES, *OTHERS)}
    known |= {path.name for path in (PICTURES / language).glob("*.png")}
    used = {address for each in read_topics(language) for address in each.addresses}

    assert used - known == set()


def test_the_pictures_are_small() -> None:
    assert sum(path.stat().st_size for path in PICTURES.rglob("*.png")) < MOST_BYTES


def test_all_words_are_wanted_and_titles_come_first() -> None:
    topics = (topic("Filer", "Ark i mapper."), topic("Ark", "Til øvelsene."), topic("Dagen", "**Tider** og [pauser](topic:x)."))

    assert [each.title for each in search_topics(topics, "ark")] == ["Ark", "Filer"]
    assert [each.title for each in search_topics(topics, "pauser TIDER")] == ["Dagen"]
    assert search_topics(topics, "topic") == ()
    assert search_topics(topics, "  ") == topics


def test_spellings_that_meet_find_the_same() -> None:
    assert search_topics((topic("Øvelser"),), "ovelser") != ()


def test_a_topic_is_shown_without_marks_when_it_is_searched() -> None:
    assert plain_text(topic("Ark", "## Se\nVelg **ett** [ark](topic:x).")) == " Se\nVelg ett ark."


def test_markdown_becomes_html_with_its_links() -> None:
    html = as_html("Gå til [Dagen](page:agenda).\n\n![Dagen](agenda.png)\n")

    assert '<a href="page:agenda">Dagen</a>' in html
    assert '<img src="agenda.png" alt="Dagen"' in html


def test_a_topic_without_a_title_is_told_with_its_file(tmp_path: Path) -> None:
    (tmp_path / "nb").mkdir()
    (tmp_path / "nb" / "feil.md").write_text("+++\norder = 1\n+++\nTekst.\n", encoding="utf-8")

    with pytest.raises(ContentFault) as raised:
        read_topics("nb", tmp_path)
    assert "feil.md" in str(raised.value)
