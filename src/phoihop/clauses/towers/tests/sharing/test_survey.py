import datetime as dt

import pytest

from phoihop.base.errors import NotAllowed, Refused
from phoihop.clauses.towers.actions.sharing import survey
from phoihop.clauses.towers.models import RequestStatus, SurveyStatus
from phoihop.clauses.towers.tests.sharing.conftest import fresh
from phoihop.notices import sources
from phoihop.testing.cast import NOON

AT = NOON + dt.timedelta(days=2)


@pytest.fixture
def proposed(acknowledged, vnpt):
    return survey.propose_survey(
        actor=vnpt, request=acknowledged, party=vnpt.party, starts_at=AT, ends_at=AT + dt.timedelta(hours=2),
        place="Chân cột bí mật",
    )  # fmt: skip


def test_a_proposal_moves_the_request_on(proposed):
    assert fresh(proposed.request).status == RequestStatus.SURVEY


def test_the_other_side_confirms(proposed, vnpt, viettel):
    with pytest.raises(Refused):
        survey.confirm_survey(actor=vnpt, survey=proposed, party=vnpt.party)

    assert survey.confirm_survey(actor=viettel, survey=proposed, party=viettel.party).status == SurveyStatus.CONFIRMED


def test_a_third_enterprise_confirms_nothing(proposed, post):
    with pytest.raises(NotAllowed):
        survey.confirm_survey(actor=post, survey=proposed, party=post.party)


def test_the_meeting_stands_in_both_calendars_and_no_other(proposed, vnpt, viettel, post, regulator):
    def places(actor):
        return [event.place for event in sources.happenings(actor=actor)]

    assert places(vnpt) == places(viettel) == ["Chân cột bí mật"]
    assert places(post) == places(regulator) == []


def test_a_result_waits_for_the_meeting(proposed, vnpt, viettel):
    survey.confirm_survey(actor=viettel, survey=proposed, party=viettel.party)

    with pytest.raises(Refused):
        survey.record_survey(actor=vnpt, survey=proposed, party=vnpt.party, result="Tốt")
    later = vnpt.on(AT.date() + dt.timedelta(days=1))
    assert survey.record_survey(actor=later, survey=proposed, party=vnpt.party, result="Tốt").result == "Tốt"


def test_a_cancelled_meeting_takes_the_request_back(proposed, viettel):
    survey.cancel_survey(actor=viettel, survey=proposed, party=viettel.party)

    assert fresh(proposed.request).status == RequestStatus.ACKNOWLEDGED
    assert proposed.sequence == 1


def test_one_meeting_at_a_time(proposed, acknowledged, viettel):
    with pytest.raises(Refused):
        survey.propose_survey(
            actor=viettel, request=acknowledged, party=viettel.party, starts_at=AT, ends_at=AT + dt.timedelta(hours=1),
            place="Nơi khác",
        )  # fmt: skip
