"""Composes the lists that go along: the glossary, and the call list for the chosen examples."""

from collections.abc import Sequence

from workshop_kit.domain.content import Term
from workshop_kit.domain.plan import CallLine, Plan
from workshop_kit.domain.problem import Problem, Where
from workshop_kit.scene.page import Anchor, Cell, Page, Stroke, Table, TextStyle
from workshop_kit.scene.paper import FOOT, PaperBuilder, box_mm, mm
from workshop_kit.scene.theme import Theme

TERM_ROW = 6.6
HEAD = TextStyle(size=11, bold=True, colour="tx2", anchor=Anchor.MIDDLE)
CALL_LINE_HEIGHT = 54.0


def compose_glossary(plan: Plan, terms: Sequence[Term], theme: Theme) -> tuple[tuple[Page, ...], tuple[Problem, ...]]:
    """Place the glossary, bokmål, nynorsk and English, on as many A4 pages as it takes; the pack's language first."""
    pages: list[Page] = []
    problems: list[Problem] = []
    number = 0
    while number < len(terms):
        builder = PaperBuilder(plan, theme, f"glossary-{len(pages) + 1}", plan.words["glossary"], Where(file="assets/data/glossary.toml"))
        y = builder.head(plan.title, plan.words["glossary_purpose"])
        room = int((builder.height - FOOT - 4 - y - TERM_ROW) / TERM_ROW)
        _glossary_table(builder, terms[number : number + room], y)
        builder.foot(f"{plan.words['glossary']} {len(pages) + 1}", private=False)
        pages.append(builder.page())
        problems += builder.problems
        number += room
    return tuple(pages), tuple(problems)


def _glossary_table(builder: PaperBuilder, terms: Sequence[Term], y: float) -> None:
    plan = builder.plan
    widths = tuple(share * builder.inner_width for share in (0.355, 0.325, 0.32))
    is_nynorsk = plan.language.value == "nn"
    heads = ("nynorsk", "bokmål") if is_nynorsk else ("bokmål", "nynorsk")
    rule = Stroke(colour="tx2", width=1.5)
    rows: list[tuple[Cell, ...]] = [
        tuple(
            builder.cell(word, HEAD, (width, TERM_ROW), rule=rule, name=word)
            for word, width in zip((*heads, plan.words["english"]), widths, strict=True)
        )
    ]
    for term in terms:
        words = (term.nn, term.nb, term.en) if is_nynorsk else (term.nb, term.nn, term.en)
        rows.append(
            tuple(
                builder.cell(word, TextStyle(size=10, bold=column == 0, anchor=Anchor.MIDDLE), (widths[column], TERM_ROW), name=word)
                for column, word in enumerate(words)
            )
        )
    builder.items.append(
        Table(
            name=plan.words["glossary"],
            box=box_mm((builder.left, y, builder.inner_width, TERM_ROW * len(rows))),
            widths=tuple(mm(width) for width in widths),
            heights=(mm(TERM_ROW),) * len(rows),
            rows=tuple(rows),
            head_rows=1,
            head_column=True,
            alt=f"{plan.words['table_of']} {plan.words['glossary'].lower()}",
        )
    )


def compose_call_list(plan: Plan, theme: Theme) -> tuple[tuple[Page, ...], tuple[Problem, ...]]:
    """Place the call list: for each example whom to ring, three questions, and room for the answers and the date."""
    pages: list[Page] = []
    problems: list[Problem] = []
    per_page = 4
    for start in range(0, len(plan.calls), per_page):
        builder = PaperBuilder(plan, theme, f"calls-{len(pages) + 1}", plan.words["call_list"], Where(file="slides/examples"))
        y = builder.head(f"{plan.title} · {plan.client}", plan.words["call_list_purpose"])
        for call in plan.calls[start : start + per_page]:
            _call(builder, call, y)
            y += CALL_LINE_HEIGHT
        builder.foot(f"{plan.words['call_list']} {len(pages) + 1}", private=False)
        pages.append(builder.page())
        problems += builder.problems
    return tuple(pages), tuple(problems)


def _call(builder: PaperBuilder, call: CallLine, y: float) -> None:
    x, width = builder.left, builder.inner_width
    builder.frame((x, y, width, CALL_LINE_HEIGHT - 4))
    head = TextStyle(size=12, bold=True, colour="tx2")
    builder.words(
        "call",
        call.title if call.title.startswith(call.municipality) else f"{call.municipality}: {call.title}",
        (x + 3, y + 2, width - 6, 11),
        head,
        most_lines=2,
    )
    each = (CALL_LINE_HEIGHT - 4 - 14) / 4
    for index, question in enumerate((*call.questions, call.checked)):
        top = y + 13 + index * each
        style = TextStyle(size=10, anchor=Anchor.BOTTOM)
        builder.words("question", question, (x + 3, top, width * 0.5 - 3, each - 1), style, most_lines=2)
        builder.rule(x + width * 0.5 + 3, top + each - 1, width * 0.5 - 6, Stroke(colour="writing", width=0.5))
