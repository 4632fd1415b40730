"""Makes a client's whole pack: the plan, its pages, and the files, called by the command and by the app alike."""

import contextlib
import hashlib
from collections.abc import Iterable, Mapping
from itertools import count
from pathlib import Path

import msgspec
from msgspec.structs import replace

from workshop_kit import __version__
from workshop_kit.domain.content import Library, Per
from workshop_kit.domain.municipality import Indicators, Municipality, Outline
from workshop_kit.domain.plan import Logo, Plan
from workshop_kit.domain.problem import Problem, Where
from workshop_kit.domain.value import Value
from workshop_kit.domain.workshop import Workshop
from workshop_kit.library.indicators import load_indicators
from workshop_kit.library.load import load_library
from workshop_kit.library.municipalities import load_municipalities
from workshop_kit.library.outlines import load_outlines
from workshop_kit.pack_manifest import PlannedFile, manifest_of
from workshop_kit.pack_writing import PackWriter, Step, Told, written
from workshop_kit.planning.make_plan import make_plan
from workshop_kit.planning.names import file_stem
from workshop_kit.planning.print_set import CALL_LIST, GLOSSARY, PROGRAMME, RUN_SHEET, Printable, PrintSet, make_print_set
from workshop_kit.scene.brand_file import read_brand
from workshop_kit.scene.handouts import compose_programme, compose_run_sheet
from workshop_kit.scene.lists import compose_call_list, compose_glossary
from workshop_kit.scene.page import Document, Page
from workshop_kit.scene.paper import paper_of
from workshop_kit.scene.sheets import compose_sheet, sheet_document
from workshop_kit.scene.slides import compose_deck
from workshop_kit.scene.theme import Theme, load_theme
from workshop_kit.store.atomic import write_whole
from workshop_kit.store.faults import StoreFault, fault_of
from workshop_kit.store.manifest import NAME as MANIFEST
from workshop_kit.store.manifest import FileRole, MadeSlide, Manifest, read_manifest
from workshop_kit.store.manifest_changes import PackChanges, changes_between
from workshop_kit.writers.deck_changes import EditedDeck, edited_deck
from workshop_kit.writers.deck_reader import is_untouched
from workshop_kit.writers.picture_file import picture_size

_HANDOUT_NAMES = {PROGRAMME: "program", RUN_SHEET: "kjoreplan", GLOSSARY: "ordliste", CALL_LIST: "ringeliste"}


class Kit(Value, frozen=True, kw_only=True, eq=False):
    """Everything that is read once and used for every client."""

    library: Library
    municipalities: tuple[Municipality, ...]
    indicators: Indicators
    outlines: Mapping[str, Outline]
    theme: Theme


class Composed(Value, frozen=True, kw_only=True, eq=False):
    """A pack as pages: the deck, each exercise's sheet by its id, the programme and the run sheet."""

    plan: Plan
    deck: Document
    sheets: Mapping[str, Document]
    all_sheets: Document
    programme: Document
    run_sheet: Document
    glossary: Document
    calls: Document


class Pack(Value, frozen=True, kw_only=True, eq=False):
    """A pack as it lies in its folder. `is_new` is False where a whole pack of the same content was there already.

    `edited` are the decks that were left alone and how each differs from the new one, `since` what is different from the last making
    (None for the first), `failed` by name what hindered the files that were passed over.
    """

    folder: Path
    manifest: Manifest
    is_new: bool = True
    edited: tuple[EditedDeck, ...] = ()
    since: PackChanges | None = None
    failed: Mapping[str, StoreFault] = {}


class PackThere(Value, frozen=True, kw_only=True, eq=False):
    """What lies in a client's folder before anything is made: `files` would be made now, `manifest` is of the last making.

    `since` is how what would be made differs from it, `missing` the paths it names that are gone, `made_at` when it was made, in
    seconds since 1970.
    """

    folder: Path
    files: tuple[PlannedFile, ...]
    manifest: Manifest | None = None
    since: PackChanges | None = None
    edited: tuple[EditedDeck, ...] = ()
    missing: frozenset[str] = frozenset()
    made_at: float = 0.0


