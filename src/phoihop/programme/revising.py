"""A memorandum's text as plain data: what a revision keeps, its checksum, and the tokens that tell whether it moved on.

Plain Python over rows that the caller has fetched; nothing here asks the database.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from phoihop.programme.models import Clause, Memorandum, MemorandumParty

Content = dict[str, Any]
CLAUSE_FIELDS = ("heading", "text", "kind", "cadence", "months", "days", "lead_duty", "party_duty")
TOKEN_LENGTH = 16


def content_of(memorandum: Memorandum, clauses: Iterable[Clause], parties: Iterable[MemorandumParty]) -> Content:
    """Everything that the parties agree on: title, term, sections, clauses, who signs in which order.

    ``origin`` is the clause it was renewed from, so that two years can be compared.
    """
    return {
        "title": memorandum.title,
        "starts_on": memorandum.starts_on.isoformat(),
        "ends_on": memorandum.ends_on.isoformat(),
        "sections": dict(memorandum.sections),
        "clauses": [clause_content(clause) for clause in clauses],
        "parties": [
            {
                "id": str(row.party_id),
                "name": row.name,
                "signer_name": row.signer_name,
                "signer_position": row.signer_position,
            }
            for row in parties
        ],
        "signing_mode": memorandum.signing_mode,
    }


def clause_content(clause: Clause) -> Content:
    """One clause as a revision keeps it."""
    facts = {name: getattr(clause, name) for name in CLAUSE_FIELDS}
    return {"id": str(clause.pk), "origin": str(clause.renewed_from_id or ""), "icon": clause.icon, **facts}


def text_at(content: Mapping[str, Any], anchor: str) -> str | None:
    """What stands at a clause, by its id, or a section, by its code; None where nothing does."""
    if anchor in content["sections"]:
        return str(content["sections"][anchor])
    return next((str(clause["text"]) for clause in content["clauses"] if clause["id"] == anchor), None)


def checksum(content: Mapping[str, Any]) -> str:
    """SHA-256 of the content in canonical JSON, hex.

    >>> checksum({"b": 1, "a": "ơ"}) == checksum({"a": "ơ", "b": 1})
    True
    """
    canonical = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def token(*values: object) -> str:
    """A short mark of what somebody saw when they began to edit; it changes with any of ``values``."""
    return checksum({"values": [str(value) for value in values]})[:TOKEN_LENGTH]


def section_token(memorandum: Memorandum, code: str) -> str:
    """The mark of one section."""
    return token(code, memorandum.sections.get(code, ""))


def terms_token(memorandum: Memorandum) -> str:
    """The mark of title and term."""
    return token(memorandum.title, memorandum.starts_on, memorandum.ends_on)


def clause_token(clause: Clause) -> str:
    """The mark of one clause; its place in the order does not count."""
    return token(*(getattr(clause, name) for name in CLAUSE_FIELDS))
