"""What an owner does not change alone on a mast that is shared by agreement."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from phoihop.base.errors import NotAllowed, NotVisible, Refused
from phoihop.clauses.towers.actions.registry import changing, importing, masts, merging, sites
from phoihop.clauses.towers.actions.registry.room import NoRoom
from phoihop.clauses.towers.actions.registry.tenancies import Agreed
from phoihop.clauses.towers.actions.sharing import agreement, use
from phoihop.clauses.towers.models import Mast, Site, TenancyChange
from phoihop.clauses.towers.queries.registry import changes as queries
from phoihop.clauses.towers.queries.registry.imports import preview
from phoihop.clauses.towers.queries.registry.likeness import like_sites
from phoihop.clauses.towers.registry.dues import registry_dues
from phoihop.clauses.towers.tests.sharing.conftest import fresh
from phoihop.testing.cast import DAY

HEAD = "Mã vị trí;Tên vị trí;Vĩ độ;Kinh độ;Loại cột;Chiều cao;Giới hạn cản gió"
SAME = "VNPT-BIMAT-01;Trạm Thanh Bình;20,9401;106,3301;A2b;42;10"


@pytest.fixture
def signed(agreed, signers, vnpt, viettel):
    round_ = agreement.draw_agreement(actor=vnpt, request=agreed)
    use.record_signed(actor=viettel, round_=round_)
    return fresh(agreed)


@pytest.fixture
def tenancy(signed):
    return signed.tenancy


@pytest.fixture
def changed(tenancy, vnpt):
    """VNPT would have Viettel's antennas lower."""
    return changing.propose_change(
        actor=vnpt, tenancy=tenancy, party=vnpt.party, text="Gia cố cột", antenna_height_m=Decimal(22)
    )


def _errors(vnpt, line):
    upload = SimpleUploadedFile("so.csv", f"{HEAD}\n{line}".encode(), "text/csv")
    sheet = importing.begin_import(actor=vnpt, owner=vnpt.party, upload=upload)
    found = preview(actor=vnpt, sheet=sheet).reading
    return found.errors, [one.sentence("vi") for one in found.problems if one.level == "error"]


@pytest.mark.parametrize("values", [{"height_m": Decimal(20)}, {"wind_area_limit_m2": Decimal(2)}])
def test_a_mast_does_not_become_lower_or_weaker_than_was_agreed(tenancy, mast, vnpt, values):
    with pytest.raises(Agreed):
        masts.edit_mast(actor=vnpt, mast=mast, **values)


def test_it_may_become_stronger(tenancy, mast, vnpt):
    masts.edit_mast(actor=vnpt, mast=mast, height_m=Decimal(45), wind_area_limit_m2=Decimal(12))

    assert Mast.objects.get(pk=mast.pk).height_m == 45


def test_the_place_is_measured_better_and_not_moved(tenancy, mast, vnpt):
    sites.edit_site(actor=vnpt, site=mast.site, latitude=20.94015)

    with pytest.raises(Agreed, match=tenancy.agreement_ref):
        sites.edit_site(actor=vnpt, site=mast.site, latitude=20.9501)


def test_a_sheet_that_leaves_it_as_it_is_is_taken(tenancy, vnpt):
    assert _errors(vnpt, SAME) == (0, [])


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [("20,9401", "20,9501", "nơi khác"), (";42;", ";22;", "24 m"), ("42;10", "42;4", "cản gió")],
)
def test_a_sheet_does_not_go_round_the_agreement(tenancy, vnpt, old, new, says):
    count, (error,) = _errors(vnpt, SAME.replace(old, new))

    assert (count, error[:6]) == (1, "Dòng 2")
    assert says in error


def test_a_line_said_to_be_the_same_place_does_not_move_it(tenancy, mast, vnpt):
    line = SAME.replace("VNPT-BIMAT-01", "TB1").replace("20,9401", "20,9410")
    upload = SimpleUploadedFile("so.csv", f"{HEAD}\n{line}".encode(), "text/csv")
    sheet = importing.begin_import(actor=vnpt, owner=vnpt.party, upload=upload)

    with pytest.raises(importing.NotTakeable, match="nơi khác"):
        importing.commit_import(actor=vnpt, sheet=sheet, merges={2: f"site:{mast.site_id}"})