def load_kit(own: Path | None = None, brand: Path | None = None) -> tuple[Kit, tuple[Problem, ...]]:
    """Read the library, the data and the theme.

    `own` is the user's folder with content of the same form, `brand` a file of the user's own with other colours.
    """
    municipalities = load_municipalities()
    library, problems = load_library(own, municipalities=municipalities)
    used, faults = (None, ()) if brand is None else read_brand(brand)
    kit = Kit(
        library=library,
        municipalities=municipalities,
        indicators=load_indicators(),
        outlines=load_outlines(),
        theme=load_theme(used),
    )
    return kit, (*problems, *faults)


def compose(kit: Kit, workshop: Workshop, media: Path | None = None) -> tuple[Composed, tuple[Problem, ...]]:
    """Plan a workshop and place all its pages; `media` is the folder with its pictures.

    Raises PlanningFault where no plan can be made.
    """
    plan, problems = make_plan(workshop, kit.library, kit.municipalities, kit.indicators, kit.outlines)
    logo, missing = find_logo(workshop, media)
    plan = replace(plan, logo=logo)
    found = [*problems, *missing]
    deck, faults = compose_deck(plan, kit.theme)
    found += faults
    sheets: dict[str, Document] = {}
    pages: list[Page] = []
    for sheet in plan.sheets:
        placed, faults = compose_sheet(plan, sheet, kit.theme)
        sheets[sheet.exercise.id] = sheet_document(plan, sheet.text.title, placed)
        pages += placed
        found += faults
    programme, faults = compose_programme(plan, kit.theme)
    found += faults
    run_sheet, faults = compose_run_sheet(plan, kit.theme)
    found += faults
    glossary, faults = compose_glossary(plan, kit.library.terms, kit.theme)
    found += faults
    calls, faults = compose_call_list(plan, kit.theme)
    found += faults
    words = plan.words
    composed = Composed(
        plan=plan,
        deck=deck,
        sheets=sheets,
        all_sheets=sheet_document(plan, words["sheets"], tuple(pages)),
        programme=sheet_document(plan, words["programme"], (programme,)),
        run_sheet=sheet_document(plan, words["run_sheet"], (run_sheet,)),
        glossary=sheet_document(plan, words["glossary"], glossary),
        calls=sheet_document(plan, words["call_list"], calls),
    )
    return composed, tuple(found)


def printed_documents(composed: Composed) -> Mapping[str, Document]:
    """Give everything that is printed by its key, the exercises' sheets first; a list without anything in it is left out."""
    handouts = {
        PROGRAMME: composed.programme,
        RUN_SHEET: composed.run_sheet,
        GLOSSARY: composed.glossary,
        CALL_LIST: composed.calls,
    }
    return {**composed.sheets, **{key: document for key, document in handouts.items() if document.pages}}


def printed_name(composed: Composed, key: str) -> str:
    """Give the file name of something that is printed."""
    return f"{composed.plan.file_stem}-{_HANDOUT_NAMES.get(key, f'ark-{key.lower()}')}-{composed.plan.language.value}.pdf"


def whole_set(composed: Composed, keys: Iterable[str]) -> Document:
    """Give several printed documents as one, in the order of the pack."""
    wanted = frozenset(keys)
    pages = tuple(page for key, document in printed_documents(composed).items() if key in wanted for page in document.pages)
    return sheet_document(composed.plan, composed.plan.words["sheets"], pages)


def print_set(composed: Composed, workshop: Workshop) -> PrintSet:
    """Reckon how many copies are printed of each sheet; `workshop` may have another head-count than the pages were placed for."""
    exercises = {sheet.exercise.id: sheet.exercise for sheet in composed.plan.sheets}
    people = {PROGRAMME: Per.PERSON, GLOSSARY: Per.PERSON}
    sheets: list[Printable] = []
    for key, document in printed_documents(composed).items():
        exercise = exercises.get(key)
        sheets.append(
            Printable(
                key=key,
                per=exercise.per if exercise else people.get(key, Per.FACILITATOR),
                group=exercise.group if exercise else None,
                papers=tuple(paper_of(page) for page in document.pages),
                is_coloured=exercise is not None and exercise.goals,
                extra=int(key == PROGRAMME),
            )
        )
    return make_print_set(workshop, sheets)


