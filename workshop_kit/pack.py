"""Makes a client's whole pack: the plan, its pages, and the files, called by the command and by the app alike."""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import msgspec
from msgspec.structs import replace

from workshop_kit import __version__
from workshop_kit.domain.agenda import length_of
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
from workshop_kit.planning.make_plan import make_plan
from workshop_kit.planning.names import file_stem
from workshop_kit.planning.print_set import CALL_LIST, GLOSSARY, PROGRAMME, RUN_SHEET, Printable, PrintSet, make_print_set
from workshop_kit.scene.brand_file import read_brand
from workshop_kit.scene.chart import chart_shapes
from workshop_kit.scene.handouts import compose_programme, compose_run_sheet
from workshop_kit.scene.lists import compose_call_list, compose_glossary
from workshop_kit.scene.page import Document, Page
from workshop_kit.scene.paper import paper_of
from workshop_kit.scene.sheets import compose_sheet, sheet_document
from workshop_kit.scene.slides import compose_deck
from workshop_kit.scene.theme import Theme, load_theme
from workshop_kit.store.atomic import write_whole
from workshop_kit.store.faults import fault_of
from workshop_kit.store.manifest import FileRole, Manifest, ManifestFile, read_manifest, write_manifest
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


class Pack(Value, frozen=True, kw_only=True):
    """A pack as it lies in its folder. `is_new` is False where a whole pack of the same content was there already."""

    folder: Path
    manifest: Manifest
    is_new: bool = True


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


Step = Callable[[int, int, str], None]
"""Told before each file: its number from 1, of how many, and its name. What it raises stops the making."""


def make_pack(
    kit: Kit, workshop: Workshop, out: Path, step: Step | None = None, media: Path | None = None
) -> tuple[Pack, tuple[Problem, ...]]:
    """Make a client's pack in its own folder under `out`, each file whole or not at all.

    A deck that was edited since it was made is left alone and the new one written beside it. `step` is told how far the
    making has come, `media` is the folder with the workshop's pictures. Raises PlanningFault and StoreFault.
    """
    composed, problems = compose(kit, workshop, media)
    folder = pack_folder(kit, workshop, out)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise fault_of(error, folder) from error
    files: list[ManifestFile] = []
    copies = _copies(composed, workshop)
    deck, kept = _deck_path(folder, f"{composed.plan.file_stem}-presentasjon-{workshop.language.value}")
    planned = _files(composed, deck.name)
    for number, (name, role, document, exercise) in enumerate(planned, start=1):
        if step is not None:
            step(number, len(planned), name)
        write_whole(folder / name, _written(document, role, kit.theme))
        number_of_copies = copies.get(exercise or role.value)
        files.append(ManifestFile(role=role, path=name, pages=len(document.pages), exercise=exercise, copies=number_of_copies))
    manifest = Manifest(
        municipality=workshop.municipality,
        language=workshop.language,
        content_version=kit.library.version,
        files=tuple(files),
        minutes=length_of(composed.plan.timetable),
        kept=tuple(path.name for path in kept),
        made_with=made_with(kit, workshop, media),
    )
    write_manifest(folder, manifest)
    return Pack(folder=folder, manifest=manifest), problems


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


def _files(composed: Composed, deck: str) -> list[tuple[str, FileRole, Document, str | None]]:
    """Give every file of a pack: its name, role and document, and the exercise that a single sheet belongs to."""
    stem, language = composed.plan.file_stem, composed.plan.language.value
    files: list[tuple[str, FileRole, Document, str | None]] = [
        (deck, FileRole.DECK, composed.deck, None),
        (f"{stem}-ark-{language}.pdf", FileRole.SHEETS, composed.all_sheets, None),
    ]
    for key, document in printed_documents(composed).items():
        is_sheet = key in composed.sheets
        role = FileRole.SHEET if is_sheet else FileRole(key)
        files.append((printed_name(composed, key), role, document, key if is_sheet else None))
    return files


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
    write_whole(path, _written(document, FileRole.SHEET, theme))
    return path


def _written(document: Document, role: FileRole, theme: Theme) -> bytes:
    """Write a document; the writers are imported when first used, since they are slow to import."""
    if role is FileRole.DECK:
        from workshop_kit.writers.pptx_deck import write_deck

        return write_deck(document, theme)
    from workshop_kit.writers.pdf_sheets import write_pdf

    return write_pdf(document, theme, chart_shapes)


def _deck_path(folder: Path, stem: str) -> tuple[Path, tuple[Path, ...]]:
    """Give a path for the deck that nobody's work lies at, and the edited decks that are left alone."""
    kept: list[Path] = []
    number = 1
    while True:
        path = folder / (f"{stem}.pptx" if number == 1 else f"{stem}-{number}.pptx")
        if not path.exists() or is_untouched(path):
            return path, tuple(kept)
        kept.append(path)
        number += 1
