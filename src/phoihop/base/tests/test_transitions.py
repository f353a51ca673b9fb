"""Moving a row on, once."""

import pytest

from phoihop.base.errors import Stale
from phoihop.base.models import Job, JobState
from phoihop.base.transitions import WrongState, move

TABLE = {JobState.QUEUED: {JobState.RUNNING}, JobState.RUNNING: {JobState.DONE}}


@pytest.fixture
def job(vnpt):
    return Job.objects.create(kind="x", title="x", user_id=vnpt.user_id)


def test_a_row_moves_on_with_its_values(job):
    move(job, JobState.RUNNING, TABLE, field="state", note="đang chạy")

    kept = Job.objects.get(pk=job.pk)
    assert (job.state, kept.state, kept.note) == (JobState.RUNNING, JobState.RUNNING, "đang chạy")


def test_a_state_that_does_not_follow_is_refused(job):
    with pytest.raises(WrongState):
        move(job, JobState.DONE, TABLE, field="state")

    assert Job.objects.get(pk=job.pk).state == JobState.QUEUED


def test_who_comes_second_is_told(job):
    second = Job.objects.get(pk=job.pk)
    move(job, JobState.RUNNING, TABLE, field="state")

    with pytest.raises(Stale):
        move(second, JobState.RUNNING, TABLE, field="state")


def test_a_last_state_leads_nowhere(job):
    Job.objects.filter(pk=job.pk).update(state=JobState.DONE)
    job.refresh_from_db()

    with pytest.raises(WrongState):
        move(job, JobState.QUEUED, TABLE, field="state")
