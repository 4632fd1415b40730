"""The language check: what is wrong with the Norwegian of the content files, rule by rule.

`python -m tests.language.check` prints every fault of the project and answers 1 when there is one.
"""

import csv
import re
import shutil
import subprocess
import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import NamedTuple, cast

from typing_extensions import override

from tests.language.texts import LANGUAGES, Text, read_texts

PROJECT = Path(__file__).parents[2]
NORM_FILE = Path(__file__).with_name("norm.toml")
MUNICIPALITIES = PROJECT / "assets" / "data" / "municipalities.csv"
HUNSPELL_PACKAGE = "hunspell-no"
MOST_LIX_STEPS, MOST_LIX_NOTES = 35, 45
LONG_WORD = 7  # letters, as LIX counts
NUMBER_SAMPLE = "12"  # for a token that norm.toml gives no words for

TOKEN = re.compile(r"\{(\w*)\}")
FOREIGN = re.compile(r"⟦.*?⟧", re.DOTALL)
ADDRESS = re.compile(r"https?://\S+|\S+@\S+\.\w+|\b[\w.-]+\.(?:no|eu|org|com|dk)\b\S*")
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
WORD_OR_CODE = re.compile(r"\w+")
WORD_OR_FIRST_PART = re.compile(r"\w+(?:-(?!\w))?")
SENTENCE_END = re.compile(r"[.!?:](?=\s|$)")
A_INFINITIVE = re.compile(r"\bå\s(?:(?:ikkje|også|berre|alltid)\s)?([a-zæøå]+a)\b")
VERBS_IN_A = re.compile(r"(?:ha|la|dra|bidra|delta|ta|(?:gjen|inn|mot|opp|over|på|til|unn|vare|ivare|fore|an)ta|vedta)")
STEP_TEXT = re.compile(r"step\.\w+\.text")
NOTES = re.compile(r"(.*)/(?:say|do)")


class Rule(StrEnum):
    """The rules, by the name that is printed with a fault."""

    SPELLING = "spelling"
    OTHER_STANDARD = "other standard"
    HOUSE_NORM = "house norm"
    A_INFINITIVE = "a-infinitive"
    OLD_COUNTY = "old county"
    TYPOGRAPHY = "typography"
    TOKEN = "token"
    PARITY = "nb and nn differ"
    READABILITY = "readability"


class HunspellMissingError(Exception):
    """Hunspell, or its dictionary for a language, is not on this machine."""


@dataclass(frozen=True)
class Fault:
    """Something wrong in a text: where it stands, the word or words, the rule, and what to do."""

    path: str
    line: int
    language: str
    rule: Rule
    word: str
    advice: str

    @override
    def __str__(self) -> str:
        """Give file, line, word, rule and advice on one line."""
        return f"{self.path}:{self.line}: «{self.word}» [{self.language}, {self.rule}] {self.advice}"


@dataclass(frozen=True)
class Norm:
    """The word lists of norm.toml for one language, and the names both have."""

    other_standard: frozenset[str]
    other_standard_pattern: re.Pattern[str]
    project: frozenset[str]
    house_norm: Mapping[str, str]
    house_norm_pattern: re.Pattern[str]
    names: frozenset[str]
    old_counties: re.Pattern[str]
    samples: Mapping[str, str]
    code: re.Pattern[str]


class Pattern(NamedTuple):
    """What typography forbids, and what to write instead."""

    expression: re.Pattern[str]
    advice: str


UNITS = (
    "%|‰|°C|prosent|prosentpoeng|km²|km2|km|m²|m2|cm|mm|m|kg|tonn|kr|kroner|mill\\.|mrd\\.|million(?:er|ar)?|milliard(?:er|ar)?"
    "|kWh|MWh|GWh|TWh|kW|MW|pt"
)
LOOKS_WRONG_BUT_IS_RIGHT = re.compile(
    r"§+\s?\d+-\d+(?:(?:,| og| til| eller) \d+-\d+)*"  # paragraphs of a law
    r"|\b\d{1,2}\.\d{1,2}\.\d{4}\b"  # dates
    r"|\b[0-2]\d\.[0-5]\d\b"  # times of day
    r"|\b(?:del)?mål(?:et|ene|a)? \d{1,2}\.\w\b"  # the UN's targets
    rf"|\b[1-3]\.0\b(?!\s?(?:{UNITS}))"  # kommune 2.0
    r"|\b(?:tabell|nr\.|tlf\.|telefon) \d+|\b0\d+\b(?!:)"  # numbers that are names
)
TYPOGRAPHY = tuple(
    Pattern(re.compile(expression), advice)
    for expression, advice in (
        ("[\"'“”„‟]", "write «»"),
        (r"(?<=\S)[ \u00a0]{2,}(?=\S)", "write one space"),
        (r"\u2011", "write a plain hyphen: the fonts lack U+2011"),
        (r"—", "write a full stop or a comma: no em dashes"),
        (r"\w*!", "write a full stop: no exclamation marks"),
        (r"\.{3,}", "write …"),
        (r"\S* [,;:?.](?!\w)", "no space before the mark"),
        (r"(?<![\d-])\d+ ?- ?\d+(?![\d-])", "write an en dash without spaces in a range"),
        (r"\b\d+ – \d+|\b\d+ –\d+|\b\d+– \d+", "write an en dash without spaces in a range"),
        (r"(?<![\d.])\d+\.\d+(?![\d.])", "write a decimal comma, and a no-break space in thousands"),
        (r"(?<!\d)\d{1,3} \d{3}(?!\d)", "write a no-break space (U+00A0) in thousands"),
        (r"(?<![\d.,])(?:\d{5,}|(?!1[5-9]|20)\d{4})(?![\d.])", "write a no-break space (U+00A0) in thousands"),
        (rf"\d[ \n](?:{UNITS})(?!\w)", "write a no-break space (U+00A0) between number and unit"),
        (r"\d[%‰]", "write a no-break space (U+00A0) between number and unit"),
        (r"\b\d{1,2}:\d{2}\b", "write the time with a full stop, 09.15"),
    )
)


