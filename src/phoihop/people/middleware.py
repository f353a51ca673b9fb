"""Finds out who asks, in which language and time zone."""

from __future__ import annotations

import datetime as dt
import zoneinfo
from collections.abc import Callable
from dataclasses import replace
from typing import cast

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from phoihop.base.access import NOBODY, ActorRequest
from phoihop.people.models import User
from phoihop.people.seats import actor_for

TOUCH_EVERY = dt.timedelta(minutes=10)


class ActorMiddleware:
    """Sets ``request.actor``; notes when the person was last active."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer with the actor and the person's own time zone in place."""
        request = cast(ActorRequest, request)
        user = request.user
        if not isinstance(user, User):
            request.actor = replace(NOBODY, request_id=request.request_id, at=timezone.now())
            return self.get_response(request)
        request.actor = actor_for(user, request_id=request.request_id)
        if user.last_active_at is None or request.actor.at - user.last_active_at > TOUCH_EVERY:
            User.objects.filter(pk=user.pk).update(last_active_at=request.actor.at)
        if user.time_zone in zoneinfo.available_timezones():
            with timezone.override(zoneinfo.ZoneInfo(user.time_zone)):
                return self.get_response(request)
        return self.get_response(request)
