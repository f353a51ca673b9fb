"""Long work: started by an action, done by a worker, with progress, cancellation, retry and recovery.

A handler is registered by code; its steps must be safe to repeat, since a lost worker makes them run again.
"""

from __future__ import annotations

import datetime as dt
import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import DatabaseError, InterfaceError, connection, transaction
from django.utils import timezone
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _
from django_tasks import task

from phoihop.base.access import Actor
from phoihop.base.errors import NotVisible, Refused
from phoihop.base.models import Job, JobState

log = logging.getLogger(__name__)
LOST_AFTER = dt.timedelta(minutes=2)
BEAT_S = 20.0  # seconds between two signs of life of a worker
ATTEMPTS = 3
Handler = Callable[..., str]
_handlers: dict[str, Handler] = {}


class Cancelled(Exception):
    """Raised inside a handler once somebody asked to cancel."""


class Progress:
    """How a handler tells how far it is; also where it learns that it was cancelled."""

    def __init__(self, job: Job) -> None:
        self.job = job

    def expect(self, total: int) -> None:
        """Say how many steps there are in all."""
        Job.objects.filter(pk=self.job.pk).update(total=total, done=0)

    def step(self, done: int, note: str = "") -> None:
        """Say that ``done`` steps are finished.

        :raises Cancelled: somebody asked to cancel
        """
        Job.objects.filter(pk=self.job.pk).update(done=done, note=note[:200], heartbeat_at=timezone.now())
        if Job.objects.filter(pk=self.job.pk, cancel_requested=True).exists():
            raise Cancelled


def handler(code: str) -> Callable[[Handler], Handler]:
    """Register ``function(actor, progress, **payload) -> result URL`` under ``code``."""

    def register(function: Handler) -> Handler:
        if code in _handlers:
            raise ValueError(f"the job {code} is registered already")
        _handlers[code] = function
        return function

    return register


def start(*, actor: Actor, kind: str, title: str, **payload: Any) -> Job:
    """Queue a job for ``actor``; it runs once the transaction is committed."""
    if kind not in _handlers:
        raise LookupError(f"no handler is registered for the job {kind}")
    if actor.user_id is None:
        raise ValueError("a job needs a person")
    job = Job.objects.create(kind=kind, title=title[:200], user_id=actor.user_id, payload=payload)
    transaction.on_commit(lambda: run_job.enqueue(str(job.pk)))
    return job


def cancel(*, actor: Actor, pk: UUID) -> None:
    """Ask a job to stop at its next step; one that has not begun stops at once."""
    visible = Job.objects.visible_to(actor).filter(pk=pk)
    if not visible.exists():
        raise NotVisible
    visible.update(cancel_requested=True)
    visible.filter(state=JobState.QUEUED).update(state=JobState.CANCELLED, finished_at=timezone.now())


def visible_job(*, actor: Actor, pk: UUID) -> Job:
    """One job of this person."""
    job = Job.objects.visible_to(actor).filter(pk=pk).first()
    if job is None:
        raise NotVisible
    return job


def recover() -> int:
    """Queue again what a lost worker left running; returns how many."""
    lost = Job.objects.filter(state=JobState.RUNNING, heartbeat_at__lt=timezone.now() - LOST_AFTER)
    count = 0
    for job in lost:
        still = lost.filter(pk=job.pk)  # asked again: it may have shown a sign of life since the list was read
        if job.attempts >= ATTEMPTS:  # it takes its worker down with it
            if still.exists():
                _give_up(job)
        elif still.update(state=JobState.QUEUED):
            run_job.enqueue(str(job.pk))
            count += 1
    return count


@task()
def run_job(job_id: str) -> None:
    """Carry out one queued job; called by the worker."""
    claimed = Job.objects.filter(pk=job_id, state=JobState.QUEUED).update(
        state=JobState.RUNNING, started_at=timezone.now(), heartbeat_at=timezone.now()
    )
    if not claimed:
        return
    job = Job.objects.get(pk=job_id)
    Job.objects.filter(pk=job_id).update(attempts=job.attempts + 1)
    try:
        actor: Actor = import_string(settings.PHOIHOP_ACTOR_FOR_JOB)(job.user_id)
        with _beating(job.pk):
            url = _handlers[job.kind](actor, Progress(job), **job.payload)
    except Cancelled:
        _finish(job, JobState.CANCELLED)
    except Refused as refusal:
        _finish(job, JobState.FAILED, error=str(refusal))
    except Exception:
        log.exception("job %s (%s) failed", job.pk, job.kind)
        _retry_or_fail(job)
    else:
        _finish(job, JobState.DONE, result_url=url or "")


@contextmanager
def _beating(pk: UUID) -> Iterator[None]:
    """Say every now and then that the worker lives, however long one step takes: nobody else starts the job again."""
    done = threading.Event()

    def beat() -> None:
        while not done.wait(BEAT_S):
            try:
                _beat(pk)
            except (DatabaseError, InterfaceError):  # the next may get through; the job meets the trouble itself
                log.warning("job %s: no heartbeat could be written", pk)
            finally:
                connection.close()

    thread = threading.Thread(target=beat, name=f"heartbeat of job {pk}", daemon=True)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()


def _beat(pk: UUID) -> None:
    Job.objects.filter(pk=pk, state=JobState.RUNNING).update(heartbeat_at=timezone.now())


def _retry_or_fail(job: Job) -> None:
    if job.attempts + 1 < ATTEMPTS:
        Job.objects.filter(pk=job.pk).update(state=JobState.QUEUED, note=_("Sẽ thử lại."))
        run_job.using(run_after=None).enqueue(str(job.pk))
        return
    _give_up(job)


def _give_up(job: Job) -> None:
    _finish(job, JobState.FAILED, error=_("Có lỗi ngoài dự kiến. Phần đã làm xong được giữ. Hãy báo người quản trị."))


def _finish(job: Job, state: JobState, **values: Any) -> None:
    Job.objects.filter(pk=job.pk).update(state=state, finished_at=timezone.now(), **values)
