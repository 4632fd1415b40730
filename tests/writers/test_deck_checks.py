"""The checks themselves: what they see of single faults, planted one at a time in a good deck."""

from pathlib import Path

import pytest
from openxml_audit import validate_pptx  # pyright: ignore[reportMissingTypeStubs] - it has none

from tests.writers import deck_plan
from tests.writers.deck_checks import package_faults
from tests.writers.deck_faults import AUDIT, FAULTS
from tests.writers.deck_planting import planted


@pytest.fixture(scope="module")
def good() -> bytes:
    return deck_plan.deck()


def audit_errors(data: bytes, folder: Path) -> list[str]:
    path = folder / "deck.pptx"
    path.write_bytes(data)
    return [str(error) for error in validate_pptx(path).errors]


def test_good_deck_has_no_faults(good: bytes, tmp_path: Path) -> None:
    assert package_faults(good) == []
    assert audit_errors(good, tmp_path) == []


def test_deck_taken_apart_and_put_together_is_still_good(good: bytes) -> None:
    assert package_faults(planted(good, lambda _: None)) == []


@pytest.mark.parametrize("name", FAULTS)
def test_single_fault_is_caught(name: str, good: bytes, tmp_path: Path) -> None:
    told, change = FAULTS[name]
    spoilt = planted(good, change)

    if told == AUDIT:
        assert audit_errors(spoilt, tmp_path)
    else:
        assert told in "\n".join(package_faults(spoilt))


def test_file_changed_after_it_was_sealed_is_caught(good: bytes) -> None:
    assert package_faults(good.replace(b"docProps/app.xml", b"docProps/APP.xml"))


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"not an archive"])
def test_what_is_no_archive_is_one_fault(data: bytes) -> None:
    assert len(package_faults(data)) == 1
