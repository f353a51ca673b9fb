import datetime as dt

import pytest
from django.urls import reverse

from phoihop.base.errors import NotAllowed, Refused
from phoihop.clauses.briefings.actions.obstacles import closing, forwarding, handling
from phoihop.clauses.briefings.actions.obstacles import topics as topic_actions
from phoihop.clauses.briefings.hooks.obstacles import figures
from phoihop.clauses.briefings.models import Audience, ObstacleTopic
from phoihop.clauses.briefings.queries.obstacles.statistics import statistics
from phoihop.testing.cast import DAY
from phoihop.testing.factories import ActivityFactory


@pytest.fixture
def season(raised, regulator, vnpt, viettel):
    """Two of one kind at one place by two enterprises; one solved after ten days."""
    topic = ObstacleTopic.objects.create(regulator=regulator.party, name="Giá thuê")
    first = raised(vnpt, topic=topic, place="xã Gia Tân")
    raised(viettel, topic=topic, place="xã Gia Tân")
    raised(viettel, audience=Audience.ALL)
    handling.answer(actor=regulator.on(DAY + dt.timedelta(days=4)), obstacle=first, answer="Đã làm.")
    first.refresh_from_db()
    closing.confirm(actor=vnpt.on(DAY + dt.timedelta(days=10)), obstacle=first)


def test_the_department_sees_days_enterprises_and_what_recurs(season, regulator):
    found = statistics(actor=regulator)

    assert (found.whole.raised, found.whole.answer_days, found.whole.solve_days) == (3, 4.0, 10.0)
    assert [(group.name, group.raised) for group in found.by_party] == [("Viettel", 2), ("VNPT", 1)]
    assert [(one.topic, one.place, one.obstacles, one.parties) for one in found.systemic] == [
        ("Giá thuê", "xã Gia Tân", 2, 2)
    ]


def test_an_enterprise_sees_figures_of_its_own_alone(season, vnpt, viettel):
    own, rival = statistics(actor=vnpt), statistics(actor=viettel)

    assert (own.whole.raised, rival.whole.raised, rival.whole.answer_days) == (1, 2, None)
    assert own.by_party == own.by_owner == own.bodies == own.systemic == []


def test_bodies_are_measured_by_their_answers(season, raised, regulator, vnpt):
    question = forwarding.Question("Điện lực", "Giá?", DAY, email="a@example.vn")
    _made, secret = forwarding.forward(actor=regulator, obstacle=raised(vnpt), question=question)
    forwarding.answer_by_link(actor=regulator.on(DAY + dt.timedelta(days=2)), secret=secret, text="Rẻ", answerer="A")

    found = statistics(actor=regulator).bodies

    assert [(one.body, one.asked, one.answered, one.days) for one in found] == [("Điện lực", 1, 1, 2.0)]


def test_outcomes_tell_totals_of_open_ones_only(season, regulator, programme, vnpt, viettel):
    activity = ActivityFactory(programme=programme, kind="briefings")
    late = regulator.on(DAY + dt.timedelta(days=20))

    found = [(figure.party_id, int(figure.value)) for figure in figures(late, activity) if "nêu" in figure.label]

    assert sorted(found, key=str) == sorted([(vnpt.party.pk, 1), (viettel.party.pk, 2), (None, 1)], key=str)


def test_a_sheet_holds_what_its_reader_may_see_and_no_formula(raised, vnpt, viettel, client_of):
    raised(vnpt, "BIMAT của VNPT")
    raised(viettel, "=HYPERLINK(1)")
    url = reverse("briefings:obstacle_export", args=["csv"])

    own, rival = (client_of(who).post(url).content.decode("utf-8-sig") for who in (vnpt, viettel))

    assert "BIMAT" in own
    assert "BIMAT" not in rival
    assert "'=HYPERLINK" in rival
    assert client_of(vnpt).post(reverse("briefings:obstacle_export", args=["xlsx"])).content[:2] == b"PK"


def test_the_department_edits_its_topics(regulator, vnpt):
    row = topic_actions.save_topic(actor=regulator, regulator=regulator.party, name="Mới", answer_days=5)

    topic_actions.save_topic(actor=regulator, regulator=regulator.party, name="Mới hơn", answer_days=6, topic=row)
    with pytest.raises(Refused):
        topic_actions.save_topic(actor=regulator, regulator=regulator.party, name="Mới hơn", answer_days=6)
    with pytest.raises(NotAllowed):
        topic_actions.save_topic(actor=vnpt, regulator=regulator.party, name="x", answer_days=6)
    topic_actions.retire_topic(actor=regulator, topic=row)

    row.refresh_from_db()
    assert (row.name, row.answer_days, row.retired_at) == ("Mới hơn", 6, regulator.at)
