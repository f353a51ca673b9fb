import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from phoihop.base.access import Role
from phoihop.base.errors import NotAllowed, NotVisible, Refused
from phoihop.clauses.briefings.actions.obstacles import raising
from phoihop.clauses.briefings.models import Audience, Obstacle, ObstacleState, ObstacleTopic
from phoihop.notices.models import Notice
from phoihop.people.models import AdminUnit
from phoihop.testing.cast import seat

SQUARE = [[[[106.2, 20.9], [106.4, 20.9], [106.4, 21.0], [106.2, 21.0], [106.2, 20.9]]]]


def test_a_confidential_obstacle_is_the_departments_and_its_raisers_alone(raised, regulator, vnpt, viettel):
    row = raised(vnpt)

    assert row.state == ObstacleState.RAISED
    assert [Obstacle.objects.visible_to(who).count() for who in (regulator, vnpt, viettel)] == [1, 1, 0]
    assert Notice.objects.filter(user=regulator.user, text__contains=row.title).count() == 1
    assert not Notice.objects.filter(user=viettel.user).exists()


def test_an_open_obstacle_is_read_by_all_and_told_to_all(raised, vnpt, viettel, post):
    row = raised(vnpt, audience=Audience.ALL)

    assert Obstacle.objects.visible_to(viettel).get() == row
    assert Notice.objects.filter(user__in=[viettel.user, post.user], text__contains=row.title).count() == 2


def test_nobody_chose_who_may_read_it(raised, vnpt):
    with pytest.raises(Refused) as refusal:
        raised(vnpt, audience="")

    assert refusal.value.field == "audience"
    assert not Obstacle.objects.exists()


def test_the_answer_is_due_by_the_days_of_its_topic(raised, regulator, vnpt):
    topic = ObstacleTopic.objects.create(regulator=regulator.party, name="Cấp phép", answer_days=3)

    row = raised(vnpt, topic=topic)

    assert row.due_on == dt.date(2026, 6, 18)  # raised on Monday 15/6


def test_a_position_names_its_commune(raised, vnpt):
    unit = AdminUnit.objects.create(
        level="commune", code="1", name="Xã Gia Tân", outline=SQUARE, south=20.9, north=21.0, west=106.2, east=106.4
    )

    row = raised(vnpt, latitude=20.95, longitude=106.3)

    assert row.unit == unit


def test_a_position_abroad_is_refused(raised, vnpt):
    with pytest.raises(Refused) as refusal:
        raised(vnpt, latitude=48.85, longitude=2.35)

    assert refusal.value.field == "latitude"


def test_sites_and_pictures_are_kept(raised, vnpt):
    upload = SimpleUploadedFile("bien-ban.txt", "Biên bản làm việc".encode())

    row = raised(vnpt, sites=[raising.SiteNamed("HDG0123")], uploads=[upload])

    assert [site.name for site in row.sites.all()] == ["HDG0123"]
    assert [(one.shared, one.internal) for one in row.files.all()] == [(False, False)]


def test_a_department_begins_with_the_usual_topics(raised, regulator, vnpt):
    raised(vnpt)
    raised(vnpt)

    assert ObstacleTopic.objects.filter(regulator=regulator.party).count() == 11


def test_a_clerk_raises_nothing(raised, vnpt):
    clerk = seat(vnpt.party, Role.CLERK, "Văn thư", "vt@example.vn")

    with pytest.raises(NotAllowed):
        raised(clerk)


def test_opening_shows_it_and_what_is_chosen(raised, vnpt, viettel):
    row = raised(vnpt, uploads=[SimpleUploadedFile("a.txt", b"abc")])

    raising.open_to_all(actor=vnpt, obstacle=row, with_files=True)

    assert Obstacle.objects.visible_to(viettel).exists()
    assert row.files.get().shared
    with pytest.raises(Refused):
        raising.open_to_all(actor=vnpt, obstacle=row)


def test_a_rival_does_not_open_it(raised, vnpt, viettel):
    row = raised(vnpt)

    with pytest.raises(NotAllowed):
        raising.open_to_all(actor=viettel, obstacle=row)


def test_taking_it_back_ends_it(raised, vnpt):
    row = raising.withdraw(actor=vnpt, obstacle=raised(vnpt), reason="Hộ dân đã đồng ý.")

    assert row.state == ObstacleState.WITHDRAWN
    assert row.events.last().note == "Hộ dân đã đồng ý."


def test_an_open_one_can_be_joined_a_confidential_one_not(raised, vnpt, viettel):
    hidden, shown = raised(vnpt), raised(vnpt, audience=Audience.ALL)

    raising.follow(actor=viettel, obstacle=shown, party=viettel.party, note="Hai trạm của chúng tôi cũng vậy.")

    assert shown.followers.get().party == viettel.party
    with pytest.raises(NotVisible):
        raising.follow(actor=viettel, obstacle=hidden, party=viettel.party)
    raising.unfollow(actor=viettel, obstacle=shown, party=viettel.party)
    assert not shown.followers.exists()