def find_faults(root: Path, rules: Collection[Rule] = tuple(Rule)) -> tuple[Fault, ...]:
    """Give the faults of the content under `root`, in the order of file and line; raises HunspellMissingError for SPELLING without it."""
    texts, norms = read_texts(root), {language: read_norm(language) for language in LANGUAGES}
    faults = [fault for text in texts for fault in _faults_of_text(text, norms[text.language], rules)]
    if Rule.SPELLING in rules:
        faults += _spelling_faults(texts, norms)
    if Rule.PARITY in rules:
        faults += _parity_faults(texts)
    if Rule.READABILITY in rules:
        faults += _readability_faults(texts, norms)
    return tuple(sorted(set(faults), key=lambda fault: (fault.path, fault.line, fault.rule, fault.word)))


@cache
def read_norm(language: str) -> Norm:
    """Read norm.toml for a language, with the names of municipalities, counties and centres."""
    tables = cast("dict[str, dict[str, object]]", tomllib.loads(NORM_FILE.read_text(encoding="utf-8")))
    own, samples = tables[language], tables["samples"]
    house_norm = cast("dict[str, str]", own["house_norm"]) | cast("dict[str, str]", tables["both"]["house_norm"])
    return Norm(
        other_standard=frozenset(cast("list[str]", own["other_standard"])),
        other_standard_pattern=_any_of(cast("list[str]", own["other_standard_patterns"])),
        project=frozenset(cast("list[str]", own["project"])),
        house_norm=house_norm,
        house_norm_pattern=_any_of(re.escape(words).replace(r"\ ", r"\s+") for words in sorted(house_norm, key=len, reverse=True)),
        names=frozenset(cast("list[str]", tables["names"]["words"])) | _municipality_words(),
        old_counties=re.compile(rf"\b(?:{'|'.join(cast('list[str]', tables['counties_before_2024']['names']))})\b"),
        samples=cast("dict[str, str]", samples["both"]) | cast("dict[str, str]", samples[language]),
        code=_code_pattern(cast("list[str]", tables["messages"]["code"])),
    )


def _any_of(patterns: Iterable[str]) -> re.Pattern[str]:
    """Give one pattern for whole words in small or capital letters."""
    return re.compile(rf"(?<![\w-])(?:{'|'.join(patterns)})(?![\w-])", re.IGNORECASE)


def _code_pattern(words: Iterable[str]) -> re.Pattern[str]:
    """Give the pattern of what a message shows as code: the words, options, quoted and literal marks, and times to type."""
    fixed = (r"\{\{+\w*\}\}+", r"«#+ [^»]*»", r"--[a-z-]+", r"\"[^\"]*\"", r"(?<!\S)\*\*(?!\S)", r"\b\d\d:\d\d\b")
    return re.compile("|".join((*fixed, rf"(?<![\w-])(?:{'|'.join(map(re.escape, words))})(?![\w-])")))


def _municipality_words() -> frozenset[str]:
    columns = ("name", "other_names", "full_name", "county", "admin_centre")
    with MUNICIPALITIES.open(encoding="utf-8", newline="") as file:
        return frozenset(word for row in csv.DictReader(file) for column in columns for word in re.findall(r"[^\W\d_]+", row[column]))


