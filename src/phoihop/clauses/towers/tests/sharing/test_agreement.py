import datetime as dt
import io
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from phoihop.base.errors import NotAllowed, Refused
from phoihop.base.models import AuditEntry
from phoihop.clauses.towers.actions.registry import masts, tenancies
from phoihop.clauses.towers.actions.registry.room import NoRoom
from phoihop.clauses.towers.actions.sharing import agreement, answer, use
from phoihop.clauses.towers.models import Mast, MastState, OfferStatus, RequestStatus, Station, StationState, Tenancy
from phoihop.clauses.towers.tests.sharing.conftest import days_on, fresh
from phoihop.papers.actions import rounds, signing
from phoihop.papers.models import Paper, SigningSlot, SlotStatus
from phoihop.testing.cast import DAY


@pytest.fixture
def round_(agreed, signers, vnpt):
    return agreement.draw_agreement(actor=vnpt, request=agreed)


@pytest.fixture
def signed(round_, viettel, agreed):
    SigningSlot.objects.filter(round=round_).update(status=SlotStatus.DIGITAL)
    use.record_signed(actor=viettel, round_=round_)
    return fresh(agreed)


def test_the_agreement_is_a_paper_of_the_two(round_, vnpt, viettel, post, regulator):
    paper = round_.paper

    readers = [actor for actor in (vnpt, viettel, post, regulator) if Paper.objects.visible_to(actor).exists()]

    assert readers == [vnpt, viettel]
    assert (paper.type, paper.party) == ("BTT", vnpt.party)
    assert [slot.signer_name for slot in round_.slots.order_by("order")] == ["Nguyễn Hữu Thắng", "Hoàng Văn Sơn"]


def test_its_text_has_the_terms_and_its_abstract_has_not(round_):
    text = str(round_.paper.description)

    assert "5.500.000 đồng (bằng chữ: Năm triệu năm trăm nghìn đồng)" in text
    assert "Bảo trì vào ban ngày" in text
    assert "5.500" not in round_.paper.abstract


def test_a_side_without_signer_is_told_what_to_do(agreed, vnpt):
    with pytest.raises(Refused) as refused:
        agreement.draw_agreement(actor=vnpt, request=agreed)

    assert "Người ký" in str(refused.value)


def test_only_the_owner_draws_it_and_once(round_, agreed, vnpt, viettel):
    with pytest.raises(NotAllowed):
        agreement.draw_agreement(actor=viettel, request=agreed)
    with pytest.raises(Refused):
        agreement.draw_agreement(actor=vnpt, request=agreed)


def test_signing_records_the_tenancy_by_itself(signed, viettel):
    tenancy = Tenancy.objects.get(operator=viettel.party)

    assert (signed.tenancy, signed.signed_on) == (tenancy, DAY)
    assert (tenancy.antenna_height_m, tenancy.since, tenancy.agreement_id) == (24, dt.date(2026, 8, 1), signed.pk)


def test_use_sets_the_day(signed, viettel):
    later = days_on(viettel, 90)
    use.record_in_use(actor=later, request=signed, on=later.today)

    row = fresh(signed)
    assert (row.status, row.tenancy.since) == (RequestStatus.IN_USE, later.today)


def test_use_waits_for_the_signatures(agreed, viettel):
    with pytest.raises(Refused):
        use.record_in_use(actor=viettel, request=agreed, on=DAY)


def test_the_end_frees_the_place(signed, vnpt, viettel):
    use.record_in_use(actor=viettel, request=signed, on=DAY)
    later = days_on(vnpt, 400)

    use.end_sharing(actor=later, request=signed, party=vnpt.party, on=later.today, text="Tháo dỡ cột.")

    row = fresh(signed)
    assert (row.status, row.tenancy.until) == (RequestStatus.ENDED, later.today)


def test_declining_to_sign_goes_back_to_the_terms(round_, agreed, viettel, vnpt):
    rounds.decline(actor=viettel, round_=round_, party=viettel.party, reason="Sai diện tích.")

    row = fresh(agreed)
    assert (row.status, row.awaited_id, row.paper) == (RequestStatus.OFFERED, vnpt.party.pk, None)
    assert row.offers.get().status == OfferStatus.DECLINED


def test_nothing_is_withdrawn_while_it_is_being_signed(round_, agreed, viettel):
    with pytest.raises(Refused):
        answer.withdraw(actor=viettel, request=agreed)


def test_giving_up_after_signing_frees_the_place(signed, round_, viettel):
    round_.status = "complete"
    round_.save()

    answer.withdraw(actor=viettel, request=signed)

    assert fresh(signed).tenancy.until is not None


def scan() -> SimpleUploadedFile:
    out = io.BytesIO()
    Image.new("L", (8, 8), 200).save(out, "PNG")
    return SimpleUploadedFile("ban-ky.png", out.getvalue())


def test_each_side_records_its_own_signature_on_paper(round_, agreed, vnpt, viettel):
    for member in (vnpt, viettel):
        signing.sign_on_paper(actor=member, round_=round_, party=member.party, signed_on=DAY, scan=scan())

    assert fresh(agreed).signed_on == DAY


def test_nobody_records_the_other_side(round_, vnpt, viettel, regulator):
    for member in (vnpt, regulator):
        with pytest.raises(NotAllowed):
            signing.sign_on_paper(actor=member, round_=round_, party=viettel.party, signed_on=DAY, scan=scan())


