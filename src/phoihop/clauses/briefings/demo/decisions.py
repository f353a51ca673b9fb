"""The demo's decisions: the older ones done, some late, some reported, one private."""

from __future__ import annotations

import datetime as dt

from phoihop.clauses.briefings.actions.decisions import following, reporting
from phoihop.clauses.briefings.demo.stage import Stage
from phoihop.clauses.briefings.models import Decision, DecisionState

DAY = dt.timedelta(days=1)
WORKING = dt.time(9, 30)
KEEP_OPEN = 90  # days: what was given before is done by now, but for every fifth


def build(stage: Stage) -> None:
    """Let each owner report in time, or not."""
    rows = Decision.objects.filter(programme=stage.programme).select_related("owner", "programme")
    for number, decision in enumerate(rows.order_by("due_on", "text")):
        due = decision.due_on
        if due is None or (stage.now.date() - due).days < -KEEP_OPEN or number % 5 == 4:
            continue
        _report(stage, decision, min(_at(stage, due - 3 * DAY), stage.now - DAY), number)
    _private(stage)


def _report(stage: Stage, decision: Decision, moment: dt.datetime, number: int) -> None:
    party, old = decision.owner, (stage.now - moment).days > KEEP_OPEN // 2
    if not old and number % 3 == 0:
        return
    actor = stage.officer(moment) if party == stage.regulator else stage.focal(party, moment)
    reporting.report_progress(
        actor=actor, decision=decision, party=party, text="Đã hoàn thành và gửi kết quả kèm theo.", finished=True
    )
    if old:
        decision.state = DecisionState.REPORTED
        following.confirm_done(actor=stage.officer(moment + DAY), decision=decision)


def _private(stage: Stage) -> None:
    """A task that one enterprise alone shares with the department."""
    if not stage.enterprises:
        return
    party = stage.enterprises[0]
    following.record_decision(
        actor=stage.officer(stage.now - 9 * DAY), programme=stage.programme, owner=party, confidential_to=party,
        text="Gửi Sở phương án di dời trạm trong khu quy hoạch trước khi làm việc với địa phương",
        due_on=stage.now.date() + 12 * DAY,
    )  # fmt: skip


def _at(stage: Stage, day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, WORKING, tzinfo=stage.now.tzinfo)
