"""Words, colours and jobs: every text in every language, contrast that can be read, and jobs that end in one way."""

import re
from pathlib import Path
from string import Formatter
from threading import Event

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tests import make
from workshop_kit.app import has_screen
from workshop_kit.domain.agenda import BlockKind, Length
from workshop_kit.domain.by_hand import OwnSlideLayout
from workshop_kit.domain.content import Confidence, Use
from workshop_kit.domain.language import Language
from workshop_kit.domain.workshop import ParticipantRole, Workshop
from workshop_kit.library import drafts
from workshop_kit.library.report_form import KINDS
from workshop_kit.library.required import EXAMPLE, FIGURES, LAYOUTS
from workshop_kit.pack_manifest import FACTS
from workshop_kit.planning.choices import FLAGS
from workshop_kit.planning.examples import Reason
from workshop_kit.planning.rules import Rule
from workshop_kit.scene.brand import READ_ON, SEEN_ON
from workshop_kit.store.manifest import FileRole
from workshop_kit.store.manifest_changes import Reason as Different
from workshop_kit.ui.clients.own_workshops import GroupKind
from workshop_kit.ui.content.example_form import TYPES
from workshop_kit.ui.jobs import Handle, Jobs
from workshop_kit.ui.shortcuts import NAMED, SHORTCUTS
from workshop_kit.ui.texts import InterfaceLanguage, Texts, read_texts
from workshop_kit.ui.tokens import DARK, LIGHT, Tokens
from workshop_kit.writers.deck_changes import Edit

UI = Path(__file__).resolve().parents[2] / "workshop_kit" / "ui"
READ = 4.5


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
def test_every_text_can_be_read_on_its_ground(tokens: Tokens) -> None:
    pairs = (
        *(
            (text, ground)
            for text in (tokens.ink, tokens.muted, tokens.danger, tokens.warning)
            for ground in (tokens.surface, tokens.background)
        ),
        (tokens.on_primary, tokens.primary),
        (tokens.on_soft, tokens.primary_soft),
    )
    assert all(contrast(*pair) >= READ for pair in pairs)
    assert contrast(tokens.line_strong, tokens.surface) >= 3
    assert contrast(tokens.focus, tokens.surface) >= 3


def test_the_three_languages_have_the_same_texts_with_the_same_places() -> None:
    bokmal, *others = (read_texts(language) for language in InterfaceLanguage)

    def places(text: str) -> set[str | None]:
        return {name for _, name, _, _ in Formatter().parse(text) if name}

    for other in others:
        assert other.keys() == bokmal.keys()
        assert [key for key in bokmal if places(bokmal[key]) != places(other[key])] == []


