"""Packs a presentation: fixed dates, sorted parts, and a fingerprint by which a later edit is seen."""

import io
import zipfile

from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.package import Package

from workshop_kit.writers.deck_marks import CONTENT_VERSION, CUSTOM_NAME, FINGERPRINT, fingerprint
from workshop_kit.writers.pptx_deck import xml

FIXED_DATE = (1980, 1, 1, 0, 0, 0)
STORED = (".xlsx", ".png", ".jpg", ".jpeg")
"""Compressed already: stored as they are."""
CUSTOM_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"


def pack(package: Package, content_version: str) -> bytes:
    """Give a package's bytes, the same for the same content."""
    custom = Part(PackURI(f"/{CUSTOM_NAME}"), CUSTOM_TYPE, package, b"")
    package.relate_to(custom, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)
    members = _members(package)
    properties = {CONTENT_VERSION: content_version, FINGERPRINT: fingerprint(members)}
    members[CUSTOM_NAME] = _custom_properties(properties)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, blob in members.items():
            entry = zipfile.ZipInfo(name, FIXED_DATE)
            entry.compress_type = zipfile.ZIP_STORED if name.endswith(STORED) else zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            archive.writestr(entry, blob, compresslevel=6)
    return buffer.getvalue()


def _members(package: Package) -> dict[str, bytes]:
    saved = io.BytesIO()
    package.save(saved)
    with zipfile.ZipFile(saved) as archive:
        return {name: archive.read(name) for name in sorted(archive.namelist())}


def _custom_properties(values: dict[str, str]) -> bytes:
    entries = "".join(
        f'<property fmtid="{FORMAT_ID}" pid="{number}" name="{name}"><vt:lpwstr>{xml.text(value)}</vt:lpwstr></property>'
        for number, (name, value) in enumerate(values.items(), start=2)
    )
    return (
        f'{xml.HEADER}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
        f'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">{entries}</Properties>'
    ).encode()
