"""The facilitator's form is written whole, and nothing that somebody wrote in it is lost."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from workshop_kit.library.report_figures import FORM
from workshop_kit.library.report_form import FormRow, ReportForm
from workshop_kit.paths import ASSETS
from workshop_kit.store.faults import StoreFault
from workshop_kit.ui.figures.form_file import FormFile

SHIPPED = (ASSETS / "data" / FORM).read_text(encoding="utf-8")
ROW = FormRow(value=62.5, label_nb="Klima", label_nn="Klima", page=21)


def filled(form: ReportForm) -> ReportForm:
    first, *others = form.charts
    return replace(form, charts=(replace(first, rows=(ROW,)), *others))


def test_without_a_form_the_shipped_one_is_given_and_its_comments_are_written(tmp_path: Path) -> None:
    file = FormFile(tmp_path / "eget")
    form, problems = file.read()

    assert (len(form.charts), problems, file.is_there) == (9, (), False)
    assert file.write(filled(form)) is None
    assert file.path.read_text(encoding="utf-8").startswith(SHIPPED[:200])
    assert FormFile(tmp_path / "eget").read() == (filled(form), ())


def test_a_form_that_was_written_here_is_written_over(tmp_path: Path) -> None:
    file = FormFile(tmp_path)
    form, _ = file.read()
    file.write(filled(form))

    assert file.write(form) is None
    assert [each.name for each in tmp_path.iterdir()] == [FORM]


@pytest.mark.parametrize(
    "text", [SHIPPED.replace("[[chart]]", "[[chart]", 1), SHIPPED.replace('kind = "chart-bar"', "kind = 3", 1), SHIPPED + "# av hånd\n"]
)
def test_what_the_form_on_the_disk_says_besides_is_kept_beside_it(tmp_path: Path, text: str) -> None:
    (tmp_path / FORM).write_text(text, encoding="utf-8")
    file = FormFile(tmp_path)
    form, _ = file.read()

    assert (tmp_path / FORM).read_text(encoding="utf-8") == text
    kept = file.write(filled(form))
    assert kept is not None
    assert kept.read_text(encoding="utf-8") == text
    assert file.write(form) is None


def test_what_is_wrong_is_told_with_its_place(tmp_path: Path) -> None:
    (tmp_path / FORM).write_text(SHIPPED.replace('kind = "chart-bar"', "kind = 3", 1), encoding="utf-8")

    form, problems = FormFile(tmp_path).read()

    line = SHIPPED.count("\n", 0, SHIPPED.index('kind = "chart-bar"')) + 1
    assert [(each.where.file, each.where.line) for each in problems] == [(str(tmp_path / FORM), line)]
    assert len(form.charts) == 9


def test_what_somebody_else_wrote_meanwhile_is_kept_each_time(tmp_path: Path) -> None:
    file = FormFile(tmp_path)
    form, _ = file.read()
    for number in range(2):
        (tmp_path / FORM).write_text(SHIPPED.replace("[[chart]]", f"# {number}\n[[chart]]", 1), encoding="utf-8")
        assert file.has_changed()
        kept = file.write(form)
        assert kept is not None
        assert f"# {number}\n" in kept.read_text(encoding="utf-8")
        assert not file.has_changed()


def test_a_form_among_the_data_is_kept_there(tmp_path: Path) -> None:
    path = tmp_path / "assets" / "data" / FORM
    path.parent.mkdir(parents=True)
    path.write_text(SHIPPED, encoding="utf-8")

    file = FormFile(tmp_path)
    file.write(filled(file.read()[0]))

    assert "62.5" in path.read_text(encoding="utf-8")
    assert not (tmp_path / FORM).exists()


def test_a_form_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "eget").write_text("ikke en mappe", encoding="utf-8")
    file = FormFile(tmp_path / "eget")
    form, _ = file.read()

    with pytest.raises(StoreFault):
        file.write(form)


def test_a_form_that_is_not_text_is_told_and_kept(tmp_path: Path) -> None:
    (tmp_path / FORM).write_bytes(b"\xff\xfe")
    file = FormFile(tmp_path)
    form, problems = file.read()

    assert [each.key for each in problems] == ["content.not_utf8"]
    kept = file.write(form)
    assert kept is not None
    assert kept.read_bytes() == b"\xff\xfe"
