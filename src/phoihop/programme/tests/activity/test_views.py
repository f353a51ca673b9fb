"""The pages of activities."""

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from phoihop.base.access import Role
from phoihop.programme.actions.activity import answer_invitation
from phoihop.programme.models import ActivityStatus
from phoihop.testing.cast import seat
from phoihop.testing.factories import ActivityFactory, RegulatorFactory


def url(name, activity, *args):
    return reverse(f"programme:{name}", args=[activity.pk, *args])


@pytest.mark.parametrize("member", ["regulator", "director", "clerk", "auditor", "vnpt"])
def test_everyone_of_the_programme_reads_it(cast, client_of, activity, member):
    response = client_of(cast[member]).get(url("activity_detail", activity))

    assert response.status_code == 200
    assert activity.title in response.content.decode()


def test_another_programme_does_not_exist(client_of, activity):
    stranger = stage_elsewhere()

    assert client_of(stranger).get(url("activity_detail", activity)).status_code == 404


def stage_elsewhere():
    return seat(RegulatorFactory(), Role.OFFICER, "Người ngoài", "ngoai@example.vn")


def test_a_rival_reads_neither_answer_nor_people(client_of, vnpt, viettel, activity):
    answer_invitation(actor=vnpt, activity=activity, party=vnpt.party, answer="accepted", note="bí mật của VNPT")

    assert "bí mật của VNPT" not in client_of(viettel).get(url("activity_detail", activity)).content.decode()
    assert "bí mật của VNPT" in client_of(vnpt).get(url("activity_detail", activity)).content.decode()


def test_answering(client_of, vnpt, activity):
    response = client_of(vnpt).post(
        url("activity_answer", activity, vnpt.party.pk), {"answer": "accepted", "expected": "2"}
    )

    assert response.status_code == 302
    assert activity.participations.get(party=vnpt.party).expected == 2


def test_answering_for_a_rival_is_not_found(client_of, vnpt, viettel, activity):
    response = client_of(vnpt).post(url("activity_answer", activity, viettel.party.pk), {"answer": "declined"})

    assert response.status_code == 404


def test_a_wrong_answer_stays_on_the_page(client_of, vnpt, activity):
    response = client_of(vnpt).post(
        url("activity_answer", activity, vnpt.party.pk), {"answer": "accepted", "expected": "-4", "note": "giữ lại"}
    )

    assert response.status_code == 422
    assert "giữ lại" in response.content.decode()


def test_people_with_a_bad_address_name_the_line(client_of, vnpt, activity):
    lines = "Nguyễn A; Trưởng phòng; a@example.vn\nNguyễn B; ; không-phải-thư"

    response = client_of(vnpt).post(url("activity_people", activity, vnpt.party.pk), {"people": lines})

    assert response.status_code == 422
    assert "Dòng 2" in response.content.decode()
    assert not activity.participations.get(party=vnpt.party).attendees.exists()


def test_steps(client_of, regulator, activity):
    client = client_of(regulator)

    client.post(url("activity_step", activity, "hold"))
    client.post(url("activity_minutes", activity), {"minutes": "Đã họp.", "secretary": "Lê Hà"})
    client.post(url("outcome_new", activity), {"label": "Văn bản", "value": "1.923,5", "unit": "văn bản"})
    client.post(url("activity_step", activity, "close"))

    activity.refresh_from_db()
    assert activity.status == ActivityStatus.CLOSED
    assert str(activity.outcomes.get().value) == "1923.50"


def test_an_unknown_step_is_not_found(client_of, regulator, activity):
    assert client_of(regulator).post(url("activity_step", activity, "explode")).status_code == 404


def test_attendance_of_all_on_one_page(client_of, regulator, vnpt, viettel, activity):
    data = {
        f"attended-{vnpt.party.pk}": "yes", f"present-{vnpt.party.pk}": "3", f"attended-{viettel.party.pk}": "no",
    }  # fmt: skip

    client_of(regulator).post(url("activity_attendance", activity), data)

    assert activity.participations.get(party=vnpt.party).present == 3
    assert activity.participations.get(party=viettel.party).attended is False


@pytest.mark.parametrize("step", ["postpone", "cancel"])
def test_stopping_by_form(client_of, regulator, activity, step):
    assert client_of(regulator).get(url(f"activity_{step}", activity)).status_code == 200
    assert client_of(regulator).post(url(f"activity_{step}", activity), {"reason": ""}).status_code == 422
    assert client_of(regulator).post(url(f"activity_{step}", activity), {"reason": "Bão"}).status_code == 302


def test_evidence_by_form(client_of, vnpt, activity):
    upload = SimpleUploadedFile("ghi-chu.txt", "Đã họp".encode(), "text/plain")

    response = client_of(vnpt).post(url("evidence_new", activity), {"file": upload, "caption": "Ghi chú"})

    assert response.status_code == 302
    assert activity.evidence.get().caption == "Ghi chú"


def test_the_calendar_entry(client_of, vnpt, activity):
    response = client_of(vnpt).get(url("activity_calendar", activity))

    assert response["Content-Type"].startswith("text/calendar")
    assert b"METHOD:REQUEST" in response.content


def test_the_list_finds_what_is_late(client_of, regulator, programme):
    yesterday = timezone.now() - dt.timedelta(days=1)
    late = ActivityFactory(programme=programme, starts_at=yesterday, ends_at=yesterday)
    ActivityFactory(programme=programme, status=ActivityStatus.HELD, starts_at=yesterday, ends_at=yesterday)
    address = reverse("programme:activity_list", args=[programme.pk])

    response = client_of(regulator).get(address, {"status": "late"})

    assert [one.pk for one in response.context["activities"]] == [late.pk]


def test_pages_need_the_same_queries_for_many_rows(client_of, regulator, programme):
    client = client_of(regulator)
    address = reverse("programme:activity_list", args=[programme.pk])
    ActivityFactory(programme=programme)
    client.get(address)
    few = _queries(client, address)
    for _ in range(12):
        ActivityFactory(programme=programme)

    assert _queries(client, address) == few


def _queries(client, address):
    with CaptureQueriesContext(connection) as captured:
        client.get(address)
    return len(captured)
