"""Finds out who asks, in which time zone, and whether they signed in as strongly as their role demands."""

from __future__ import annotations

import datetime as dt
import zoneinfo
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Any, cast

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib import messages
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import resolve_url
from django.utils import timezone
from django.utils.translation import gettext as _

from phoihop.base.access import NOBODY, ActorRequest
from phoihop.people.models import User
from phoihop.people.seats import actor_for
from phoihop.people.second_factor import has_second_factor, must_have_second_factor, signed_in_with_two

TOUCH_EVERY = dt.timedelta(minutes=10)


@cache
def _zone(name: str) -> zoneinfo.ZoneInfo | None:
    """The time zone that a person chose; none where they chose none, or the system knows it no more."""
    return zoneinfo.ZoneInfo(name) if name and name in zoneinfo.available_timezones() else None


def _note_session(request: HttpRequest) -> None:
    """Note now and then when, from where and with which browser a session is used, for the person's list of them."""
    key = request.session.session_key
    if key and caches["kept"].add(f"session-seen:{key}", True, TOUCH_EVERY.total_seconds()):
        UserSession.objects.create_from_request(request)


class ActorMiddleware:
    """Sets ``request.actor``; notes when the person was last active, and in which session."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer with the actor and the person's own time zone in place."""
        request = cast(ActorRequest, request)
        user = request.user
        if not isinstance(user, User):
            request.actor = replace(NOBODY, request_id=request.request_id, at=timezone.now(), memo={})
            return self.get_response(request)
        request.actor = actor_for(user, request_id=request.request_id)
        if user.last_active_at is None or request.actor.at - user.last_active_at > TOUCH_EVERY:
            User.objects.filter(pk=user.pk).update(last_active_at=request.actor.at)
        _note_session(request)
        zone = _zone(user.time_zone)
        if zone is None:
            return self.get_response(request)
        with timezone.override(zone):
            return self.get_response(request)


class SecondFactorMiddleware:
    """Leads those who must have a second factor to set one up before anything else."""

    OPEN = ("mfa_", "account_", "set_language")  # names of views

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on; the work is done once the view is known."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        """Let pass whoever needs none, has one, or is about to set one up."""
        user = request.user
        match = request.resolver_match
        if not settings.REQUIRE_SECOND_FACTOR or not isinstance(user, User):
            return None
        if (match and match.view_name.startswith(self.OPEN)) or signed_in_with_two(request):
            return None
        if not must_have_second_factor(user) or has_second_factor(user):
            return None
        messages.warning(request, _("Vai trò của bạn cần bảo mật hai lớp. Hãy thêm một cách xác thực để dùng tiếp."))
        return HttpResponseRedirect(resolve_url("mfa_index"))
