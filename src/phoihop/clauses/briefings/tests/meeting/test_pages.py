"""The pages of a briefing as each reader sees them."""

import pytest
from django.urls import reverse

from phoihop.clauses.briefings.actions.meeting import delegates
from phoihop.clauses.briefings.actions.meeting.proposing import propose_agenda
from phoihop.clauses.briefings.models import AgendaItem, Briefing
from phoihop.clauses.briefings.queries.meeting.brief import director_brief

SECRET = "bimat-vuong-mac"
THEIRS = ("briefing_detail", "delegate_list", "room")
ITS_OWN = ("agenda_brief", "agenda_brief_pdf", "attendance", "room_screen", "room_desk")


@pytest.fixture
def filled(regulator, vnpt, briefing, obstacle, decision, topic):
    obstacle(vnpt, "Thuê cột", topic=topic)
    obstacle(vnpt, SECRET, audience="department", topic=topic)
    decision(vnpt, "bimat-ket-luan", confidential_to=vnpt.party)
    AgendaItem.objects.create(
        briefing=briefing, title="bimat-de-xuat", status="proposed", proposed_by=vnpt.party, confidential=True
    )
    delegates.name_delegate(
        actor=vnpt, briefing=briefing, party=vnpt.party, name="bimat-nguoi", email="bimat@example.vn"
    )
    propose_agenda(actor=regulator, briefing=briefing)
    return briefing


def see(client, name, *args):
    answer = client.get(reverse(f"briefings:{name}", args=args))
    return answer.status_code, answer.content.decode(errors="replace")


def test_the_department_sees_all_of_it(regulator, client_of, filled):
    status, text = see(client_of(regulator), "briefing_detail", filled.pk)

    assert status == 200
    assert all(word in text for word in (SECRET, "bimat-ket-luan", "bimat-de-xuat", "Lập từ việc đang mở"))


def test_a_party_sees_its_own(vnpt, client_of, filled):
    status, text = see(client_of(vnpt), "briefing_detail", filled.pk)

    assert status == 200
    assert all(word in text for word in (SECRET, "bimat-ket-luan", "bimat-de-xuat"))
    assert "Lập từ việc đang mở" not in text


def test_rivals_read_nothing_of_it(viettel, client_of, filled):
    client = client_of(viettel)

    pages = [see(client, "briefing_list"), *(see(client, name, filled.pk) for name in THEIRS)]

    assert {status for status, _text in pages} == {200}
    assert not any("bimat" in text for _status, text in pages)


def test_what_is_the_departments_alone_is_closed_to_parties(vnpt, client_of, filled):
    client = client_of(vnpt)

    assert {see(client, name, filled.pk)[0] for name in ITS_OWN} == {403}


def test_every_page_in_every_state(regulator, client_of, filled):
    client, first = client_of(regulator), filled.items.first()
    running = {"started_at": regulator.at, "current": first, "current_since": regulator.at}
    names = ("briefing_detail", "room", "room_screen", "room_desk", "attendance", "agenda_brief")

    for status in ("preparing", "running", "ended", "concluded"):
        values = running if status == "running" else {"current": None}
        Briefing.objects.filter(pk=filled.pk).update(status=status, **values)
        answers = {name: see(client, name, filled.pk)[0] for name in names}

        assert set(answers.values()) == {200}, (status, answers)


def test_the_directors_page_on_paper(director, client_of, filled):
    answer = client_of(director).get(reverse("briefings:agenda_brief_pdf", args=[filled.pk]))

    assert answer.content[:5] == b"%PDF-"


def test_a_pass_is_a_picture_and_a_paper(vnpt, viettel, client_of, filled):
    person = filled.passes.get().attendee_id
    own, rival = client_of(vnpt), client_of(viettel)

    assert own.get(reverse("briefings:pass_picture", args=[filled.pk, person]))["Content-Type"] == "image/svg+xml"
    assert own.get(reverse("briefings:pass_pdf", args=[filled.pk, person])).content[:5] == b"%PDF-"
    assert see(rival, "pass_picture", filled.pk, person)[0] == 404


def test_an_officer_writes_the_agenda(regulator, client_of, briefing):
    client = client_of(regulator)
    for title in ("Một", "Hai"):
        client.post(reverse("briefings:agenda_item_new", args=[briefing.pk]), {"title": title, "minutes": 5})
    one, two = briefing.items.all()
    client.post(reverse("briefings:agenda_item_move", args=[two.pk, "up"]))
    client.post(reverse("briefings:agenda_item_edit", args=[one.pk]), {"title": "Một sửa", "minutes": 7})
    answer = client.post(reverse("briefings:agenda_order", args=[briefing.pk]), {"order": [str(one.pk), str(two.pk)]})

    assert answer.json() == {"ok": True}
    assert [(item.title, item.minutes) for item in briefing.items.all()] == [("Một sửa", 7), ("Hai", 5)]
    stale = client.post(reverse("briefings:agenda_order", args=[briefing.pk]), {"order": [str(one.pk)]})
    assert stale.status_code == 409


def test_a_party_proposes_and_the_department_answers(regulator, vnpt, client_of, briefing):
    fields = {"party": str(vnpt.party.pk), "title": "Ngầm hóa", "minutes": 10, "confidential": "on"}
    client_of(vnpt).post(reverse("briefings:topic_propose", args=[briefing.pk]), fields)
    item = briefing.items.get()

    answer = client_of(regulator).post(
        reverse("briefings:topic_answer", args=[item.pk]), {"answer": "accept", "minutes": 20}
    )

    item.refresh_from_db()
    assert answer.status_code == 302
    assert (item.status, item.minutes) == ("accepted", 20)


def test_a_report_still_to_come_is_no_fall(director, vnpt, viettel, briefing, rounds_of_two_periods):
    figures = director_brief(actor=director, briefing=briefing).figures

    assert [(one.now, one.before, one.change) for one in figures] == [(110, 300, 10)]