def test_every_text_is_used_and_every_used_text_is_there() -> None:
    keys = set(read_texts(InterfaceLanguage.NB))
    code = "\n".join(path.read_text(encoding="utf-8") for path in sorted(UI.rglob("*.py")))
    sections = "|".join(sorted({key.partition(".")[0] for key in keys} - {"clients", "why"}))
    whole = set(re.findall(rf"""["']((?:{sections})\.[a-z_0-9-]+)["']""", code)) | {each.text for each in SHORTCUTS}
    begun = set(re.findall(rf"""f["']((?:{sections})\.[a-z_]*)\{{""", code))
    quoted = set(re.findall(r"""["']([a-z0-9_-]+)["']""", code)) | {role.name.lower() for role in ParticipantRole}
    quoted |= {each.value.removeprefix("agenda-").replace("-", "_") for kind in (Language, Length, BlockKind, Rule) for each in kind}
    quoted |= {length.value for length in Length} | {layout.name.lower() for layout in OwnSlideLayout} | KINDS
    quoted |= {name for part in (*LAYOUTS.values(), *FIGURES.values(), EXAMPLE) for name in (*part.needed, *part.allowed)}
    quoted |= {name.lower() for name in NAMED} | {kind.value for kind in GroupKind} | set(Workshop.__struct_fields__)
    quoted |= {theme for example in make.kit().library.examples for theme in example.themes}
    quoted |= {slot.lower() for pair in READ_ON for slot in pair} | {slot for drawn, ground, _ in SEEN_ON for slot in (drawn, ground)}
    quoted |= {each.value for each in Confidence} | {use.name.lower() for use in Use} | {each.lower() for each in TYPES}
    quoted |= {*drafts.NOTES, *(name for names in drafts.LAYOUTS.values() for name in names)}
    quoted |= {each.value.replace("-", "_") for kind in (FileRole, Edit, Different) for each in kind} | set(FACTS)
    counted = {f"{key}_{form}" for key in whole for form in ("one", "many")} & keys

    def is_made(key: str) -> bool:
        ends = {
            key.removeprefix(start).removesuffix("_one").removesuffix("_many").removesuffix("_hint")
            for start in begun
            if key.startswith(start)
        }
        return bool(ends & quoted)

    known = {key for key in keys if key in whole | counted or is_made(key)}

    assert {key for key in keys if not key.startswith(("clients.", "why."))} - known == set()
    assert {key for key in whole if key not in keys and f"{key}_one" not in keys} == set()


def test_every_reason_for_a_slide_has_its_words_and_no_other_is_there() -> None:
    told = {key.removeprefix("why.") for key in read_texts(InterfaceLanguage.NB) if key.startswith("why.")}
    code = (UI.parent / "planning" / "why.py").read_text(encoding="utf-8")
    made = (
        set(re.findall(r'key="([a-z_]+)"', code))
        | {"lunch", "pause"}
        | {f"when_{flag}" for flag in FLAGS}
        | {each.value for each in Reason}
    )

    assert told == made


def test_one_and_many_are_told_apart() -> None:
    texts = Texts(InterfaceLanguage.NB)

    assert (texts.count("make.pages", 1), texts.count("make.pages", 3)) == ("1 side", "3 sider")


def test_a_job_brings_its_result_and_how_far_it_came(qtbot: QtBot) -> None:
    owner, steps = QObject(), list[tuple[int, int, str]]()
    jobs = Jobs(owner)

    connected = Event()

    def work(handle: Handle[int]) -> int:
        connected.wait()
        handle.step(1, 2, "a")
        return 42

    def note(number: int, of: int, what: str) -> None:
        steps.append((number, of, what))

    results = list[object]()
    handle = jobs.start(work)
    handle.progress.connect(note)
    handle.done.connect(results.append)
    connected.set()
    qtbot.waitUntil(lambda: bool(results), timeout=5_000)
    assert (results, steps) == ([42], [(1, 2, "a")])


def test_a_job_that_fails_tells_why(qtbot: QtBot) -> None:
    jobs = Jobs(owner := QObject())

    def work(handle: Handle[None]) -> None:
        raise ValueError("nei")

    faults = list[Exception]()
    jobs.start(work).failed.connect(faults.append)
    qtbot.waitUntil(lambda: bool(faults), timeout=5_000)
    assert owner is not None
    assert [str(fault) for fault in faults] == ["nei"]


def test_a_job_is_stopped_at_its_next_step(qtbot: QtBot) -> None:
    jobs = Jobs(owner := QObject())

    def work(handle: Handle[None]) -> None:
        while True:
            handle.step(1, 1, "")

    handle = jobs.start(work)
    with qtbot.waitSignal(handle.stopped, timeout=5_000):
        handle.stop()
    assert owner is not None


@pytest.mark.parametrize(
    ("platform", "environment", "there"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "w"}, True),
        ("win32", {}, True),
        ("darwin", {}, True),
    ],
)
def test_a_screen_is_looked_for_where_there_may_be_none(platform: str, environment: dict[str, str], there: bool) -> None:
    assert has_screen(platform, environment) is there
