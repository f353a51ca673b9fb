import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from phoihop.base.errors import NotAllowed
from phoihop.base.models import AuditEntry
from phoihop.people.actions.parties import edit_party


def _data(party, **changed):
    return {"name": party.name, "short_name": party.short_name, "code": party.code} | changed


def _picture():
    out = io.BytesIO()
    Image.new("RGB", (16, 16), "navy").save(out, "PNG")
    return SimpleUploadedFile("logo.png", out.getvalue())


def _edit(client, party, **changed):
    return client.post(reverse("people:party_edit", args=[party.pk]), _data(party, **changed))


@pytest.mark.parametrize("member", ["vnpt", "regulator"])
def test_party_and_its_regulator_edit(client_of, request, vnpt, member):
    _edit(client_of(request.getfixturevalue(member)), vnpt.party, needs="Cột ăng ten dùng chung")

    vnpt.party.refresh_from_db()
    assert vnpt.party.needs == "Cột ăng ten dùng chung"


def test_history_keeps_before_and_after(vnpt):
    edit_party(actor=vnpt, party=vnpt.party, place="Hải Phòng")

    entry = AuditEntry.objects.get(event="people.party.edited")
    assert (entry.before, entry.after) == ({"place": "Hải Dương"}, {"place": "Hải Phòng"})
    assert entry.lead_id == vnpt.party.registered_by_id


def test_rival_does_not_edit(client_of, viettel, vnpt):
    assert _edit(client_of(viettel), vnpt.party, needs="x").status_code == 404
    with pytest.raises(NotAllowed):
        edit_party(actor=viettel, party=vnpt.party, needs="x")


def test_plain_member_does_not_edit(client_of, colleague, vnpt):
    assert _edit(client_of(colleague), vnpt.party, needs="x").status_code == 403


def test_dates_in_wrong_order_are_refused_in_words(client_of, vnpt):
    response = _edit(client_of(vnpt), vnpt.party, valid_from="2026-01-02", valid_to="2026-01-01")

    assert response.status_code == 422
    assert "phải sau ngày bắt đầu" in response.content.decode()


def test_logo_is_served_to_the_parties_around_and_to_nobody_else(client_of, vnpt, viettel, stranger):
    _edit(client_of(vnpt), vnpt.party, logo=_picture())

    vnpt.party.refresh_from_db()
    address = reverse("base:file", args=[vnpt.party.logo_id])
    assert client_of(viettel).get(address).status_code == 200
    assert client_of(stranger).get(address).status_code == 404


def test_logo_that_is_no_picture_is_refused(client_of, vnpt):
    response = _edit(client_of(vnpt), vnpt.party, logo=SimpleUploadedFile("x.png", b"<svg onload='x'></svg>"))

    vnpt.party.refresh_from_db()
    assert response.status_code == 422
    assert vnpt.party.logo is None


def test_logo_is_dropped(client_of, vnpt):
    edit_party(actor=vnpt, party=vnpt.party, logo=_picture())
    _edit(client_of(vnpt), vnpt.party, drop_logo="on")

    vnpt.party.refresh_from_db()
    assert vnpt.party.logo is None
