"""One programme year: memorandum, plan, activities."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Sequence
from decimal import Decimal

from phoihop.base.access import Actor
from phoihop.config.demo.cast import Cast
from phoihop.config.demo.figures import AGENDA, MINUTES, PLACES, aims_for, reached
from phoihop.config.demo.moments import at, workday
from phoihop.config.demo.pictures import scene
from phoihop.config.demo.signing import Desk
from phoihop.papers.actions.register import issue_paper
from phoihop.papers.models import Paper
from phoihop.people.models import Party
from phoihop.programme.actions import activity as activities
from phoihop.programme.actions import memorandum as memoranda
from phoihop.programme.actions.memorandum_signing import open_signing
from phoihop.programme.actions.plan import answer_plan, draft_plan, propose_plan, set_target
from phoihop.programme.models import Activity, Answer, Memorandum, Participation, Plan, PlanItem, Programme

AUTHOR_SEED = 20100408  # the day of the founding text


class YearBuilder:
    """Plays a year up to ``today``."""

    def __init__(self, cast: Cast, desk: Desk, programme: Programme, year: int, today: dt.date) -> None:
        self.cast, self.desk, self.programme, self.year, self.today = cast, desk, programme, year, today
        self.luck = random.Random(AUTHOR_SEED + year)  # noqa: S311 - invented figures

    def sign_memorandum(self, memorandum: Memorandum, start: dt.date) -> None:
        """Circulate, accept, sign in order, number."""
        cast = self.cast
        memoranda.circulate(
            actor=cast.officer(at(start)), memorandum=memorandum, answer_by=start + dt.timedelta(days=10)
        )
        memorandum.refresh_from_db()
        revision = memorandum.revisions.latest("number")
        for hour, party in enumerate(cast.enterprises, start=8):
            memoranda.answer_revision(
                actor=cast.focal(party, at(start + dt.timedelta(days=3), hour)),
                revision=revision,
                party=party,
                accepts=True,
            )
        opened = start + dt.timedelta(days=12)
        round_ = open_signing(
            actor=cast.officer(at(opened)), memorandum=memorandum, due_on=opened + dt.timedelta(days=15)
        )
        slots = list(round_.slots.select_related("party").order_by("order"))
        for days, slot in enumerate(slots, start=1):
            moment = at(opened + dt.timedelta(days=days), 10)
            if slot.party.code == "VTP":
                self.desk.sign_on_paper(round_, slot.party, moment)
            else:
                self.desk.sign(round_, slot.party, moment)
        signed = opened + dt.timedelta(days=len(slots) + 1)
        paper = Paper.objects.get(pk=round_.paper_id)
        issue_paper(actor=cast.clerk(at(signed, 15)), paper=paper, issued_on=signed)

    def agree_plan(self, start: dt.date) -> Plan:
        """Draft, set places and targets, agree, freeze."""
        cast = self.cast
        officer = cast.officer(at(start))
        plan = draft_plan(actor=officer, programme=self.programme, year=self.year)
        for item in plan.items.select_related("clause", "plan__programme"):
            self._prepare(officer, item)
        propose_plan(actor=officer, plan=plan, agree_by=start + dt.timedelta(days=10))
        for hour, party in enumerate(cast.enterprises, start=8):
            plan.refresh_from_db()
            answer_plan(
                actor=cast.focal(party, at(start + dt.timedelta(days=4), hour)), plan=plan, party=party, agrees=True
            )
        plan.refresh_from_db()
        return plan

    def _prepare(self, officer: Actor, item: PlanItem) -> None:
        day = workday(item.starts_on)
        if day != item.starts_on and not item.day_code:
            PlanItem.objects.filter(pk=item.pk).update(starts_on=day, ends_on=max(day, item.ends_on))
        PlanItem.objects.filter(pk=item.pk).update(place=self.luck.choice(PLACES))
        for aim in aims_for(item.clause.heading if item.clause else ""):
            parties: Sequence[Party | None] = self.cast.enterprises if aim.by_party else [None]
            for party in parties:
                set_target(
                    actor=officer, item=item, label=aim.label, unit=aim.unit, value=Decimal(aim.planned), party=party
                )

    def live(self, plan: Plan) -> None:
        """Play every activity as far as ``today`` has come; the last past ones stay unfinished."""
        found = list(
            Activity.objects.filter(item__plan=plan).select_related("item__clause", "programme").order_by("ends_at")
        )
        past = [activity for activity in found if activity.ends_at < at(self.today)]
        current = self.year == self.today.year
        for number, activity in enumerate(past):
            left = len(past) - number  # 1 for the newest
            if current and left == 1:
                self._invite(activity, self.today)
            elif current and left == 2:
                self._hold(activity, close=False)
            elif number == 1:
                self._cancel(activity)
            else:
                self._hold(activity, close=True)
        for number, activity in enumerate(found[len(past) :]):
            if number < 3:
                self._invite(activity, self.today)
            elif number == 3:
                self._postpone(activity)

    def _invite(self, activity: Activity, day: dt.date) -> None:
        start = min(activity.starts_at.date() - dt.timedelta(days=20), day)
        officer = self.cast.officer(at(start, 8))
        activities.open_activity(actor=officer, activity=activity)
        activities.edit_activity(
            actor=officer,
            activity=activity,
            starts_at=at(activity.starts_at.date(), 8),
            all_day=False,
            agenda=AGENDA,
            ends_at=at(activity.ends_at.date(), 11, 30),
            chair="Trần Minh Đức",
            secretary="Lê Thu Hà",
            answer_by=activity.starts_at.date() - dt.timedelta(days=3),
        )
        Participation.objects.filter(activity=activity).update(invited_at=at(start, 9))
        rows = list(activity.participations.select_related("party").exclude(party=self.cast.regulator))
        silent = 2 if activity.starts_at > at(self.today) else 0
        for row in rows[: len(rows) - silent]:
            answer = self.luck.choices([Answer.YES, Answer.MAYBE, Answer.NO], [8, 1, 1])[0]
            moment = at(min(start + dt.timedelta(days=2), day), 10)
            activities.answer_invitation(
                actor=self.cast.focal(row.party, moment),
                activity=activity,
                party=row.party,
                answer=answer.value,
                expected=self.luck.randrange(1, 5),
            )

    def _hold(self, activity: Activity, *, close: bool) -> None:
        day = activity.ends_at.date()
        self._invite(activity, day)
        activity.refresh_from_db()
        officer = self.cast.officer(at(day, 17))
        activities.hold_activity(actor=officer, activity=activity)
        for row in activity.participations.select_related("party"):
            came = self.luck.random() < 0.92
            activities.record_attendance(
                actor=officer,
                activity=activity,
                party=row.party,
                attended=came,
                present=self.luck.randrange(1, 5) if came else 0,
            )
        if not close:
            return
        heading = activity.item.clause.heading if activity.item.clause else ""
        for aim in aims_for(heading):
            parties: Sequence[Party | None] = self.cast.enterprises if aim.by_party else [None]
            for party in parties:
                value = reached(aim, self.luck.random())
                activities.record_outcome(
                    actor=officer, activity=activity, party=party, label=aim.label, unit=aim.unit, value=value
                )
        activities.record_minutes(actor=officer, activity=activity, minutes=MINUTES, secretary="Lê Thu Hà")
        if self.luck.random() < 0.6:
            activities.add_evidence(
                actor=officer,
                activity=activity,
                party=self.cast.regulator,
                upload=scene(activity.title[:50], day.toordinal()),
                caption=activity.title,
                for_all=True,
            )
        activities.close_activity(actor=self.cast.officer(at(day + dt.timedelta(days=3), 9)), activity=activity)

    def _cancel(self, activity: Activity) -> None:
        moment = at(activity.starts_at.date() - dt.timedelta(days=5), 14)
        activities.cancel_activity(
            actor=self.cast.officer(moment),
            activity=activity,
            reason="Trùng thời gian với hội nghị của tỉnh; gộp vào kỳ sau.",
        )

    def _postpone(self, activity: Activity) -> None:
        activities.postpone_activity(
            actor=self.cast.officer(at(self.today, 8)), activity=activity, reason="Chờ thống nhất lịch của các đơn vị."
        )
