import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from phoihop.clauses.towers.actions.sharing import agreement, answer, mediation, survey, talks
from phoihop.clauses.towers.models import SharingRequest
from phoihop.clauses.towers.tests.sharing.conftest import fresh
from phoihop.testing.cast import NOON

PLANS = ("Kế hoạch riêng", "bán kính")  # where Viettel looked, and why
EXACT = ("VNPT-BIMAT-01", "phố Bí Mật", "Trạm Thanh Bình", "20.9401", "20,9401")


def page_of(client, row) -> str:
    response = client.get(reverse("towers:sharing_detail", args=[row.pk]))
    assert response.status_code == 200
    return response.content.decode()


def told(text: str, words) -> list[str]:
    return [word for word in words if word in text]


@pytest.fixture
def routed(place_asked, regulator, mast):
    return answer.route(actor=regulator, request=place_asked, mast=mast)


def test_the_asker_does_not_learn_the_exact_place_before_both_have_signed(agreed, viettel, client_of):
    text = page_of(client_of(viettel), agreed)

    assert told(text, EXACT) == []
    assert "40–45" in text


def test_after_signing_it_does(agreed, viettel, client_of):
    SharingRequest.objects.filter(pk=agreed.pk).update(signed_on=NOON.date())

    assert "VNPT-BIMAT-01" in page_of(client_of(viettel), agreed)


def test_the_owner_does_not_learn_where_the_asker_looked(routed, vnpt, client_of):
    assert told(page_of(client_of(vnpt), routed), PLANS) == []


def test_the_department_and_the_asker_do(routed, viettel, regulator, client_of):
    for reader in (viettel, regulator):
        assert told(page_of(client_of(reader), routed), PLANS) == list(PLANS)


def test_a_third_enterprise_finds_neither_page_nor_row_nor_count(offered, post, client_of):
    client = client_of(post)

    assert client.get(reverse("towers:sharing_detail", args=[offered.pk])).status_code == 404
    for name in ("sharing_list", "sharing_board"):
        text = client.get(reverse(f"towers:{name}")).content.decode()
        assert offered.reference not in text
    assert client.get(reverse("towers:sharing_list") + f"?q={offered.reference}&role=followed").status_code == 200


def test_the_department_sees_state_and_clock_and_no_price(offered, regulator, vnpt, client_of):
    talks.send_message(actor=vnpt, request=offered, party=vnpt.party, text="Giá bí mật")

    text = page_of(client_of(regulator), offered)

    assert told(text, ("5.500.000", "Bảo trì vào ban ngày", "Giá bí mật")) == []
    assert "Trả lời bản chào" in text


def test_in_mediation_it_sees_the_price_and_no_message(offered, regulator, vnpt, viettel, client_of):
    talks.send_message(actor=vnpt, request=offered, party=vnpt.party, text="Giá bí mật")
    mediation.ask_mediation(actor=viettel, request=offered, party=viettel.party, text="Riêng cho Sở")
    mediation.open_mediation(actor=regulator, request=offered)

    text = page_of(client_of(regulator), offered)

    assert "5.500.000" in text
    assert "Giá bí mật" not in text
    assert "Riêng cho Sở" in text
    assert "Riêng cho Sở" not in page_of(client_of(vnpt), offered)


def test_each_reader_gets_their_own_steps(offered, vnpt, viettel, regulator, client_of):
    accept = reverse("towers:sharing_accept", args=[offered.pk])

    assert [accept in page_of(client_of(reader), offered) for reader in (viettel, vnpt, regulator)] == [
        True,
        False,
        False,
    ]


def test_the_way_through_forms_without_scripts(asked, vnpt, viettel, client_of):
    owner, asker = client_of(vnpt), client_of(viettel)
    url = {name: reverse(f"towers:sharing_{name}", args=[asked.pk]) for name in ("acknowledge", "offer", "accept")}
    terms = {
        "rent_vnd": "5.500.000", "one_off_vnd": "", "term_months": "60", "starts_on": "2099-08-01",
        "antenna_height_m": "24,5", "wind_area_m2": "1,25", "conditions": "", "valid_until": "2099-06-30",
    }  # fmt: skip

    answers = [
        owner.post(url["acknowledge"], {"note": ""}), owner.post(url["offer"], terms), asker.post(url["accept"]),
    ]  # fmt: skip

    assert [answer.status_code for answer in answers] == [302, 302, 302]
    row = fresh(asked)
    assert (row.status, row.offers.get().rent_vnd, str(row.offers.get().antenna_height_m)) == (
        "agreed",
        5_500_000,
        "24.5",
    )


def test_a_refusal_keeps_what_was_typed(asked, vnpt, client_of):
    response = client_of(vnpt).post(
        reverse("towers:sharing_refuse", args=[asked.pk]), {"reason": "", "text": "Chân cột đã nứt"}
    )

    assert response.status_code == 422
    assert "Chân cột đã nứt" in response.content.decode()


def test_a_need_with_swapped_coordinates_is_told(viettel, client_of):
    response = client_of(viettel).post(
        reverse("towers:sharing_by_place"),
        {"asker": viettel.party.pk, "latitude": "106,33", "longitude": "20,94", "radius_m": "500", "purpose": "x",
         "technology": "4G", "antenna_height_m": "24"},
    )  # fmt: skip

    assert response.status_code == 422
    assert "đổi chỗ" in response.content.decode()


def test_the_department_chooses_among_masts_of_others_around(place_asked, regulator, mast, client_of):
    client, url = client_of(regulator), reverse("towers:sharing_route", args=[place_asked.pk])

    assert "VNPT-BIMAT-01" in client.get(url).content.decode()
    client.post(url, {"mast": str(mast.pk), "note": ""})

    assert fresh(place_asked).mast == mast


def test_the_late_page_lists_what_is_late(asked, regulator, client_of):
    text = client_of(regulator).get(reverse("towers:sharing_late")).content.decode()

    assert asked.reference in text  # asked in June 2026: long ago for a browser


def test_files_follow_their_offer_and_message(offered, vnpt, viettel, post, regulator, client_of):
    upload = SimpleUploadedFile("ban-ve.txt", "bản vẽ".encode())
    talks.send_message(actor=vnpt, request=offered, party=vnpt.party, text="Gửi", files=[upload])
    url = reverse("base:file", args=[offered.attachments.get().file_id])

    seen = [client_of(reader).get(url).status_code for reader in (vnpt, viettel, post, regulator)]

    assert seen == [200, 200, 404, 404]


def test_a_meeting_is_confirmed_by_a_button(acknowledged, vnpt, viettel, client_of):
    found = survey.propose_survey(
        actor=vnpt, request=acknowledged, party=vnpt.party, starts_at=NOON.replace(year=2099),
        ends_at=NOON.replace(year=2099, hour=14), place="Chân cột",
    )  # fmt: skip

    client_of(viettel).post(reverse("towers:sharing_survey_step", args=[found.pk, "confirm"]))

    found.refresh_from_db()
    assert found.status == "confirmed"


def test_the_department_sees_that_a_paper_is_signed_and_not_the_paper(agreed, signers, vnpt, regulator, client_of):
    round_ = agreement.draw_agreement(actor=vnpt, request=agreed)

    text = page_of(client_of(regulator), agreed)

    assert "chưa ký" in text
    assert str(round_.pk) not in text