def test_merging_keeps_the_agreed_place(tenancy, mast, vnpt, regulator):
    other = Site.objects.create(
        owner=vnpt.party, regulator=regulator.party, code="CU", name="Trạm Thanh Bình", latitude=20.9410,
        longitude=106.3301, created_at=mast.site.created_at.replace(year=2020),
    )  # fmt: skip

    (pair,) = like_sites(actor=vnpt)
    with pytest.raises(Agreed):
        merging.merge_sites(actor=vnpt, site=other, other=mast.site)
    merging.merge_sites(actor=vnpt, site=pair.site, other=pair.other)

    assert Site.objects.get() == mast.site


def test_nothing_changes_before_the_other_side_agrees(changed, tenancy, vnpt, viettel):
    tenancy.refresh_from_db()
    before = tenancy.antenna_height_m
    with pytest.raises(NotAllowed):
        changing.agree_change(actor=vnpt, change=changed)

    changing.agree_change(actor=viettel, change=changed)

    tenancy.refresh_from_db()
    assert (before, tenancy.antenna_height_m) == (24, 22)


def test_the_tenant_proposes_and_the_owners_mast_must_have_room(tenancy, vnpt, viettel):
    change = changing.propose_change(
        actor=viettel, tenancy=tenancy, party=viettel.party, text="Thêm ăng ten", wind_area_m2=Decimal(9)
    )

    with pytest.raises(NoRoom):
        changing.agree_change(actor=vnpt, change=change)

    tenancy.refresh_from_db()
    assert tenancy.wind_area_m2 == Decimal("1.5")


def test_one_proposal_at_a_time_that_changes_something(changed, tenancy, vnpt, viettel):
    with pytest.raises(Refused, match="chờ trả lời"):
        changing.propose_change(
            actor=viettel, tenancy=tenancy, party=viettel.party, text="x", antenna_height_m=Decimal(23)
        )
    changing.decline_change(actor=viettel, change=changed, answer="Không đủ phủ sóng")
    with pytest.raises(Refused, match="ít nhất"):
        changing.propose_change(
            actor=vnpt, tenancy=tenancy, party=vnpt.party, text="x", antenna_height_m=tenancy.antenna_height_m
        )


def test_sharing_by_request_ends_at_the_request(tenancy, vnpt, signed):
    with pytest.raises(Refused, match=signed.reference):
        changing.propose_change(actor=vnpt, tenancy=tenancy, party=vnpt.party, text="x", until=DAY)


def test_the_answer_is_due_until_it_is_taken_back(changed, vnpt, viettel, post):
    due = {one: len(list(registry_dues(one))) for one in (vnpt, viettel, post)}
    changing.withdraw_change(actor=vnpt, change=changed)

    assert due == {vnpt: 1, viettel: 1, post: 0}
    assert not list(registry_dues(viettel))


def test_others_know_nothing_of_it(changed, tenancy, post, regulator):
    for stranger in (post, regulator):
        with pytest.raises(NotVisible):
            queries.visible_change(actor=stranger, pk=changed.pk)
        with pytest.raises(NotVisible):
            queries.shared_tenancy(actor=stranger, pk=tenancy.pk)


def test_pages(tenancy, mast, client_of, vnpt, viettel):
    there = reverse("towers:mast_detail", args=[mast.pk])
    client_of(vnpt).post(
        reverse("towers:tenancy_change", args=[tenancy.pk]),
        {"antenna_height_m": "22", "wind_area_m2": "1,5", "agreement_ref": tenancy.agreement_ref, "text": "Gia cố"},
    )
    change = TenancyChange.objects.get()

    asked = client_of(viettel).get(there).content.decode()
    client_of(viettel).post(reverse("towers:tenancy_change_agree", args=[change.pk]))

    assert "Chủ cột đề nghị sửa" in asked
    change.refresh_from_db()
    assert (change.state, change.wind_area_m2) == ("agreed", None)
