"""``phoihop tick``: whatever happens by the clock, safe to repeat."""

import datetime as dt

import pytest
import time_machine
from django.core import mail

from phoihop.base import jobs
from phoihop.base.models import AuditEntry, Job, JobState
from phoihop.config import tick
from phoihop.people.models import User
from phoihop.testing.cast import DAY, NOON
from phoihop.testing.factories import ActivityFactory, ParticipationFactory


@pytest.fixture
def morning(programme, vnpt, monkeypatch):
    """VNPT owes an answer today, an account is idle, and a worker was lost."""
    User.objects.update(last_active_at=NOON)
    start = NOON + dt.timedelta(days=5)
    activity = ActivityFactory(programme=programme, answer_by=DAY, starts_at=start, ends_at=start)
    ParticipationFactory(activity=activity, party=vnpt.party, invited_at=NOON)
    idle = User.objects.create_user("vang@example.vn", "Người vắng", last_active_at=NOON - dt.timedelta(days=60))
    User.objects.filter(pk=idle.pk).update(joined_at=NOON - dt.timedelta(days=99))
    Job.objects.create(
        kind="lost",
        title="Mất",
        user_id=vnpt.user_id,
        state=JobState.RUNNING,
        heartbeat_at=NOON - dt.timedelta(hours=1),
    )
    monkeypatch.setattr(jobs, "_handlers", {"lost": lambda actor, progress: ""})
    with time_machine.travel(NOON, tick=False):
        yield idle


def test_everything_is_done_once(morning, vnpt):
    assert tick.main([]) == 0
    first = len(mail.outbox), AuditEntry.objects.count()

    assert tick.main([]) == 0

    assert (len(mail.outbox), AuditEntry.objects.count()) == first
    assert [message.to for message in mail.outbox].count([vnpt.user.email]) == 1
    assert not User.objects.get(pk=morning.pk).is_active
    assert Job.objects.get(kind="lost").state == JobState.DONE


def test_every_step_exists():
    for step in tick.STEPS:
        module, name = step.split(":")
        assert callable(getattr(__import__(module, fromlist=[name]), name))


def test_a_step_that_fails_keeps_no_other_from_being_done(morning, vnpt, monkeypatch, caplog):
    def broken(*, at):
        raise RuntimeError("broken")

    monkeypatch.setattr(tick, "STEPS", ("phoihop.config.tick:broken", *tick.STEPS))
    monkeypatch.setattr(tick, "broken", broken, raising=False)

    assert tick.main([]) == 1
    assert [message.to for message in mail.outbox].count([vnpt.user.email]) == 1
    assert "phoihop.config.tick:broken failed" in caplog.text
