"""Sheets that wait to be taken into the registry, and what taking them would do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import QuerySet

from phoihop.base.access import Actor, PartyKind, Permission
from phoihop.base.errors import NotVisible
from phoihop.base.models import Job
from phoihop.clauses.towers.models import ImportState, RegistryImport, Site
from phoihop.clauses.towers.queries.registry.codes import mast_classes
from phoihop.clauses.towers.queries.registry.promised_rows import broken_promises, closed_offers
from phoihop.clauses.towers.registry.imports import Reading, Row, read_headings, read_masts
from phoihop.clauses.towers.registry.same_place import Spot, Spots
from phoihop.cores.viet import fold
from phoihop.people.models import Party

SHOWN = 50  # rows of a preview


@dataclass(frozen=True, slots=True)
class Same:
    """A line that may be a place that is known already."""

    row: Row
    name: str
    metres: float
    choice: str  # "site:<id>" or "line:<number>"


@dataclass(slots=True)
class Preview:
    """What taking a sheet would do."""

    reading: Reading
    fresh: list[Row] = field(default_factory=list)
    known: list[tuple[Row, UUID]] = field(default_factory=list)  # the code is there already: its row is changed
    same: list[Same] = field(default_factory=list)

    @property
    def shown(self) -> list[Row]:
        """The first rows."""
        return self.reading.rows[:SHOWN]


def visible_import(*, actor: Actor, pk: UUID) -> RegistryImport:
    """One sheet of one's own party.

    :raises NotVisible: somebody else's
    """
    owners = actor.parties_with(Permission.MAST_MANAGE)
    found = RegistryImport.objects.visible_to(actor).filter(pk=pk, owner_id__in=owners)
    sheet = found.select_related("owner").first()
    if sheet is None:
        raise NotVisible
    return sheet


def recent_imports(*, actor: Actor) -> QuerySet[RegistryImport]:
    """The last sheets of one's own party."""
    owners = actor.parties_with(Permission.MAST_MANAGE)
    return RegistryImport.objects.visible_to(actor).filter(owner_id__in=owners).defer("content")[:10]


def tenants_by_name(*, actor: Actor, owner: Party) -> dict[str, Party]:
    """The enterprises of the same department by folded short name and code."""
    others = Party.objects.visible_to(actor).filter(registered_by_id=owner.registered_by_id)
    found: dict[str, Party] = {}
    for party in others.filter(kind=PartyKind.ENTERPRISE.value):
        found[fold(party.short_name)] = found[fold(party.code)] = party
    return found


def read_sheet(*, actor: Actor, sheet: RegistryImport, content: bytes | None = None) -> Reading:
    """Read a sheet with the columns chosen for it.

    :raises SheetRefused: it is no table of masts at all
    """
    classes = mast_classes(actor=actor, regulator_id=sheet.owner.audit_lead_id)
    return read_masts(
        bytes(sheet.content) if content is None else content,
        classes=list(classes.values_list("code", flat=True)),
        parties=tenants_by_name(actor=actor, owner=sheet.owner).keys(),
        mapping=sheet.columns,
        epsg=int(sheet.crs) if sheet.crs else None,
    )


def headings(*, actor: Actor, sheet: RegistryImport) -> Reading | None:
    """The headings of a sheet that is refused as it stands, to choose columns and system anew; None if it has none."""
    classes = mast_classes(actor=actor, regulator_id=sheet.owner.audit_lead_id).values_list("code", flat=True)
    return read_headings(bytes(sheet.content), classes=list(classes), mapping=sheet.columns)


def preview(*, actor: Actor, sheet: RegistryImport) -> Preview:
    """What taking a sheet would do: new rows, changed rows, and places that may be known under another name.

    Lines that would change what stands in an agreement with another are told as errors.

    :raises SheetRefused: it is no table of masts at all
    """
    reading = read_sheet(actor=actor, sheet=sheet)
    found = Preview(reading)
    sites = Site.objects.visible_to(actor).filter(owner=sheet.owner)
    named = list(sites.values_list("pk", "code", "name", "latitude", "longitude"))
    by_code = {fold(code): pk for pk, code, _name, _lat, _lon in named}
    spots = Spots(
        Spot((f"site:{pk}", f"{code} – {name}"), latitude, longitude, name or code)
        for pk, code, name, latitude, longitude in named
    )
    taken: set[str] = set()
    for row in reading.rows:
        name = str(row.site.get("name") or row.code)
        if fold(row.code) in by_code:
            found.known.append((row, by_code[fold(row.code)]))
            continue
        found.fresh.append(row)
        like = None if fold(row.code) in taken else spots.same_as(row.latitude, row.longitude, name)
        if like is not None:
            (choice, label), metres = like[0].key, like[1]
            found.same.append(Same(row, label, metres, choice))
        elif fold(row.code) not in taken:
            taken.add(fold(row.code))
            spots.add(Spot((f"line:{row.line}", row.code), row.latitude, row.longitude, name))
    for problem in (
        *broken_promises(owner=sheet.owner, rows=found.known),
        *closed_offers(owner=sheet.owner, rows=found.known),
    ):
        reading.problems.append(problem)
        reading.errors += 1
    return found


def faulty_rows(*, actor: Actor, sheet: RegistryImport, language: str) -> tuple[list[str], list[list[str]]]:
    """Heading and lines with errors, each with its sentences: to be corrected and sent again."""
    reading = read_sheet(actor=actor, sheet=sheet)
    return reading.table.faulty(language) if reading.table is not None else ([], [])


def chosen(*, actor: Actor, sheet: RegistryImport, found: Preview, merges: Mapping[int, str]) -> dict[int, str]:
    """Of the answers to “is it the same place?”, those that the preview offers; everything else is a new place."""
    offered = {one.row.line: one.choice for one in found.same} if sheet.owner_id in actor.party_ids else {}
    return {line: choice for line, choice in merges.items() if offered.get(line) == choice}


@dataclass(frozen=True, slots=True)
class Taking:
    """How far a long sheet is."""

    job: Job | None
    mine: bool  # who started it may stop it

    @property
    def over(self) -> bool:
        """Whether nobody works on it any more, as where it was stopped before it began."""
        return self.job is None or self.job.finished


def taking(*, actor: Actor, sheet: RegistryImport) -> Taking | None:
    """The job that takes a sheet, for its owner; None where none does."""
    if sheet.state != ImportState.TAKING or sheet.owner_id not in actor.party_ids:
        return None
    job = Job.objects.filter(pk=sheet.job_id).first() if sheet.job_id else None
    return Taking(job, job is not None and job.user_id == actor.user_id)
