"""Building the demo: three years of one programme, the present one as far as today has come."""

from __future__ import annotations

import datetime as dt
import sys
import time

from django.conf import settings
from django.db import transaction
from django.utils import timezone, translation

from phoihop.clauses.briefings.demo import Stage as BriefingStage
from phoihop.clauses.briefings.demo import build_briefings
from phoihop.clauses.towers.demo import Stage, build_towers
from phoihop.config.demo.cast import Cast
from phoihop.config.demo.moments import at
from phoihop.config.demo.reports import commend, finished_report
from phoihop.config.demo.signing import Desk
from phoihop.config.demo.years import YearBuilder
from phoihop.notices.models import Notice
from phoihop.people.models import User
from phoihop.programme.actions import memorandum as memoranda
from phoihop.programme.actions import programmes
from phoihop.programme.day_loading import load_named_days
from phoihop.programme.models import Memorandum, Programme, ReportPeriod

UNREAD = 6  # of each person
OPERATORS = ("VNPT", "VTL", "MBF", "FPT")  # those with masts


class NotInDemoMode(RuntimeError):
    """The demo is built in demo mode alone."""


def build_if_absent() -> bool:
    """Build the demo unless it is there; returns whether it was built."""
    if User.objects.filter(is_demo=True).exists():
        return False
    started = time.monotonic()
    print("Đang dựng năm minh họa… / building the demo year…", file=sys.stderr, flush=True)
    build(timezone.now())
    print(f"… {time.monotonic() - started:.0f} s", file=sys.stderr, flush=True)
    return True


def build(now: dt.datetime) -> Programme:
    """Build everything in one transaction.

    :raises NotInDemoMode: outside demo mode
    """
    if not settings.DEMO:
        raise NotInDemoMode
    today = timezone.localtime(now, timezone.get_default_timezone()).date()
    with transaction.atomic(), translation.override("vi"):
        load_named_days()
        cast = Cast(now)
        desk = Desk(cast, now)
        User.objects.create_user("quantri@example.vn", "Người quản trị nền tảng", None, is_demo=True, is_keeper=True)
        programme = _programme(cast, today)
        last = _last_year(cast, desk, programme, today)
        current = _this_year(cast, desk, programme, today, last)
        _next_year(cast, programme, today, current)
        operators = [party for party in cast.enterprises if party.code in OPERATORS]
        build_towers(Stage(cast.regulator, operators, programme, now, cast.officer, cast.focal, desk.sign))
        build_briefings(
            BriefingStage(
                cast.regulator, cast.enterprises, programme, now, cast.officer, cast.director, cast.focal, desk.sign
            )
        )
        _read_most(now)
    return programme


def _read_most(now: dt.datetime) -> None:
    """Of what people were told in two years the newest few are still unread."""
    for user in User.objects.filter(is_demo=True):
        newest = Notice.objects.filter(user=user).order_by("-created_at").values_list("pk", flat=True)[:UNREAD]
        Notice.objects.filter(user=user).exclude(pk__in=list(newest)).update(read_at=now)


def _programme(cast: Cast, today: dt.date) -> Programme:
    first = dt.date(today.year - 1, 1, 4)
    officer = cast.officer(at(first, 8))
    programme = programmes.create_programme(
        actor=officer, lead=cast.regulator, place="tỉnh Hải Dương", first_year=today.year - 1,
        name="Chương trình phối hợp công tác giữa Sở TT&TT và các doanh nghiệp bưu chính, viễn thông tỉnh Hải Dương",
    )  # fmt: skip
    for party in [*cast.enterprises, cast.guest]:
        programmes.add_participant(actor=officer, programme=programme, party=party, joined_on=first)
    return programme


def _last_year(cast: Cast, desk: Desk, programme: Programme, today: dt.date) -> Memorandum:
    year = today.year - 1
    start = dt.date(year, 1, 5)
    memorandum = memoranda.create_memorandum(
        actor=cast.officer(at(start, 8)),
        programme=programme,
        starts_on=dt.date(year, 1, 1),
        ends_on=dt.date(year, 12, 31),
    )
    builder = YearBuilder(cast, desk, programme, year, today)
    builder.sign_memorandum(memorandum, start)
    plan = builder.agree_plan(start + dt.timedelta(days=24))
    builder.live(plan)
    if today >= dt.date(today.year, 1, 25):
        report = finished_report(cast, plan, dt.date(today.year, 1, 6), ReportPeriod.YEAR)
        commend(cast, report, dt.date(today.year, 1, 16))
    if today >= dt.date(today.year, 1, 4):
        ended = cast.officer(at(dt.date(today.year, 1, 4), 8))
        memoranda.end_memorandum(actor=ended, memorandum=memorandum, ended_on=dt.date(year, 12, 31))
    return memorandum


def _this_year(cast: Cast, desk: Desk, programme: Programme, today: dt.date, last: Memorandum) -> Memorandum:
    """Signed and agreed before the year began, so that every day of it has something to show."""
    year = today.year
    start = dt.date(year - 1, 11, 10)
    memorandum = memoranda.renew_memorandum(
        actor=cast.officer(at(start, 8)), memorandum=last, starts_on=dt.date(year, 1, 1), ends_on=dt.date(year, 12, 31)
    )
    builder = YearBuilder(cast, desk, programme, year, today)
    builder.sign_memorandum(memorandum, start)
    plan = builder.agree_plan(start + dt.timedelta(days=24))
    builder.live(plan)
    if today >= dt.date(year, 7, 25):
        finished_report(cast, plan, dt.date(year, 7, 6), ReportPeriod.HALF_YEAR)
    return memorandum


def _next_year(cast: Cast, programme: Programme, today: dt.date, current: Memorandum) -> None:
    """From autumn on the next memorandum is being discussed: some have answered, one asks for a change."""
    if today.month < 9:
        return
    start = today - dt.timedelta(days=6)
    memorandum = memoranda.renew_memorandum(
        actor=cast.officer(at(start, 8)), memorandum=current, starts_on=dt.date(today.year + 1, 1, 1),
        ends_on=dt.date(today.year + 1, 12, 31),
    )  # fmt: skip
    memoranda.circulate(actor=cast.officer(at(start, 9)), memorandum=memorandum, answer_by=today + dt.timedelta(days=4))
    revision = memorandum.revisions.latest("number")
    clause = memorandum.clauses.order_by("order").first()
    vnpt, viettel = cast.enterprises[0], cast.enterprises[1]
    day = start + dt.timedelta(days=2)
    memoranda.answer_revision(actor=cast.focal(vnpt, at(day)), revision=revision, party=vnpt, accepts=True)
    if clause is not None:
        memoranda.comment(
            actor=cast.focal(viettel, at(day, 10)), revision=revision, party=viettel, anchor=str(clause.pk),
            text="Đề nghị gửi tài liệu phổ biến trước ít nhất 5 ngày làm việc.", proposal="", open_to_all=False,
        )  # fmt: skip
    memoranda.answer_revision(
        actor=cast.focal(viettel, at(day, 11)), revision=revision, party=viettel, accepts=False,
        note="Đề nghị bổ sung thời hạn gửi tài liệu.",
    )  # fmt: skip
