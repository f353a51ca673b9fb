"""The files of all papers of one row."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from phoihop.base import files
from phoihop.base.access import Actor, Permission
from phoihop.base.errors import NotVisible
from phoihop.papers.archive import Entry, entry_name
from phoihop.papers.queries.papers import papers_of

EXTENSIONS = {"image/png": "png", "image/jpeg": "jpg", "image/webp": "webp"}


def paper_files(*, actor: Actor, subject_label: str, subject_id: UUID) -> list[Entry]:
    """Name and reader of each paper's file, for the body that issues them.

    :raises NotVisible: the reader's bodies issued none for this row
    """
    bodies = actor.parties_with(Permission.PAPER_NUMBER) | actor.parties_with(Permission.PAPER_WRITE)
    found = papers_of(actor=actor, subject_label=subject_label, subject_id=subject_id).filter(party_id__in=bodies)
    entries: list[Entry] = []
    taken: set[str] = set()
    for paper in found.select_related("pdf", "signed_file").prefetch_related("audience"):
        stored = paper.signed_file or paper.pdf
        if stored is not None:
            extension = EXTENSIONS.get(stored.media_type, "pdf")
            readers = [party.short_name for party in paper.audience.all()]
            text = f"{paper.code} {readers[0] if len(readers) == 1 else paper.abstract}"
            entries.append((entry_name(text, extension, taken), partial(files.read, stored)))
    if not entries:
        raise NotVisible
    return entries