def shown(text: Text, norm: Norm) -> str:
    """Give a text as it is read: tokens filled, bold marks, addresses and ⟦fixed foreign spans⟧ gone; lines stay lines."""
    kept = FOREIGN.sub(lambda span: "X" + "\n" * span[0].count("\n"), without_code(text, norm).replace("**", ""))
    return ADDRESS.sub("X", TOKEN.sub(lambda token: norm.samples.get(token[1], NUMBER_SAMPLE), kept))


def without_code(text: Text, norm: Norm) -> str:
    """Give a text as it is written, with X for what a message shows as code."""
    return norm.code.sub("X", text.raw) if text.is_message else text.raw


def _faults_of_text(text: Text, norm: Norm, rules: Collection[Rule]) -> Iterator[Fault]:
    """Give the faults that a text has by itself."""
    finders = {
        Rule.OTHER_STANDARD: _other_standard,
        Rule.HOUSE_NORM: _house_norm,
        Rule.A_INFINITIVE: _a_infinitives,
        Rule.OLD_COUNTY: _old_counties,
        Rule.TYPOGRAPHY: _typography,
        Rule.TOKEN: _tokens,
    }
    words = shown(text, norm)
    for rule, find in finders.items():
        if rule in rules:
            for start, word, advice in find(text, words, norm):
                yield Fault(text.path, text.line + words.count("\n", 0, start), text.language, rule, word, advice)


def _other_standard(text: Text, words: str, norm: Norm) -> Iterator[tuple[int, str, str]]:
    advice = "a nynorsk word in bokmål" if text.language == "nb" else "a bokmål word in nynorsk"
    for word in WORD.finditer(words):
        is_wrong = word[0].lower() in norm.other_standard or norm.other_standard_pattern.fullmatch(word[0])
        if is_wrong and not (word[0][0].isupper() and word[0] in norm.names):
            yield word.start(), word[0], advice


def _house_norm(text: Text, words: str, norm: Norm) -> Iterator[tuple[int, str, str]]:
    for found in norm.house_norm_pattern.finditer(words):
        word = " ".join(found[0].split())
        yield found.start(), word, f"write «{norm.house_norm[word.lower()]}»"


def _a_infinitives(text: Text, words: str, norm: Norm) -> Iterator[tuple[int, str, str]]:
    if text.language == "nn":
        for found in A_INFINITIVE.finditer(words):
            if not VERBS_IN_A.fullmatch(found[1]):
                yield found.start(1), found[1], "write the infinitive with -e"


def _old_counties(text: Text, words: str, norm: Norm) -> Iterator[tuple[int, str, str]]:
    if not text.is_source:
        for found in norm.old_counties.finditer(words):
            yield found.start(), found[0], "not a county since 1 January 2024; name today's county"


def _typography(text: Text, words: str, norm: Norm) -> Iterator[tuple[int, str, str]]:
    plain = LOOKS_WRONG_BUT_IS_RIGHT.sub(lambda span: "X" * len(span[0]), words)
    for expression, advice in TYPOGRAPHY:
        for found in expression.finditer(plain):
            yield found.start(), found[0], advice
    unpaired = re.sub(r"«[^«»]*»", lambda span: " " * len(span[0]), words)
    for found in re.finditer(r"«[^«»\s]*|[^«»\s]*»", unpaired):
        yield found.start(), found[0], "« and » do not pair"


def _tokens(text: Text, words: str, norm: Norm) -> Iterator[tuple[int, str, str]]:
    raw = without_code(text, norm)
    for found in re.finditer(r"\{navn\}(?! kommune\b)\S*", raw):
        yield found.start(), found[0], "write «{navn} kommune», without a genitive"
    for found in re.finditer(r"\{navn\} kommunes\b", raw) if text.language == "nn" else ():
        yield found.start(), found[0], "write «… i {navn} kommune»"
    for found in re.finditer(r"[{}⟦⟧]\w*", TOKEN.sub("", FOREIGN.sub("", raw))):
        yield max(0, raw.find(found[0])), found[0], "a brace or ⟦bracket⟧ without its partner"


def _spelling_faults(texts: Iterable[Text], norms: Mapping[str, Norm]) -> Iterator[Fault]:
    """Ask hunspell once for each language; a word with hyphens is right when its parts are."""
    places: dict[str, dict[str, list[tuple[Text, int]]]] = {language: defaultdict(list) for language in LANGUAGES}
    for text in texts:
        words = shown(text, norms[text.language])
        for word in WORD_OR_FIRST_PART.finditer(words):
            if word[0].rstrip("-").isalpha() and len(word[0]) > 1:
                places[text.language][word[0]].append((text, text.line + words.count("\n", 0, word.start())))
    for language, found in places.items():
        for word in _unknown_words(found.keys(), norms[language], language):
            yield from (Fault(text.path, line, language, Rule.SPELLING, word, "not in the dictionary") for text, line in found[word])


