"""Long work: progress, cancellation, retry, recovery, one worker a job."""

import datetime as dt
import time

import pytest
from django.utils import timezone

from phoihop.base import jobs
from phoihop.base.errors import NotVisible, Refused
from phoihop.base.models import Job, JobState


@pytest.fixture(autouse=True)
def handlers(monkeypatch):
    known = {}
    monkeypatch.setattr(jobs, "_handlers", known)
    return known


@pytest.fixture
def queued(monkeypatch):
    """What was handed to the workers, without carrying it out."""
    sent = []
    monkeypatch.setattr(type(jobs.run_job), "enqueue", lambda task, *args: sent.append(args[0]))
    return sent


def _job(actor, **values):
    return Job.objects.create(kind="count", title="Đếm", user_id=actor.user_id, **values)


def _run(job):
    jobs.run_job.func(str(job.pk))
    job.refresh_from_db()
    return job


def test_a_job_runs_once_its_transaction_is_committed(handlers, vnpt, queued, django_capture_on_commit_callbacks):
    handlers["count"] = lambda actor, progress: ""

    with django_capture_on_commit_callbacks(execute=True):
        job = jobs.start(actor=vnpt, kind="count", title="Đếm")
        assert queued == []

    assert queued == [str(job.pk)]


def test_a_handler_tells_how_far_it_is_and_where_the_result_is(handlers, vnpt):
    seen = []

    def count(actor, progress, upto):
        progress.expect(upto)
        progress.step(1, "một")
        seen.append(Job.objects.get(pk=progress.job.pk))
        progress.step(2)
        return f"/{actor.name}"

    handlers["count"] = count

    job = _run(_job(vnpt, payload={"upto": 2}))

    assert (seen[0].state, seen[0].done, seen[0].total, seen[0].note) == (JobState.RUNNING, 1, 2, "một")
    assert (job.state, job.done, job.result_url) == (JobState.DONE, 2, f"/{vnpt.name}")
    assert job.finished


def test_a_running_job_stops_at_its_next_step_when_asked(handlers, vnpt):
    def count(actor, progress):
        progress.step(1)
        jobs.cancel(actor=vnpt, pk=progress.job.pk)
        progress.step(2)
        pytest.fail("it went on")

    handlers["count"] = count

    job = _run(_job(vnpt))

    assert (job.state, job.done) == (JobState.CANCELLED, 2)


def test_a_job_that_has_not_begun_is_cancelled_at_once(vnpt):
    job = _job(vnpt)

    jobs.cancel(actor=vnpt, pk=job.pk)

    assert _run(job).state == JobState.CANCELLED


def test_somebody_elses_job_does_not_exist(vnpt, viettel):
    job = _job(vnpt)

    with pytest.raises(NotVisible):
        jobs.cancel(actor=viettel, pk=job.pk)
    with pytest.raises(NotVisible):
        jobs.visible_job(actor=viettel, pk=job.pk)


def test_a_job_that_fails_is_tried_three_times(handlers, vnpt, queued):
    tries = []

    def broken(actor, progress):
        tries.append(1)
        raise RuntimeError("mạng hỏng")

    handlers["count"] = broken
    job = _job(vnpt)

    states = [_run(job).state for _ in range(4)]

    assert states == [JobState.QUEUED, JobState.QUEUED, JobState.FAILED, JobState.FAILED]
    assert (len(tries), len(queued), job.attempts) == (3, 2, 3)
    assert "mạng hỏng" not in job.error


def test_a_refusal_is_not_tried_again(handlers, vnpt, queued):
    def refuse(actor, progress):
        raise Refused("Chưa có chữ ký.")

    handlers["count"] = refuse

    job = _run(_job(vnpt))

    assert (job.state, job.error, queued) == (JobState.FAILED, "Chưa có chữ ký.", [])


def test_two_workers_claim_a_job_once(handlers, vnpt):
    runs = []

    def count(actor, progress):
        runs.append(1)
        jobs.run_job.func(str(progress.job.pk))
        return ""

    handlers["count"] = count

    job = _run(_job(vnpt))

    assert (runs, job.state) == ([1], JobState.DONE)


def test_what_a_lost_worker_left_is_queued_again(vnpt, queued):
    now = timezone.now()
    lost = _job(vnpt, state=JobState.RUNNING, heartbeat_at=now - dt.timedelta(minutes=3))
    alive = _job(vnpt, state=JobState.RUNNING, heartbeat_at=now)

    assert jobs.recover() == 1
    assert jobs.recover() == 0

    assert queued == [str(lost.pk)]
    alive.refresh_from_db()
    assert alive.state == JobState.RUNNING


def test_a_job_without_handler_or_person_cannot_start(handlers, vnpt, visitor):
    with pytest.raises(LookupError):
        jobs.start(actor=vnpt, kind="unknown", title="x")
    handlers["count"] = lambda actor, progress: ""
    with pytest.raises(ValueError, match="person"):
        jobs.start(actor=visitor, kind="count", title="x")


def test_one_code_has_one_handler():
    jobs.handler("count")(lambda actor, progress: "")

    with pytest.raises(ValueError, match="count"):
        jobs.handler("count")(lambda actor, progress: "")


def test_a_job_of_a_disabled_account_runs_as_nobody(handlers, vnpt):
    seen = []

    def look(actor, progress):
        seen.append(actor.user_id)
        return ""

    handlers["count"] = look
    vnpt.user.is_active = False
    vnpt.user.save()

    _run(_job(vnpt))

    assert seen == [None]


def test_a_job_that_takes_its_worker_down_each_time_is_given_up(queued, vnpt):
    long_ago = timezone.now() - dt.timedelta(hours=1)
    job = Job.objects.create(
        kind="count", title="x", user_id=vnpt.user_id, state=JobState.RUNNING, attempts=3, heartbeat_at=long_ago
    )

    assert jobs.recover() == 0

    job.refresh_from_db()
    assert (job.state, queued) == (JobState.FAILED, [])
    assert job.error


def test_a_long_step_shows_that_its_worker_lives(monkeypatch, vnpt):
    beats = []
    monkeypatch.setattr(jobs, "BEAT_S", 0.01)
    monkeypatch.setattr(jobs, "_beat", beats.append)

    with jobs._beating("the job"):
        for _wait in range(500):
            if len(beats) > 2:
                break
            time.sleep(0.01)
    told = len(beats)
    time.sleep(0.05)

    assert told > 2
    assert set(beats) == {"the job"}
    assert len(beats) == told