def find_logo(workshop: Workshop, media: Path | None) -> tuple[Logo | None, tuple[Problem, ...]]:
    """Give the client's logo in the folder with its pictures; one that cannot be shown is told, and passed over."""
    name = workshop.logo
    if not name or media is None:
        return None, ()
    path, where = media / name, Where(file=f"{media.name}/{name}")
    if Path(name).name != name or not path.is_file():
        return None, (Problem(where=where, key="plan.logo_missing", values={"name": name}),)
    size = picture_size(path)
    if size is None:
        return None, (Problem(where=where, key="plan.logo_broken", values={"name": name}),)
    return Logo(path=str(path), width=size[0], height=size[1]), ()


Planned = tuple[Composed, tuple[Problem, ...]]
"""What `compose` gives."""


def make_pack(
    kit: Kit,
    workshop: Workshop,
    out: Path,
    step: Step | None = None,
    media: Path | None = None,
    *,
    told: Told | None = None,
    planned: Planned | None = None,
    left_out: frozenset[str] = frozenset(),
) -> tuple[Pack, tuple[Problem, ...]]:
    """Make a client's pack in its own folder under `out`, each file whole or not at all.

    A deck that was edited since it was made is left alone and the new one written beside it. A file that somebody holds or has
    protected is passed over and told of, and the others are made; a full disk or a drive that is gone stops it all. What was made is
    noted in the manifest even when it is stopped. `media` is the folder with the workshop's pictures, `planned` saves planning
    again, and `left_out` are slots that are not made this time, whose files stay as they are. Raises PlanningFault, StoreFault (also
    when not one file could be made), and what `step` raises.
    """
    composed, problems = planned or compose(kit, workshop, media)
    folder = pack_folder(kit, workshop, out)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise fault_of(error, folder) from error
    before = read_manifest(folder)
    files, kept = planned_files(composed, workshop, folder)
    edited = _edited(folder, kept, composed, before)
    writer = PackWriter(folder, kit.theme, told)
    now = manifest_of(workshop, composed.plan, files, made_with(kit, workshop, media))
    with contextlib.ExitStack() as stopped:
        stopped.callback(writer.note_what_is_made, now, before, kept)
        writer.write(tuple(file for file in files if file.slot not in left_out), step)
        stopped.pop_all()
    if writer.failed and not writer.made:
        raise next(iter(writer.failed.values()))
    manifest = writer.note(now, before, kept)
    since = None if before is None else changes_between(before, manifest)
    return Pack(folder=folder, manifest=manifest, edited=edited, since=since, failed=writer.failed), problems


def pack_folder(kit: Kit, workshop: Workshop, out: Path) -> Path:
    """Give the folder that a client's pack is made in."""
    return out / file_stem(next(each for each in kit.municipalities if each.number == workshop.municipality))


def whole_pack(kit: Kit, workshop: Workshop, out: Path, media: Path | None = None) -> Pack | None:
    """Give the pack that was made before of just the same, if all its files are there."""
    folder = pack_folder(kit, workshop, out)
    manifest = read_manifest(folder)
    if manifest is None or manifest.made_with != made_with(kit, workshop, media):
        return None
    if not all((folder / file.path).is_file() for file in manifest.files):
        return None
    return Pack(folder=folder, manifest=manifest, is_new=False)