def _unknown_words(words: Collection[str], norm: Norm, language: str) -> frozenset[str]:
    """Give the words that neither our lists nor the dictionary have; «moderniserings-» is right when «modernisering» is."""
    forms = {word: {word.rstrip("-"), word.removesuffix("s-").rstrip("-")} for word in words}
    ours = {form for found in forms.values() for form in found if form.lower() in norm.project or form in norm.names}
    unknown = ask_hunspell({form for found in forms.values() for form in found} - ours, language)
    return frozenset(word for word, found in forms.items() if found <= unknown)


def ask_hunspell(words: Collection[str], language: str) -> set[str]:
    """Give the words that hunspell's dictionary of a language lacks; raises HunspellMissingError without command or dictionary."""
    command = shutil.which("hunspell")
    if command is None:
        raise HunspellMissingError(f"The command hunspell is missing; install the Debian package {HUNSPELL_PACKAGE}.")
    arguments = [command, "-l", "-i", "UTF-8", "-d", f"{language}_NO"]
    answer = subprocess.run(arguments, input="\n".join(sorted(words)), capture_output=True, encoding="utf-8", check=False)
    if answer.returncode:
        raise HunspellMissingError(f"Hunspell has no dictionary {language}_NO; install the Debian package {HUNSPELL_PACKAGE}.")
    return set(answer.stdout.split())


def _parity_faults(texts: Iterable[Text]) -> Iterator[Fault]:
    """Give the places that only one language has, and those whose tokens, numbers or list items differ."""
    pairs: dict[tuple[str, str], dict[str, list[Text]]] = defaultdict(lambda: defaultdict(list))
    for text in texts:
        pairs[text.pair, text.place][text.language].append(text)
    for (_, place), found in pairs.items():
        if len(found) < len(LANGUAGES):
            ((language, present),) = found.items()
            yield Fault(present[0].path, present[0].line, language, Rule.PARITY, place, "the other language lacks this")
        else:
            yield from _differences(place, found["nb"], found["nn"])


def _differences(place: str, nb: list[Text], nn: list[Text]) -> Iterator[Fault]:
    """Give what differs; a source line may name one source more, such as a translation's."""
    for what, count in (("tokens", _count_tokens), ("numbers", _count_numbers), ("list items", _count_items)):
        in_nb, in_nn = count(nb), count(nn)
        is_longer_source = nb[0].is_source and (in_nb <= in_nn or in_nn <= in_nb)
        if in_nb != in_nn and not is_longer_source:
            only_nb, only_nn = " ".join((in_nb - in_nn).elements()), " ".join((in_nn - in_nb).elements())
            advice = f"{what} differ: only nb has «{only_nb}», only nn «{only_nn}»"
            yield Fault(nn[0].path, nn[0].line, "nn", Rule.PARITY, place, advice)


def _count_tokens(texts: Iterable[Text]) -> Counter[str]:
    return Counter(token for text in texts for token in re.findall(r"\{\w*\}", text.raw))


def _count_numbers(texts: Iterable[Text]) -> Counter[str]:
    return Counter(number for text in texts for number in re.findall(r"\d+", TOKEN.sub("", text.raw)))


def _count_items(texts: Iterable[Text]) -> Counter[str]:
    return Counter("-" for text in texts if text.is_item)


def _readability_faults(texts: Iterable[Text], norms: Mapping[str, Norm]) -> Iterator[Fault]:
    """Give the exercises whose steps, and the slides and examples whose notes, are harder to read than the limits."""
    scored: dict[tuple[str, str, int], list[Text]] = defaultdict(list)
    for text in texts:
        if STEP_TEXT.fullmatch(text.place):
            scored[text.path, "step", MOST_LIX_STEPS].append(text)
        elif notes := NOTES.fullmatch(text.place):
            scored[text.path, f"{notes[1]}/notes", MOST_LIX_NOTES].append(text)
    for (path, place, most), together in scored.items():
        score = lix("\n".join(shown(text, norms[text.language]).replace("\n", " ") for text in together))
        if score > most:
            first = together[0]
            yield Fault(path, first.line, first.language, Rule.READABILITY, place.strip("/"), f"LIX {score:.0f}, at most {most}")


def lix(text: str) -> float:
    """Give the readability number LIX: words per sentence plus the per cent of words with more than six letters (Björnsson, 1968)."""
    words = WORD_OR_CODE.findall(text)
    sentences = sum(max(1, len(SENTENCE_END.findall(line))) for line in text.splitlines() if WORD_OR_CODE.search(line))
    long_words = sum(len(word) >= LONG_WORD for word in words)
    return len(words) / sentences + 100 * long_words / len(words) if words else 0.0


def main() -> int:
    """Print the project's faults, one a line; give 1 when there are any."""
    faults = find_faults(PROJECT)
    sys.stdout.writelines(f"{fault}\n" for fault in faults)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
