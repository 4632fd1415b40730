"""The marks a deck carries of what it was made from: names of the properties and tags, and the fingerprint."""

import hashlib
import re
from collections.abc import Mapping

CUSTOM_NAME = "docProps/custom.xml"
"""The member that holds the custom properties, and so the fingerprint itself."""
FINGERPRINT = "WorkshopKitFingerprint"
CONTENT_VERSION = "WorkshopKitContentVersion"
KEY_TAG, ID_TAG, VERSION_TAG, HASH_TAG = "WORKSHOPKIT_KEY", "WORKSHOPKIT_ID", "WORKSHOPKIT_VERSION", "WORKSHOPKIT_HASH"
"""Tags of a slide: its key in the deck, its id in the library, the content's version, and the hash of what was made."""

_TREE = re.compile(rb"<p:spTree>.*</p:spTree>", re.DOTALL)


def slide_hash(member: bytes) -> str:
    """Give a hash over all that is drawn on a slide, from its member in the package: a later edit gives another."""
    found = _TREE.search(member)
    return hashlib.sha256(found.group() if found else b"").hexdigest()[:16]


def fingerprint(members: Mapping[str, bytes]) -> str:
    """Give a hash over a package's members, all but the one that carries it."""
    digest = hashlib.sha256()
    for name in sorted(members):
        if name != CUSTOM_NAME:
            digest.update(name.encode() + b"\0" + hashlib.sha256(members[name]).digest())
    return digest.hexdigest()
