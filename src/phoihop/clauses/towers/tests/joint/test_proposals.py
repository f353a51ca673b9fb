"""What a party sees of a proposal: its own part, a coarse area, and names once all agreed."""

from __future__ import annotations

import h3
import pytest

from phoihop.base.errors import NotVisible, Refused
from phoihop.clauses.towers.actions.joint.publishing import publish_scenario
from phoihop.clauses.towers.joint import areas
from phoihop.clauses.towers.models import JointNeed, JointProposal
from phoihop.clauses.towers.queries.joint import proposals as queries
from phoihop.clauses.towers.tests.joint.conftest import ANSWER_BY, place
from phoihop.clauses.towers.tests.joint.masts import put_mast
from phoihop.notices.models import Notice


@pytest.fixture
def shared(publish, file, vnpt, viettel, post):
    """VNPT and Viettel could build together; the post office's need lies far away."""
    file(vnpt)
    file(viettel, north_m=200, height_m=33.0)
    file(post, north_m=5000)
    publish()


def _seen(member, later):
    (row,) = queries.proposals(actor=later(member), round_=JointProposal.objects.get().round)
    return queries.seen(actor=later(member), proposal=row)


def test_each_of_the_two_sees_its_own_part_alone(shared, later, vnpt, viettel):
    for one in (vnpt, viettel):
        seen = _seen(one, later)

        assert [part.party_id for part in seen.parts] == [one.party.pk]
        assert (seen.partners, seen.named, seen.size, seen.mast) == ((), False, 2, None)
        assert 0 < seen.mine.share_vnd < seen.mine.alone_vnd
        assert seen.own_need.label == "Trạm mới"


def test_a_third_party_and_strangers_see_nothing_of_it(shared, later, post, visitor):
    round_ = JointProposal.objects.get().round
    for one in (post, visitor):
        assert not queries.proposals(actor=later(one), round_=round_).exists()
        with pytest.raises(NotVisible):
            queries.visible_proposal(actor=later(one), pk=JointProposal.objects.get().pk)


def test_the_area_is_whole_hexagons_and_no_place(shared, later, vnpt):
    site = _seen(vnpt, later).site

    assert not site.exact
    assert (site.latitude, site.longitude) == (None, None)
    corners = {tuple(round(v, 9) for v in corner) for polygon in site.geojson["coordinates"] for corner in polygon[0]}
    known = set()
    for polygon in site.geojson["coordinates"]:
        lon = sum(x for x, _y in polygon[0][:-1]) / (len(polygon[0]) - 1)
        lat = sum(y for _x, y in polygon[0][:-1]) / (len(polygon[0]) - 1)
        cell = h3.latlng_to_cell(lat, lon, 9)
        known |= {(round(x, 9), round(y, 9)) for y, x in h3.cell_to_boundary(cell)}
    assert corners <= known
    assert len(site.geojson["coordinates"]) <= 7


def test_a_small_move_of_the_partner_changes_nothing_that_one_sees():
    """The area is no ruler: a partner's ring that lies or ends some metres elsewhere looks the same."""
    own = place(radius_m=400)
    seen = set()
    for partner in (place(north_m=150), place(north_m=155), place(north_m=150, radius_m=310)):
        area = areas.common_area([own, partner])
        seen.add(tuple(areas.coarse_cells(area, own.longitude, own.latitude)))

    assert len(seen) == 1
    assert len(seen.pop()) <= 7


def test_the_department_sees_all_parts_and_the_place(shared, later, regulator):
    seen = _seen(regulator, later)

    assert {part.party.short_name for part in seen.parts} == {"VNPT", "Viettel"}
    assert seen.site.exact


def test_once_all_agree_the_names_and_the_place_are_told(shared, later, accept, vnpt, viettel, plan):
    proposal = JointProposal.objects.get()
    accept(vnpt, proposal)
    assert not _seen(viettel, later).named
    accept(viettel, proposal)

    seen = _seen(vnpt, later)
    assert seen.named
    assert [party.short_name for party in seen.partners] == ["Viettel"]
    assert seen.site.exact


def test_each_need_learns_what_became_of_it(shared, post, vnpt, viettel):
    outcomes = dict(JointNeed.objects.values_list("party__short_name", "outcome"))

    assert outcomes == {"VNPT": "join", "Viettel": "join", "Bưu điện": "alone"}


def test_every_enterprise_reads_the_same_notice(shared, vnpt, viettel, post):
    texts = Notice.objects.filter(key__startswith="joint.published").values_list("user_id", "text")

    assert {user for user, _text in texts} == {vnpt.user_id, viettel.user_id, post.user_id}
    assert len({text for _user, text in texts}) == 1


def test_renting_from_a_rival_asks_tenant_and_owner_without_naming_them(publish, file, regulator, vnpt, viettel, later):
    put_mast(viettel.party, regulator.party, rent_vnd=1_000_000)
    file(vnpt, north_m=100)
    publish()

    tenant, owner = _seen(vnpt, later), _seen(viettel, later)

    assert (tenant.owns_mast, tenant.named, tenant.mast, tenant.site.exact) == (False, False, None, False)
    assert tenant.height_words == "40–45"
    assert tenant.site.geojson == areas.ring(place(north_m=100))  # somewhere in its own ring: nothing nearer is told
    assert (owner.owns_mast, owner.named, owner.own_need) == (True, False, None)
    assert owner.mast.site.owner_id == viettel.party.pk  # its own mast is no secret to it
    assert owner.partners == ()


def test_a_need_on_ones_own_mast_makes_no_proposal(publish, file, regulator, vnpt):
    mast = put_mast(vnpt.party, regulator.party)
    mast.tenancies.all().delete()
    file(vnpt, north_m=100)

    assert publish() == []
    assert JointNeed.objects.get().outcome == "rent"


def test_a_plan_older_than_an_answer_is_not_published(shared, run, later, regulator, accept, vnpt, viettel):
    other = run(max_operators=3)
    proposal = JointProposal.objects.get()
    accept(vnpt, proposal, other.created_at)
    accept(viettel, proposal, other.created_at + (other.created_at - other.created_at.replace(microsecond=0)))
    JointProposal.objects.update(decided_at=other.created_at.replace(year=other.created_at.year + 1))

    with pytest.raises(Refused):
        publish_scenario(
            actor=later(regulator), scenario=other, answer_by=ANSWER_BY, starts_on=ANSWER_BY, ends_on=ANSWER_BY
        )


def test_codes_tell_neither_number_nor_order(shared):
    code = JointProposal.objects.get().code

    assert len(code) == 5
    assert not code.isdigit()


def test_what_an_owner_asks_for_its_mast_shows_nowhere(publish, file, regulator, vnpt, viettel, later):
    put_mast(viettel.party, regulator.party, rent_vnd=1_234_567)
    file(vnpt, north_m=100)
    publish()

    assumed = round(48_000_000 * (1 - 1.08**-10) / 0.08, -5)
    for one in (vnpt, viettel, regulator):
        assert {part.share_vnd for part in _seen(one, later).parts} == {assumed}
