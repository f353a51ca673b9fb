"""What a signed proposal brings into the registry, by itself and once."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from django.db import transaction
from django.urls import reverse

from phoihop.base.errors import Refused
from phoihop.base.models import AuditEntry
from phoihop.clauses.towers.actions.joint import agreement, terms
from phoihop.clauses.towers.actions.registry import masts, tenancies
from phoihop.clauses.towers.actions.registry.room import NoRoom
from phoihop.clauses.towers.joint import hooks
from phoihop.clauses.towers.joint.dues import joint_dues
from phoihop.clauses.towers.models import JointProposal, Mast, SlotBand, Tenancy
from phoihop.clauses.towers.queries.joint.settled import site_of
from phoihop.clauses.towers.tests.joint.conftest import AFTER
from phoihop.clauses.towers.tests.joint.masts import put_mast
from phoihop.papers.models import SigningRound

BUILT = AFTER + dt.timedelta(days=60)


@pytest.fixture
def signers(vnpt, viettel):
    for member in (vnpt, viettel):
        member.party.signers.create(name="Người ký", position="Giám đốc", valid_from=dt.date(2020, 1, 1))


@pytest.fixture
def sign(regulator, later, signers):
    """All sign: ``sign(proposal)``."""

    def signed(proposal):
        round_ = agreement.draw_agreement(actor=later(regulator), proposal=proposal)
        hooks.HOOK.complete(later(regulator), round_)
        return JointProposal.objects.get(pk=proposal.pk)

    return signed


@pytest.fixture
def agreed(publish, file, accept, vnpt, viettel, plan):
    file(vnpt, wind_m2=1.5)
    file(viettel, north_m=200, height_m=30.0)
    (proposal,) = publish()
    accept(vnpt, proposal)
    return accept(viettel, proposal)


@pytest.fixture
def rent(publish, file, accept, vnpt, viettel, regulator, plan):
    """Viettel rents on a mast of VNPT's with two places, one of them high enough."""
    mast = put_mast(vnpt.party, regulator.party)
    SlotBand.objects.create(mast=mast, from_m=10, to_m=20, slots=2)
    SlotBand.objects.create(mast=mast, from_m=30, to_m=36, slots=1)
    file(viettel)
    (proposal,) = publish()
    accept(vnpt, proposal)
    return accept(viettel, proposal)


def test_the_mast_enters_as_planned_with_everyone_on_it(agreed, sign, vnpt, viettel):
    proposal = sign(agreed)

    mast, site = Mast.objects.get(), site_of(proposal)
    assert (mast.state, mast.height_m, mast.mast_class.code) == ("planned", proposal.height_m, proposal.class_code)
    assert (mast.site.owner, mast.site.latitude) == (proposal.lead_builder, site.latitude)
    assert proposal.mast == mast
    lines = {one.operator: (one.antenna_height_m, one.wind_area_m2, one.since) for one in mast.tenancies.all()}
    assert lines == {vnpt.party: (27, Decimal("1.5"), None), viettel.party: (30, None, None)}


def test_two_who_need_the_same_height_hang_a_band_apart(publish, file, accept, sign, vnpt, viettel, plan):
    file(vnpt, height_m=27.0)
    file(viettel, north_m=200, height_m=27.0)
    (proposal,) = publish()
    accept(vnpt, proposal)

    mast = sign(accept(viettel, proposal)).mast

    heights = sorted(mast.tenancies.values_list("antenna_height_m", flat=True))
    assert heights == [27, 30]
    assert mast.height_m >= heights[-1]


def test_the_history_tells_of_mast_and_tenancies(agreed, sign):
    sign(agreed)

    told = list(AuditEntry.objects.filter(event__startswith="towers.").values_list("event", flat=True))
    assert told.count("towers.tenancy.begun") == 2
    assert {"towers.site.created", "towers.mast.created", "towers.proposal.signed"} <= set(told)


def test_it_enters_once(agreed, sign, regulator, later):
    proposal = sign(agreed)
    JointProposal.objects.filter(pk=proposal.pk).update(status="agreed")

    hooks.HOOK.complete(later(regulator), SigningRound.objects.get())

    assert (Mast.objects.count(), Tenancy.objects.count()) == (1, 2)


def test_the_lead_builder_reports_and_the_tenancies_begin(agreed, sign, later, vnpt, viettel):
    proposal = sign(agreed)
    lead = later(vnpt if proposal.lead_builder == vnpt.party else viettel, BUILT)
    owed = [due for due in joint_dues(lead) if due.key.startswith("towers.joint.build")]

    masts.put_into_use(actor=lead, mast=proposal.mast, in_use_since=lead.today)

    assert [due.due_on for due in owed] == [proposal.ends_on]
    assert set(Tenancy.objects.values_list("since", flat=True)) == {lead.today}
    assert Tenancy.objects.count() == 2
    assert not [due for due in joint_dues(lead) if due.key.startswith("towers.joint.build")]


