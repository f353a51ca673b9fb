"""One's notices, mails and their pages."""

import pytest

from phoihop.notices.actions import mail, tell
from phoihop.notices.models import Notice


@pytest.fixture
def notice(regulator, vnpt):
    tell(actor=regulator, users_of=[vnpt.party.pk], text="Mời ký", url="/papers/", key="k")
    return Notice.objects.get(user=vnpt.user)


def test_ones_own_alone(client_of, vnpt, viettel, notice):
    assert "Mời ký" in client_of(vnpt).get("/notices/").content.decode()
    assert "Mời ký" not in client_of(viettel).get("/notices/").content.decode()


def test_opening_marks_as_read_and_leads_there(client_of, vnpt, notice):
    response = client_of(vnpt).post(f"/notices/{notice.pk}/")

    notice.refresh_from_db()
    assert response["Location"] == "/papers/"
    assert notice.read_at is not None


@pytest.mark.parametrize("url", ["https://elsewhere.example/", "//elsewhere.example/", "javascript:alert(1)", ""])
def test_opening_never_leads_elsewhere(client_of, vnpt, notice, url):
    Notice.objects.update(url=url)

    assert client_of(vnpt).post(f"/notices/{notice.pk}/")["Location"] == "/notices/"


def test_somebody_elses_notice_does_not_exist(client_of, viettel, notice):
    assert client_of(viettel).post(f"/notices/{notice.pk}/").status_code == 404
    notice.refresh_from_db()
    assert notice.read_at is None


def test_reading_all_reads_ones_own(client_of, regulator, vnpt, viettel, notice):
    tell(actor=regulator, users_of=[viettel.party.pk], text="Mời ký", url="/", key="k")

    client_of(vnpt).post("/notices/read/")

    assert list(Notice.objects.filter(read_at=None).values_list("user_id", flat=True)) == [viettel.user_id]


def test_following_a_link_changes_nothing(client_of, vnpt, notice):
    assert client_of(vnpt).get(f"/notices/{notice.pk}/").status_code == 405


def test_mails_to_ones_address_can_be_read(client_of, vnpt, viettel):
    context = {"user": vnpt.user, "reminders": [], "notices": [], "today": None}
    mail(to=vnpt.user.email, subject="Tóm tắt", template="notices/mail/digest", context=context, kind="digest")

    assert "Tóm tắt" in client_of(vnpt).get("/notices/mail/").content.decode()
    assert "Tóm tắt" not in client_of(viettel).get("/notices/mail/").content.decode()