def made_with(kit: Kit, workshop: Workshop, media: Path | None = None) -> str:
    """Give a fingerprint of everything a pack is made from: workshop, logo, content, brand and program.

    What the facilitator ticks and notes is printed nowhere, and makes no pack an old one.
    """
    printed, logo = replace(workshop, done=(), notes=""), find_logo(workshop, media)[0]
    picture = "" if logo is None else hashlib.sha256(Path(logo.path).read_bytes()).hexdigest()
    brand = (sorted(kit.theme.colours.items()), sorted(kit.theme.meanings.items()), kit.theme.slide_font)
    return hashlib.sha256(msgspec.json.encode((printed, picture, kit.library.version, brand, __version__))).hexdigest()[:16]


def planned_files(composed: Composed, workshop: Workshop, folder: Path) -> tuple[tuple[PlannedFile, ...], tuple[str, ...]]:
    """Give the files of a pack, the deck under a name that nobody's work lies at, and the names of edited decks left alone."""
    stem, language = composed.plan.file_stem, composed.plan.language.value
    deck, kept = _deck_name(folder, f"{stem}-presentasjon-{language}")
    copies, titles = _copies(composed, workshop), {sheet.exercise.id: sheet.text.title for sheet in composed.plan.sheets}
    printed = (
        PlannedFile(
            name=printed_name(composed, key),
            role=FileRole.SHEET if key in composed.sheets else FileRole(key),
            document=document,
            exercise=key if key in composed.sheets else None,
            title=titles.get(key, ""),
            copies=copies.get(key),
        )
        for key, document in printed_documents(composed).items()
    )
    files = (
        PlannedFile(name=deck, role=FileRole.DECK, document=composed.deck),
        PlannedFile(name=f"{stem}-ark-{language}.pdf", role=FileRole.SHEETS, document=composed.all_sheets),
        *printed,
    )
    return tuple(file for file in files if file.document.pages), kept


def _copies(composed: Composed, workshop: Workshop) -> Mapping[str, int]:
    """Give the copies by exercise or role; without a head-count only those that somebody has set."""
    if workshop.participants:
        return {row.sheet.key: row.count for row in print_set(composed, workshop).rows}
    return {each.sheet: each.count for each in workshop.copies}


def write_sheet(document: Document, theme: Theme, path: Path) -> Path:
    """Write a document as a PDF, whole or not at all, and give its path; raises StoreFault."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise fault_of(error, path.parent) from error
    write_whole(path, written(document, FileRole.SHEET, theme))
    return path


def pack_there(kit: Kit, workshop: Workshop, out: Path, composed: Composed, media: Path | None = None) -> PackThere:
    """Tell what lies in a client's folder, and how it differs from what would be made now; nothing is written."""
    folder = pack_folder(kit, workshop, out)
    before = read_manifest(folder)
    files, kept = planned_files(composed, workshop, folder)
    now = manifest_of(workshop, composed.plan, files, made_with(kit, workshop, media))
    edited = _edited(folder, kept, composed, before)
    if before is None:
        return PackThere(folder=folder, files=files, edited=edited)
    missing = frozenset(file.path for file in before.files if not (folder / file.path).is_file())
    since = changes_between(replace(before, files=tuple(file for file in before.files if file.path not in missing)), now)
    return PackThere(folder=folder, files=files, manifest=before, since=since, edited=edited, missing=missing, made_at=_made_at(folder))


def _edited(folder: Path, names: tuple[str, ...], composed: Composed, before: Manifest | None) -> tuple[EditedDeck, ...]:
    made: Mapping[str, tuple[MadeSlide, ...]] = before.decks if before is not None else {}
    return tuple(edited_deck(folder / name, composed.deck, made.get(name, ())) for name in names)


def _made_at(folder: Path) -> float:
    try:
        return (folder / MANIFEST).stat().st_mtime
    except OSError:
        return 0.0


def _deck_name(folder: Path, stem: str) -> tuple[str, tuple[str, ...]]:
    """Give a name for the deck that nobody's work lies at, and those of the edited decks that are left alone."""
    kept: list[str] = []
    for number in count(1):
        name = f"{stem}.pptx" if number == 1 else f"{stem}-{number}.pptx"
        if not (folder / name).exists() or is_untouched(folder / name):
            return name, tuple(kept)
        kept.append(name)
    raise AssertionError("numbers do not end")