def test_the_lead_builder_does_not_change_or_take_it_out_alone(agreed, sign, later, vnpt, viettel):
    proposal = sign(agreed)
    lead = later(vnpt if proposal.lead_builder == vnpt.party else viettel)

    with pytest.raises(Refused):
        masts.delete_mast(actor=lead, mast=proposal.mast)
    with pytest.raises(tenancies.Agreed):
        masts.edit_mast(actor=lead, mast=proposal.mast, height_m=Decimal(12))
    for tenancy in Tenancy.objects.all():
        with pytest.raises(tenancies.Agreed, match=proposal.code):
            tenancies.edit_tenancy(actor=lead, tenancy=tenancy, antenna_height_m=Decimal(5))


def test_a_mast_without_lead_builder_is_not_signed_for(agreed, regulator, later, signers):
    JointProposal.objects.update(lead_builder=None)

    with pytest.raises(Refused, match="chủ trì"):
        agreement.draw_agreement(actor=later(regulator), proposal=agreed)


def test_partners_see_it_and_others_do_not(agreed, sign, client_of, vnpt, viettel, post):
    address = reverse("towers:mast_detail", args=[sign(agreed).mast_id])

    seen = {one.party.short_name: client_of(one).get(address).status_code for one in (vnpt, viettel, post)}

    assert seen == {vnpt.party.short_name: 200, viettel.party.short_name: 200, post.party.short_name: 404}


def test_a_rented_place_enters_at_a_height_that_is_free(rent, sign, viettel):
    proposal = sign(rent)

    tenancy = Tenancy.objects.get(operator=viettel.party)
    assert (tenancy.mast, tenancy.antenna_height_m, tenancy.since) == (proposal.mast, 30, proposal.starts_on)
    assert (tenancy.agreement_id, tenancy.agreement_ref) == (proposal.pk, proposal.code)


def test_a_place_that_is_gone_is_not_signed_away(rent, sign):
    SlotBand.objects.update(slots=0)

    with pytest.raises(NoRoom), transaction.atomic():
        sign(rent)

    assert JointProposal.objects.get().status == "agreed"


def test_an_agreed_rent_holds_its_place_until_it_is_signed(rent, vnpt, post):
    mast = Mast.objects.get()
    SlotBand.objects.filter(mast=mast).update(slots=1)
    Tenancy.objects.filter(mast=mast, operator=vnpt.party).update(antenna_height_m=15)

    with pytest.raises(NoRoom, match="hết chỗ"):
        tenancies.add_tenancy(actor=vnpt, mast=mast, operator=post.party, antenna_height_m=Decimal(33))


@pytest.mark.parametrize("kind", ["agreed", "rent"])
def test_the_next_plan_of_the_round_keeps_what_was_signed(kind, request, sign, run, post, file, later):
    proposal = sign(request.getfixturevalue(kind))

    scenario = run(AFTER + dt.timedelta(hours=2))

    assert scenario.status == "done", scenario.summary
    assert scenario.summary["none"] == 0
    assert proposal.status == "signed"


def test_load_splits_only_where_every_load_is_known(agreed, publish, regulator, later):
    JointProposal.objects.update(status="open")

    with pytest.raises(Refused, match="cản gió"):
        terms.change_terms(
            actor=later(regulator), proposal=JointProposal.objects.get(), starts_on=agreed.starts_on,
            ends_on=agreed.ends_on, split_method="load", lead_builder=None,
        )  # fmt: skip


def test_load_splits_by_wind_area(publish, file, vnpt, viettel):
    file(vnpt, wind_m2=1.0)
    file(viettel, north_m=200, wind_m2=3.0)

    (proposal,) = publish(split_method="load")

    shares = {part.party: part.share_vnd for part in proposal.parts.all()}
    assert (proposal.split_method, shares[viettel.party]) == ("load", 3 * shares[vnpt.party])


def test_who_leads_is_told_once_all_are_named(publish, file, accept, client_of, vnpt, viettel):
    file(vnpt)
    file(viettel, north_m=200)
    (proposal,) = publish()
    address = reverse("towers:proposal", args=[proposal.pk])

    before = [client_of(one).get(address).content.decode() for one in (vnpt, viettel)]
    accept(vnpt, proposal)
    accept(viettel, proposal)
    after = client_of(viettel).get(address).content.decode()

    assert not any("Đơn vị của bạn" in one or proposal.lead_builder.short_name in _facts(one) for one in before)
    assert proposal.lead_builder.short_name in _facts(after)


def _facts(content: str) -> str:
    """The card with the facts of a proposal."""
    return content.partition("<dl")[2].partition("</dl>")[0]
