"""Scenarios, for the department alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from phoihop.base.access import Actor
from phoihop.base.errors import NotVisible
from phoihop.base.models import Job
from phoihop.clauses.towers.joint.results import Results, SiteFacts
from phoihop.clauses.towers.joint.rulebook import Rulebook
from phoihop.clauses.towers.joint.sealing import unseal
from phoihop.clauses.towers.joint.words import REASONS, price_words
from phoihop.clauses.towers.models import JointRound, JointScenario, Mast, ScenarioStatus
from phoihop.clauses.towers.queries.joint.needs import ShownNeed
from phoihop.people.models import Party


def scenarios(*, actor: Actor, round_: JointRound) -> QuerySet[JointScenario]:
    """The scenarios of a round, in order."""
    found = JointScenario.objects.visible_to(actor).filter(round=round_)
    return found.select_related("round__programme").order_by("number")


def visible_scenario(*, actor: Actor, pk: UUID) -> JointScenario:
    """One scenario.

    :raises NotVisible: none for this person
    """
    found = JointScenario.objects.visible_to(actor).select_related("round__programme__lead").filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found


def results(*, actor: Actor, scenario: JointScenario) -> Results:
    """The plan itself; one that the checker did not pass is shown to nobody.

    :raises NotVisible: it was not passed, or the reader does not lead the programme
    """
    if scenario.status != ScenarioStatus.DONE or scenario.round.programme.lead_id not in actor.party_ids:
        raise NotVisible
    return Results.of(unseal(scenario.round.salt, f"scenario:{scenario.pk}", scenario.sealed))


@dataclass(frozen=True, slots=True)
class PartyLine:
    """One operator in a scenario."""

    party: Party
    sums: dict[str, Any]

    @property
    def percent(self) -> float | None:
        """What it saves, of what it would pay alone."""
        alone = self.sums["alone_vnd"]
        return 100 * self.sums["saves_vnd"] / alone if alone else None


@dataclass(frozen=True, slots=True)
class Column:
    """A scenario beside others."""

    row: JointScenario
    book: Rulebook
    parties: tuple[PartyLine, ...]
    dearer_vnd: int | None = None  # than the cheapest shown

    @property
    def sums(self) -> dict[str, Any]:
        """Its figures."""
        return dict(self.row.summary)

    @property
    def percent(self) -> float | None:
        """What all save together, of what they would pay alone."""
        alone = self.sums.get("alone_vnd")
        return 100 * self.sums["saves_vnd"] / alone if alone else None

    @property
    def cost_m(self) -> float:
        """Its cost in millions of đồng."""
        return millions(self.sums["cost_vnd"])

    @property
    def saves_m(self) -> float:
        """What all save together, in millions of đồng."""
        return millions(self.sums["saves_vnd"])

    @property
    def town_m(self) -> float:
        """The widest spacing in towns."""
        return self.book.widest("town")

    @property
    def elsewhere_m(self) -> float:
        """The widest spacing outside towns."""
        return self.book.widest("elsewhere")

    @property
    def spread(self) -> float | None:
        """Points between the operator that saves most and the one that saves least: the smaller, the more even."""
        shares = [line.percent for line in self.parties if line.percent is not None]
        return max(shares) - min(shares) if shares else None


def millions(vnd: int) -> float:
    """Millions of đồng with one decimal.

    >>> millions(5_014_600_000)
    5014.6
    """
    return round(vnd / 1_000_000, 1)


@dataclass(frozen=True, slots=True)
class PriceLine:
    """What another rule would change."""

    words: str
    dearer_m: float  # millions of đồng; below zero where the plan gets cheaper
    served_more: int


def price_line(*, actor: Actor, price: dict[str, Any]) -> PriceLine:
    """One price of the summary in words."""
    return PriceLine(price_words(price), millions(-price["saved_vnd"]), price["served_more"])


def columns(*, actor: Actor, rows: Sequence[JointScenario]) -> list[Column]:
    """Finished scenarios side by side; two queries however many there are."""
    done = [row for row in rows if row.status == ScenarioStatus.DONE]
    asked = {pk for row in done for pk in row.summary.get("parties", {})}
    names = Party.objects.visible_to(actor).in_bulk([UUID(pk) for pk in asked])
    served = [row for row in done if row.summary["none"] == min(one.summary["none"] for one in done)]
    cheapest = min((row.summary["cost_vnd"] for row in served), default=None)
    return [
        Column(
            row, Rulebook.of(row.rules), _lines(row, names),
            row.summary["cost_vnd"] - cheapest if cheapest is not None else None,
        )
        for row in done
    ]  # fmt: skip


def _lines(row: JointScenario, names: dict[UUID, Party]) -> tuple[PartyLine, ...]:
    found = [(names[UUID(pk)], sums) for pk, sums in row.summary.get("parties", {}).items() if UUID(pk) in names]
    return tuple(PartyLine(party, sums) for party, sums in sorted(found, key=lambda one: one[0].short_name))


@dataclass(frozen=True, slots=True)
class PartyRow:
    """One operator across scenarios."""

    party: Party
    cells: tuple[PartyLine | None, ...]


def party_rows(*, actor: Actor, columns: Sequence[Column]) -> list[PartyRow]:
    """Every operator with its part in each scenario, in the order of the columns."""
    names = {line.party.pk: line.party for column in columns for line in column.parties}
    return [
        PartyRow(party, tuple(next((one for one in column.parties if one.party.pk == pk), None) for column in columns))
        for pk, party in sorted(names.items(), key=lambda one: one[1].short_name)
        if actor.signed_in
    ]


@dataclass(frozen=True, slots=True)
class SiteLine:
    """One mast of a plan in words."""

    site: SiteFacts
    parties: tuple[tuple[str, str, int, int], ...]  # operator, need, pays, alone
    mast: str = ""


def site_lines(*, actor: Actor, scenario: JointScenario, found: Results, needs: Sequence[ShownNeed]) -> list[SiteLine]:
    """The masts of a plan with who stands on each, shared ones first."""
    method = Rulebook.of(scenario.rules).split_method
    by_id = {str(one.row.pk): one for one in needs}
    masts = Mast.objects.visible_to(actor).filter(pk__in=[site.mast for site in found.sites if site.mast])
    names = {str(mast.pk): f"{mast} ({mast.site.owner.short_name})" for mast in masts.select_related("site__owner")}
    order = {"build": 0, "rent": 1, "alone": 2}
    return [
        SiteLine(
            site,
            tuple(
                (
                    by_id[need].row.party.short_name, by_id[need].facts.label or str(by_id[need].row),
                    site.shares(method)[need], site.alone[need],
                )
                for need in site.needs
                if need in by_id
            ),
            names.get(site.mast, ""),
        )
        for site in sorted(found.sites, key=lambda site: (order[site.kind], site.needs))
    ]  # fmt: skip


def unserved_lines(*, actor: Actor, found: Results, needs: Sequence[ShownNeed]) -> list[tuple[ShownNeed, str]]:
    """Needs that the plan does not serve, with the reason in words."""
    by_id = {str(one.row.pk): one for one in needs}
    return [
        (by_id[pk], str(REASONS.get(reason, reason)))
        for pk, reason in found.unserved.items()
        if pk in by_id and actor.signed_in
    ]


@dataclass(frozen=True, slots=True)
class Run:
    """The job of a scenario, as anybody of the department may know it."""

    job: Job
    mine: bool  # who started it may stop it

    @property
    def given_up(self) -> bool:
        """Whether it ended without the scenario's knowing, as where it was stopped before it began."""
        return self.job.finished


def run_of(*, actor: Actor, scenario: JointScenario) -> Run | None:
    """How far the run of a scenario is; the scenario has been found through ``visible_to``."""
    if scenario.round.programme.lead_id not in actor.party_ids:
        raise NotVisible
    job = Job.objects.filter(pk=scenario.job_id).first() if scenario.job_id else None
    return Run(job, job.user_id == actor.user_id) if job else None
