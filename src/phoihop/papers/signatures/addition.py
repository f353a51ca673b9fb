"""What the upload adds: one signature that covers everything, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass

from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import MDPPerm

from phoihop.papers.signatures.changes import changed_between
from phoihop.papers.signatures.findings import Findings
from phoihop.papers.signatures.judging import Judged
from phoihop.papers.signatures.lineage import Base
from phoihop.papers.signatures.reading import Field
from phoihop.papers.signatures.results import Coverage, Kind
from phoihop.papers.signatures.settings import TrustSettings

ACTIONS = {"/A", "/AA"}


@dataclass(frozen=True)
class ReadFile:
    """The signatures of an opened file, in the order they were made, and all its signature fields."""

    judged: tuple[Judged, ...]
    fields: tuple[Field, ...]
    fields_before: frozenset[str]  # every signature field of the base
    signed_before: frozenset[str]  # those that were filled already

    @property
    def new(self) -> list[Judged]:
        """New signatures of people that could be read."""
        return [item for item in self.judged if item.facts.is_new and item.facts.kind == Kind.SIGNATURE]

    @property
    def earlier(self) -> list[Judged]:
        """Signatures of people that were there before."""
        return [item for item in self.judged if not item.facts.is_new and item.facts.kind == Kind.SIGNATURE]


def check_addition(reader: PdfFileReader, base: Base, read: ReadFile, trust: TrustSettings, found: Findings) -> None:
    """Compare the upload with the base it extends."""
    new = read.new
    # A signature that cannot be read has its own finding; it counts here all the same.
    stamps = {item.facts.field for item in read.judged if item.facts.kind == Kind.TIME_STAMP}
    added = {field.name for field in read.fields if field.filled} - read.signed_before - stamps
    if not added:
        found.add("unsigned")
    elif len(added) > 1:
        found.add("several_new", count=len(added))
    certifying = [item for item in new if _certifies(item)]
    for item in certifying:
        found.add("certifies", field=item.facts.field, signer=item.facts.signer_name)
    last = max((item.reading.revision for item in new), default=reader.xrefs.total_revisions - 1)
    # A certification rewrites the catalogue, which the analysis would report as a change of content.
    changed = changed_between(reader, base.revisions, last, added | stamps) or any(_acts(item) for item in new)
    if changed and not certifying:
        found.add("changed_before_signing")
    if new:
        check_whole_file(new[-1], found)
    for item in new:
        if not trust.allow_locking and _locks(item, read.fields):
            found.add("locks_document", field=item.facts.field, signer=item.facts.signer_name)


def check_alone(read: ReadFile, found: Findings) -> None:
    """A file checked by itself: the last signature has to cover all of it."""
    if not any(field.filled for field in read.fields):
        found.add("unsigned")
    if read.new:
        check_whole_file(read.new[-1], found)


def check_whole_file(item: Judged, found: Findings) -> None:
    """Nothing may follow the signature but data that proves it for the long term."""
    if item.facts.coverage == Coverage.WHOLE_FILE or not item.reading.unchanged:
        return  # a change after signing is a finding already
    sealed = item.facts.coverage == Coverage.REVISION and item.reading.sealed
    found.add("long_term_data" if sealed else "not_whole_file", field=item.facts.field, signer=item.facts.signer_name)


def _certifies(item: Judged) -> bool:
    references = item.reading.signature.sig_object.get("/Reference", ())
    return any(reference.get_object().get("/TransformMethod") == "/DocMDP" for reference in references)


def _acts(item: Judged) -> bool:
    """Whether the field runs a script or another action, which the analysis of a new field lets pass."""
    field = item.reading.signature.sig_field
    return any(ACTIONS & kid.get_object().keys() for kid in (field, *field.get("/Kids", ())))


def _locks(item: Judged, fields: tuple[Field, ...]) -> bool:
    signature = item.reading.signature
    if signature.docmdp_level == MDPPerm.NO_CHANGES:
        return True
    locked = signature.fieldmdp
    return locked is not None and any(locked.is_locked(field.name) for field in fields if not field.filled)
