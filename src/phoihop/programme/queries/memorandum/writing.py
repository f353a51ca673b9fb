"""The working text for the editor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from phoihop.base.access import Actor
from phoihop.programme.models import SECTIONS, Clause, Memorandum, Revision
from phoihop.programme.queries.memorandum.words import ClauseWords, clause_words, day_names
from phoihop.programme.revising import checksum, clause_content, content_of

BEFORE_CLAUSES = ("bases", "purpose", "principles")  # the clauses stand after these


@dataclass(frozen=True, slots=True)
class SectionRow:
    """A section of the outline."""

    code: str
    heading: Any
    text: str

    @property
    def lines(self) -> list[str]:
        """The text, one idea a line."""
        return [line for line in self.text.splitlines() if line.strip()]


@dataclass(frozen=True, slots=True)
class ClauseRow:
    """A clause of the outline, with its kind and cadence in words."""

    clause: Clause
    words: ClauseWords


@dataclass(frozen=True, slots=True)
class Outline:
    """The whole working text in its order."""

    before: list[SectionRow]
    clauses: list[ClauseRow]
    after: list[SectionRow]
    last: Revision | None
    unsaved: bool  # the text differs from the last revision


def outline(*, actor: Actor, memorandum: Memorandum) -> Outline:
    """The working text of a memorandum that was fetched by ``written_memorandum``."""
    rows = [SectionRow(code, heading, memorandum.sections.get(code, "")) for code, heading in SECTIONS.items()]
    days = day_names(actor=actor, lead_id=memorandum.programme.lead_id)
    clauses = list(memorandum.clauses.all())
    last = Revision.objects.visible_to(actor).filter(memorandum=memorandum).order_by("-number").first()
    present = checksum(content_of(memorandum, clauses, memorandum.parties.all()))
    return Outline(
        before=[row for row in rows if row.code in BEFORE_CLAUSES],
        clauses=[ClauseRow(clause, clause_words(clause_content(clause), days)) for clause in clauses],
        after=[row for row in rows if row.code not in BEFORE_CLAUSES],
        last=last,
        unsaved=last is None or last.checksum != present,
    )
