"""The client's logo in deck and sheets: seen where it belongs, told where it cannot be shown, the same bytes each time."""

import io
import shutil
import zipfile
from pathlib import Path

import pytest
from msgspec.structs import replace
from PIL import Image
from pptx import Presentation
from pptx.shapes.picture import Picture as DeckPicture

from tests import make
from workshop_kit.domain.language import Language
from workshop_kit.domain.workshop import Workshop
from workshop_kit.pack import compose, load_kit, made_with, make_pack, whole_pack
from workshop_kit.scene.brand_file import brand_text
from workshop_kit.scene.page import Document, Picture, Shape
from workshop_kit.store.workshops import held_alike
from workshop_kit.writers.picture_file import picture_size
from workshop_kit.writers.pptx_deck import write_deck

TALL, WIDE = (300, 380), (1200, 300)


@pytest.fixture
def media(tmp_path: Path) -> Path:
    folder = tmp_path / "media"
    folder.mkdir()
    Image.new("RGBA", TALL, (20, 70, 160, 255)).save(folder / "tall.png")
    Image.new("RGB", WIDE, (0, 120, 80)).save(folder / "wide.jpg")
    (folder / "broken.png").write_bytes((folder / "tall.png").read_bytes()[:60])
    (folder / "words.png").write_text("Dette er ikke et bilde.", encoding="utf-8")
    return folder


def client(logo: str, language: Language = Language.NB) -> Workshop:
    return make.workshop(municipality="3110" if language is Language.NB else "4649", language=language, logo=logo)


def pictures(document: Document) -> list[tuple[str, Picture]]:
    return [(page.layout, item) for page in document.pages for item in page.items if isinstance(item, Picture)]


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize(("name", "size"), [("tall.png", TALL), ("wide.jpg", WIDE)])
def test_the_logo_stands_on_cover_closing_and_programme_in_its_own_proportions(
    media: Path, name: str, size: tuple[int, int], language: Language
) -> None:
    composed, problems = compose(make.kit(), client(name, language), media)
    found = [*pictures(composed.deck), *pictures(composed.programme)]

    assert problems == ()
    assert [layout for layout, _ in found] == ["title", "closing", ""]
    assert {item.alt for _, item in found} == {f"Kommunevåpenet eller logoen til {composed.plan.client}"}
    assert all(item.box.w / item.box.h == pytest.approx(size[0] / size[1], rel=0.01) for _, item in found)


def test_on_a_dark_slide_the_logo_has_a_white_plate_under_it(media: Path) -> None:
    composed, _ = compose(make.kit(), client("tall.png"), media)
    for page in composed.deck.pages:
        items = list(page.items)
        for place, item in enumerate(items):
            if isinstance(item, Picture):
                plate = items[place - 1]
                assert isinstance(plate, Shape)
                assert plate.fill == "bg1"
                assert plate.box.x < item.box.x
                assert plate.box.bottom > item.box.bottom
                assert item.box.right <= page.width - 540_000


def test_without_a_logo_pages_are_as_they_were(media: Path) -> None:
    composed, problems = compose(make.kit(), client(""), media)

    assert (pictures(composed.deck), pictures(composed.programme), problems) == ([], [], ())


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("gone.png", "plan.logo_missing"),
        ("../media/tall.png", "plan.logo_missing"),
        ("broken.png", "plan.logo_broken"),
        ("words.png", "plan.logo_broken"),
    ],
)
def test_a_logo_that_cannot_be_shown_is_told_and_passed_over(media: Path, name: str, key: str) -> None:
    composed, problems = compose(make.kit(), client(name), media)

    assert [problem.key for problem in problems] == [key]
    assert pictures(composed.deck) == []


def test_the_deck_holds_the_picture_once_with_its_description(media: Path) -> None:
    composed, _ = compose(make.kit(), client("tall.png"), media)
    data = write_deck(composed.deck, make.theme())
    deck = Presentation(io.BytesIO(data))
    shapes = [shape for slide in deck.slides for shape in slide.shapes if "Kommunevåpenet" in shape._element.xml]  # pyright: ignore[reportPrivateUsage] - the element has no public name
    names = [name for name in zipfile.ZipFile(io.BytesIO(data)).namelist() if name.startswith("ppt/media/")]

    assert len(shapes) == 2
    assert any(isinstance(shape, DeckPicture) for shape in shapes)
    assert len(names) == 1


def test_the_same_logo_gives_the_same_bytes_wherever_it_lies(media: Path, tmp_path: Path) -> None:
    other = tmp_path / "elsewhere"
    shutil.copytree(media, other)
    files = [make_pack(make.kit(), client("tall.png"), tmp_path / name, media=at)[0] for name, at in (("a", media), ("b", other))]
    first, second = ({path.name: path.read_bytes() for path in pack.folder.iterdir()} for pack in files)

    assert first == second


def test_another_logo_or_brand_makes_the_pack_an_old_one_but_a_tick_does_not(media: Path, tmp_path: Path) -> None:
    kit, workshop = make.kit(), client("tall.png")
    make_pack(kit, workshop, tmp_path, media=media)
    (tmp_path / "brand.toml").write_text(brand_text({"tx2": "12355B", "accent1": "1F5FA8"}, "Lilla"), encoding="utf-8")
    branded, _ = load_kit(brand=tmp_path / "brand.toml")

    assert whole_pack(kit, replace(workshop, done=("prints",), notes="Ring Kari."), tmp_path, media) is not None
    assert made_with(branded, workshop, media) != made_with(kit, workshop, media)
    Image.new("RGBA", TALL, (200, 70, 160, 255)).save(media / "tall.png")
    assert whole_pack(kit, workshop, tmp_path, media) is None


def test_the_logo_is_not_taken_along_to_another_client() -> None:
    earlier = replace(client("tall.png"), done=("prints",))
    other = held_alike(earlier, Workshop(municipality="4649", language=Language.NN))

    assert (other.logo, other.done) == ("", ())


def test_a_picture_is_measured_only_when_it_can_be_read_to_its_end(media: Path) -> None:
    assert picture_size(media / "tall.png") == TALL
    assert picture_size(media / "wide.jpg") == WIDE
    assert picture_size(media / "broken.png") is None
    assert picture_size(media / "gone.png") is None
    Image.new("RGB", (9, 9)).save(media / "logo.gif")
    assert picture_size(media / "logo.gif") is None
