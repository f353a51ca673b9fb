import datetime as dt
from dataclasses import replace

import pytest
import time_machine
from django.core import mail
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from phoihop.base.access import Actor, PartyKind, Role
from phoihop.base.errors import NotVisible, Refused
from phoihop.clauses.briefings.actions.obstacles import forwarding, handling
from phoihop.clauses.briefings.models import ObstacleForward, ObstacleState
from phoihop.clauses.briefings.obstacles.clockwork import run
from phoihop.notices.models import Notice
from phoihop.notices.sources import dues
from phoihop.testing.cast import NOON, seat
from phoihop.testing.factories import PartyFactory

DUE = dt.date(2026, 6, 25)
QUESTION = forwarding.Question(
    body="Điện lực Gia Lộc", text="Đề nghị cho biết giá thuê cột.", due_on=DUE, email="dienluc@example.vn"
)
STRANGER = Actor(at=NOON)


@pytest.fixture(autouse=True)
def noon():
    """Pages have the machine's clock."""
    with time_machine.travel(NOON):
        yield


@pytest.fixture
def asked(raised, regulator, vnpt):
    row = raised(vnpt, "BIMAT của VNPT", text="BIMAT mô tả", uploads=[SimpleUploadedFile("bimat.txt", b"BIMAT")])
    made, secret = forwarding.forward(actor=regulator, obstacle=row, question=QUESTION)
    cache.clear()
    return made, secret


def test_the_obstacle_is_with_another_body_until_it_answers(asked, regulator):
    made, secret = asked
    made.obstacle.refresh_from_db()
    assert made.obstacle.state == ObstacleState.FORWARDED

    forwarding.answer_by_link(
        actor=STRANGER, secret=secret, text="Giá theo quyết định.", answerer="Ông A, Phó giám đốc"
    )
    made.obstacle.refresh_from_db()

    assert made.obstacle.state == ObstacleState.WORKING
    assert Notice.objects.filter(user=regulator.user, key__startswith="obstacle.came_back").exists()


def test_the_mail_holds_the_address_and_the_database_only_its_hash(
    asked, django_capture_on_commit_callbacks, regulator
):
    with django_capture_on_commit_callbacks(execute=True):
        made, secret = forwarding.forward(actor=regulator, obstacle=asked[0].obstacle, question=QUESTION)

    assert secret in mail.outbox[-1].body
    assert "BIMAT" not in mail.outbox[-1].body
    assert secret not in str(ObstacleForward.objects.filter(pk=made.pk).values())


def test_the_page_of_the_link_shows_the_question_alone(asked, client):
    _made, secret = asked

    answer = client.get(reverse("briefings:asked", args=[secret]))

    assert "Đề nghị cho biết giá thuê cột." in answer.content.decode()
    assert "BIMAT" not in answer.content.decode()
    assert answer["Cache-Control"] == "private, no-store"
    assert answer["X-Robots-Tag"] == "noindex, nofollow"
    assert answer["Referrer-Policy"] == "no-referrer"


def test_only_chosen_files_are_behind_the_link(raised, regulator, vnpt, client):
    row = raised(vnpt, uploads=[SimpleUploadedFile("a.txt", b"cho xem"), SimpleUploadedFile("b.txt", b"BIMAT")])
    given, kept = row.files.order_by("file__name")
    question = replace(QUESTION, files=(given,))
    _made, secret = forwarding.forward(actor=regulator, obstacle=row, question=question)

    answers = [client.get(reverse("briefings:asked_file", args=[secret, one.file_id])) for one in (given, kept)]

    assert [answer.status_code for answer in answers] == [200, 404]
    assert b"".join(answers[0].streaming_content) == b"cho xem"


def test_an_answer_by_the_form_is_taken_once(asked, client):
    made, secret = asked
    url, typed = reverse("briefings:asked", args=[secret]), {"text": "Đã rõ", "answerer": "Bà B"}

    first, second = client.post(url, typed), client.post(url, typed | {"text": "Khác"})

    made.refresh_from_db()
    assert (first.status_code, second.status_code) == (302, 200)
    assert (made.answer, made.answerer) == ("Đã rõ", "Bà B")


def test_a_recalled_or_expired_link_leads_nowhere(asked, regulator, client):
    made, secret = asked

    with pytest.raises(NotVisible):
        forwarding.asked_by_link(actor=Actor(at=NOON + dt.timedelta(days=40)), secret=secret)
    forwarding.recall(actor=regulator, forward=made)

    assert client.get(reverse("briefings:asked", args=[secret])).status_code == 404
    made.obstacle.refresh_from_db()
    assert made.obstacle.state == ObstacleState.WORKING


def test_guessing_addresses_is_stopped(client, db):
    cache.clear()
    url = reverse("briefings:asked", args=["x"])

    codes = [client.get(url).status_code for _turn in range(61)]

    assert (codes[0], codes[-1]) == (404, 429)
    cache.clear()


def test_a_guest_answers_with_its_account(raised, regulator, vnpt, viettel, client_of):
    guest = seat(
        PartyFactory(kind=PartyKind.GUEST.value, registered_by=regulator.party), Role.LEADER, "Báo", "bao@example.vn"
    )
    question = replace(QUESTION, guest=guest.party, email="")
    made, _secret = forwarding.forward(actor=regulator, obstacle=raised(vnpt), question=question)
    url = reverse("briefings:obstacle_asked", args=[made.pk])

    codes = [client_of(who).get(url).status_code for who in (guest, viettel, vnpt)]
    owed = [due.url for due in dues(actor=guest)]
    client_of(guest).post(url, {"text": "Sẽ đưa tin."})

    made.refresh_from_db()
    assert codes == [200, 404, 404]
    assert owed == [url]
    assert made.answer == "Sẽ đưa tin."


def test_no_enterprise_is_asked_about_another(raised, regulator, vnpt, viettel):
    with pytest.raises(Refused) as refusal:
        forwarding.forward(actor=regulator, obstacle=raised(vnpt), question=replace(QUESTION, guest=viettel.party))

    assert refusal.value.field == "guest"


def test_it_comes_back_by_itself_and_a_late_answer_still_arrives(asked, regulator):
    made, secret = asked
    later = NOON + dt.timedelta(days=11)

    run(at=later)
    run(at=later)
    made.obstacle.refresh_from_db()
    assert made.obstacle.state == ObstacleState.WORKING
    assert made.obstacle.events.filter(code="returned").count() == 1

    forwarding.answer_by_link(actor=Actor(at=later), secret=secret, text="Xin lỗi vì chậm.", answerer="Ông A")
    made.refresh_from_db()
    assert made.answer == "Xin lỗi vì chậm."


def test_answering_takes_open_questions_back(asked, regulator):
    made, _secret = asked

    handling.answer(actor=regulator, obstacle=made.obstacle, answer="Không cần chờ nữa.")

    made.refresh_from_db()
    assert made.recalled_at == regulator.at
