"""Proposals as each party may see them: its own part, a coarse area, and the partner's name once all agreed."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.urls import reverse

from phoihop.base.access import Actor
from phoihop.base.errors import NotVisible
from phoihop.clauses.towers.joint.areas import cells_geojson, cells_km2, coarse_cells, common_area, ring
from phoihop.clauses.towers.joint.coarse_money import about_any
from phoihop.clauses.towers.joint.facts import NeedFacts
from phoihop.clauses.towers.joint.results import SiteFacts
from phoihop.clauses.towers.models import (
    JointProposal,
    JointRound,
    Mast,
    PartAnswer,
    ProposalKind,
    ProposalPart,
    ProposalStatus,
    SplitMethod,
)
from phoihop.clauses.towers.queries.joint.needs import open_facts
from phoihop.clauses.towers.queries.joint.settled import site_of
from phoihop.papers.models import SigningRound
from phoihop.people.models import Party

HEIGHT_STEP_M = 5
NAMED = (ProposalStatus.AGREED, ProposalStatus.SIGNED)


@dataclass(frozen=True, slots=True)
class SeenArea:
    """Where a mast stands or is to stand, as precisely as the reader may know."""

    geojson: Any
    km2: float
    latitude: float | None = None  # of the mast itself, once all agreed or for the department
    longitude: float | None = None

    @property
    def exact(self) -> bool:
        """Whether the place itself is told."""
        return self.latitude is not None


@dataclass(frozen=True, slots=True)
class SeenProposal:
    """A proposal for one reader."""

    row: JointProposal
    mine: ProposalPart | None  # the reader's own part; None for the department
    own_need: NeedFacts | None
    parts: tuple[ProposalPart, ...]  # all for the department, and once all agreed; otherwise one's own alone
    size: int  # how many parties it has
    site: SeenArea | None
    named: bool  # whether the partners' names are shown
    mast: Mast | None = None  # the existing mast, for its owner, for the department, and once all agreed

    @property
    def height_words(self) -> str:
        """The height of the mast; of a rival's mast that stands, within five metres until all agreed."""
        if self.row.kind == ProposalKind.BUILD or self.named or self.owns_mast:
            return f"{self.row.height_m.normalize():f}".replace(".", ",")
        low = int(self.row.height_m // HEIGHT_STEP_M) * HEIGHT_STEP_M
        return f"{low}–{low + HEIGHT_STEP_M}"

    @property
    def partners(self) -> tuple[Party, ...]:
        """The others, by name; nobody before all agreed."""
        own = self.mine.party_id if self.mine else None
        return tuple(part.party for part in self.parts if part.party_id != own)

    @property
    def owns_mast(self) -> bool:
        """Whether the reader is asked as the owner of the mast."""
        return self.mine is not None and self.mine.need_id is None

    @property
    def saves_vnd(self) -> int:
        """What the reader's party saves against building alone; of an owner, what it receives."""
        if self.mine is None:
            return 0
        return self.mine.share_vnd if self.owns_mast else self.mine.alone_vnd - self.mine.share_vnd

    @property
    def exact_share(self) -> bool:
        """Whether the part is told to the đồng: not before all agreed, where it depends on a rival's need."""
        return self.named or self.row.kind == ProposalKind.RENT or self.row.split_method == SplitMethod.EQUAL

    @property
    def share_range(self) -> tuple[int, int]:
        """Between which sums the reader's part lies, so coarsely that a partner's need cannot be reckoned.

        The same whichever way to split is chosen: ranges by one way after another, as the department changes the
        terms, would narrow down the partner's need together.
        """
        if self.mine is None or self.mine.need_id is None:
            return (0, 0)
        need = str(self.mine.need_id)
        splits = {way: shares[need] for way, shares in site_of(self.row).splits.items() if way != SplitMethod.EQUAL}
        return about_any(splits.values(), self.row.cost_vnd)

    @property
    def splits_vnd(self) -> dict[str, int]:
        """The reader's own part by every way to split; until all agreed, by the one that asks for no rival's need."""
        if self.mine is None or self.mine.need_id is None or self.row.kind == ProposalKind.RENT:
            return {}
        site, need = site_of(self.row), str(self.mine.need_id)
        shown = {method: shares[need] for method, shares in site.splits.items()}
        return shown if self.named else {SplitMethod.EQUAL.value: shown[SplitMethod.EQUAL.value]}


def proposals(*, actor: Actor, round_: JointRound) -> QuerySet[JointProposal]:
    """The proposals of a round that the reader has a part in; for its lead all."""
    found = JointProposal.objects.visible_to(actor).filter(round=round_).exclude(status=ProposalStatus.REPLACED)
    return found.select_related("round__programme__lead", "lead_builder", "paper", "activity").prefetch_related(
        "parts__party", "parts__need"
    )


def visible_proposal(*, actor: Actor, pk: UUID) -> JointProposal:
    """One proposal.

    :raises NotVisible: the reader's party has no part in it
    """
    rows = JointProposal.objects.visible_to(actor)
    rows = rows.select_related("round__programme__lead", "lead_builder", "paper", "activity")
    found = rows.prefetch_related("parts__party", "parts__need").filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found


def seen(*, actor: Actor, proposal: JointProposal, with_area: bool = True) -> SeenProposal:
    """A proposal as the reader may see it.

    Until all have agreed a party learns neither who the others are nor what they answered, wish or pay.
    """
    every = tuple(proposal.parts.all())
    leads = proposal.round.programme.lead_id in actor.party_ids
    mine = next((part for part in every if part.party_id in actor.party_ids), None)
    if mine is None and not leads:
        raise NotVisible
    named = leads or proposal.status in NAMED
    site = site_of(proposal)
    exact = named or (mine is not None and mine.need_id is None)  # an owner knows where its own mast stands
    return SeenProposal(
        row=proposal, mine=mine, own_need=open_facts(mine.need, proposal.round) if mine and mine.need else None,
        parts=every if named else tuple(part for part in every if part is mine), size=len(every),
        site=_area(proposal, every, site, exact=exact, whole=leads) if with_area else None, named=named,
        mast=_mast(site) if with_area and exact and site.mast else None,
    )  # fmt: skip


def _area(
    proposal: JointProposal, parts: tuple[ProposalPart, ...], site: SiteFacts, *, exact: bool, whole: bool
) -> SeenArea:
    """The common area in full for the department alone: from its edge a partner's ring could be reckoned."""
    rings = [open_facts(part.need, proposal.round) for part in parts if part.need is not None]
    common = common_area(rings) if proposal.kind == ProposalKind.BUILD else None
    if proposal.kind == ProposalKind.RENT and not exact:  # a rival's mast: no nearer than one's own ring
        return SeenArea(ring(rings[0]), rings[0].radius_m ** 2 * math.pi / 1e6)
    cells = coarse_cells(common, site.longitude, site.latitude)
    shown = common if whole and common is not None else cells_geojson(cells)
    if exact:
        return SeenArea(shown, cells_km2(cells), site.latitude, site.longitude)
    return SeenArea(shown, cells_km2(cells))


def _mast(site: SiteFacts) -> Mast | None:
    """The row of an existing mast; ``seen`` decides who is told."""
    return Mast.objects.filter(pk=site.mast).select_related("site", "mast_class").first()


def signing_url(*, actor: Actor, proposal: JointProposal) -> str:
    """The page of the agreement's signing round, for whoever signs or may read it; empty where there is none."""
    if proposal.paper_id is None:
        return ""
    found = SigningRound.objects.visible_to(actor).filter(paper_id=proposal.paper_id).first()
    return reverse("papers:round_detail", args=[found.pk]) if found else ""


def parties_of(*, actor: Actor, proposal: JointProposal) -> QuerySet[Party]:
    """Those of whom the department may name one as lead builder."""
    return Party.objects.visible_to(actor).filter(pk__in=[part.party_id for part in proposal.parts.all()])


def own_part(*, actor: Actor, proposal: JointProposal) -> ProposalPart:
    """The reader's own part.

    :raises NotVisible: it has none
    """
    found = next((part for part in proposal.parts.all() if part.party_id in actor.party_ids), None)
    if found is None:
        raise NotVisible
    return found


def open_parts(*, actor: Actor) -> QuerySet[ProposalPart]:
    """One's own parts that wait for an answer."""
    found = ProposalPart.objects.visible_to(actor).filter(party_id__in=actor.party_ids, answer=PartAnswer.NONE)
    return found.filter(proposal__status=ProposalStatus.OPEN).select_related("proposal__round__programme", "party")


@dataclass(frozen=True, slots=True)
class AnswerState:
    """How far the answers to a proposal are, for the department."""

    proposal: JointProposal
    answered: int
    size: int
    counters: tuple[ProposalPart, ...]

    @property
    def stuck(self) -> bool:
        """Whether it waits for the department: somebody asked for other terms."""
        return self.proposal.status == ProposalStatus.OPEN and bool(self.counters)


def answer_states(*, actor: Actor, round_: JointRound) -> list[AnswerState]:
    """Every proposal of a round with its answers, for the department.

    :raises NotVisible: the reader does not lead the programme
    """
    if round_.programme.lead_id not in actor.party_ids:
        raise NotVisible
    states = []
    for row in proposals(actor=actor, round_=round_):
        parts = list(row.parts.all())
        counters = tuple(part for part in parts if part.answer == PartAnswer.COUNTER)
        states.append(AnswerState(row, sum(part.answer != PartAnswer.NONE for part in parts), len(parts), counters))
    return states
