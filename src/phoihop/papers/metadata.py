"""Metadata for a department's document system: decree 30/2020, appendix VI."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterable

from phoihop.papers.models import Paper
from phoihop.papers.rendering.text import clean

LIMITS = {
    "OrganId": 13, "FileCode": 30, "TypeName": 100, "CodeNumber": 11, "CodeNotation": 30, "IssuedDate": 10,
    "OrganName": 200, "Subject": 500, "PageAmount": 4, "SignerPosition": 100, "SignerName": 50, "To": 1000,
    "Priority": 20, "DueDate": 10,
}  # fmt: skip


def metadata_of(paper: Paper, to: Iterable[str]) -> dict[str, str]:
    """The fields, each cut to the length that the appendix allows; dates as yyyy-mm-dd.

    :param to: names of those it was sent to
    """
    values = {
        "OrganId": paper.party.organ_id,
        "FileCode": "",
        "TypeName": paper.get_type_display(),
        "CodeNumber": f"{paper.number:02d}" if paper.number else "",
        "CodeNotation": paper.symbol,
        "IssuedDate": paper.issued_on.isoformat() if paper.issued_on else "",
        "OrganName": paper.party.name,
        "Subject": paper.abstract,
        "PageAmount": str(paper.pages),
        "SignerPosition": paper.signer_position,
        "SignerName": paper.signer_name,
        "To": "; ".join(to),
        "Priority": "",
        "DueDate": "",
    }
    return {name: clean(str(values[name])).strip()[:limit] for name, limit in LIMITS.items()}


def as_xml(fields: dict[str, str]) -> bytes:
    """One paper's metadata as XML."""
    root = ET.Element("Document")
    for name, value in fields.items():
        ET.SubElement(root, name).text = value
    drawn: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return drawn