def test_the_owner_takes_it_back_and_the_asker_does_not(round_, agreed, vnpt, viettel):
    with pytest.raises(NotAllowed):
        agreement.withdraw_agreement(actor=viettel, request=fresh(agreed), reason="Thôi")

    agreement.withdraw_agreement(actor=vnpt, request=fresh(agreed), reason="Sai độ cao")

    assert fresh(agreed).status == RequestStatus.OFFERED


def test_drawing_an_agreement_opens_no_other_paper(round_, vnpt, client_of):
    assert client_of(vnpt).get(reverse("papers:letter_new")).status_code == 403


def test_the_registry_does_not_go_round_the_agreement(signed, vnpt):
    tenancy = signed.tenancy

    with pytest.raises(Refused, match=signed.reference):
        tenancies.end_tenancy(actor=vnpt, tenancy=tenancy, until=dt.date(2026, 9, 1))
    for changed in (
        {"since": DAY}, {"antenna_height_m": Decimal(20)}, {"wind_area_m2": Decimal(9)}, {"agreement_ref": "12/HĐ"},
    ):  # fmt: skip
        with pytest.raises(Refused, match=signed.reference):
            tenancies.edit_tenancy(actor=vnpt, tenancy=fresh(signed).tenancy, **changed)


def test_what_was_agreed_stays_as_it_was_when_the_request_is_over(signed, vnpt, viettel):
    use.record_in_use(actor=viettel, request=signed, on=DAY)
    use.end_sharing(actor=vnpt, request=signed, party=vnpt.party, on=DAY, text="Tháo dỡ cột.")

    for changed in ({"since": dt.date(2026, 5, 1)}, {"until": None}):
        with pytest.raises(tenancies.Agreed, match="giữ nguyên"):
            tenancies.edit_tenancy(actor=vnpt, tenancy=fresh(signed).tenancy, **changed)


def test_use_after_the_place_was_given_back_is_refused_in_words(signed, viettel):
    Tenancy.objects.filter(pk=signed.tenancy_id).update(since=DAY, until=DAY)
    later = days_on(viettel, 10)

    with pytest.raises(Refused, match="đã kết thúc") as refused:
        use.record_in_use(actor=later, request=signed, on=later.today)

    assert refused.value.field == "on"


def test_a_mast_out_for_signature_is_not_taken_down(round_, agreed, mast, vnpt):
    with pytest.raises(masts.StillUsed, match=agreed.reference):
        masts.take_down(actor=vnpt, mast=mast, removed_on=DAY)

    mast.refresh_from_db()
    assert mast.state == MastState.IN_USE


def test_a_mast_comes_down_once_the_agreement_is_given_up(agreed, mast, vnpt, viettel):
    answer.withdraw(actor=viettel, request=agreed)

    masts.take_down(actor=vnpt, mast=mast, removed_on=DAY)

    assert mast.state == MastState.REMOVED


def test_the_end_turns_the_stations_off(signed, vnpt, viettel):
    tenancies.set_station(actor=viettel, tenancy=signed.tenancy, technology="4G")
    use.record_in_use(actor=viettel, request=signed, on=DAY)

    use.end_sharing(actor=vnpt, request=fresh(signed), party=vnpt.party, on=DAY, text="Tháo dỡ cột.")

    assert Station.objects.get().state == StationState.OFF


def test_the_history_tells_of_the_tenancy(signed):
    entry = AuditEntry.objects.get(event="towers.tenancy.begun", object_id=str(signed.tenancy_id))

    assert entry.after["operator"] == signed.asker.short_name


@pytest.mark.parametrize("values", [{"state": MastState.REMOVED, "removed_on": DAY}, {"height_m": 20}])
def test_a_mast_that_cannot_take_it_gets_no_tenant(round_, mast, viettel, values):
    Mast.objects.filter(pk=mast.pk).update(**values)

    with pytest.raises(Refused):
        use.record_signed(actor=viettel, round_=round_)

    assert not Tenancy.objects.filter(mast=mast, operator=viettel.party).exists()


@pytest.mark.parametrize("limit", [{"wind_area_limit_m2": 4}, {"bands": 0}])
def test_a_mast_that_became_weaker_or_full_gets_no_tenant(round_, mast, viettel, limit):
    if "bands" in limit:
        mast.bands.update(slots=0)
    else:
        Mast.objects.filter(pk=mast.pk).update(**limit)

    with pytest.raises(NoRoom):
        use.record_signed(actor=viettel, round_=round_)


def test_a_tenancy_that_the_owner_noted_meanwhile_becomes_the_agreed_one(round_, mast, viettel, agreed):
    noted = Tenancy.objects.create(mast=mast, operator=viettel.party, antenna_height_m=10, since=DAY)

    use.record_signed(actor=viettel, round_=round_)

    noted.refresh_from_db()
    assert (noted.antenna_height_m, noted.agreement_id, noted.agreement_ref) == (24, agreed.pk, agreed.reference)


def test_the_owner_lets_nobody_else_onto_a_place_that_is_agreed(agreed, mast, vnpt, post):
    mast.bands.filter(from_m=20).update(slots=1)

    with pytest.raises(NoRoom, match="hết chỗ"):
        tenancies.add_tenancy(actor=vnpt, mast=mast, operator=post.party, antenna_height_m=Decimal(25))
