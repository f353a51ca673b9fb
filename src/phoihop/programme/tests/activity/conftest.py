"""An activity in preparation, to which all three enterprises are invited."""

import pytest

from phoihop.testing.factories import ActivityFactory, ParticipationFactory


@pytest.fixture
def activity(programme, vnpt, viettel, post):
    row = ActivityFactory(programme=programme)
    for member in (vnpt, viettel, post):
        ParticipationFactory(activity=row, party=member.party)
    return row
