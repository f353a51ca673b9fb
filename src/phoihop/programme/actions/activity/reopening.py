"""Opening a closed activity again, to mend what was recorded of it."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from phoihop.base import audit
from phoihop.base.access import Actor, Permission, require
from phoihop.base.errors import Refused
from phoihop.base.transitions import move
from phoihop.programme.models import Activity, ActivityStatus, ReportStatus, YearReport

# Apart from the other steps, so that saying “it took place” never opens what is closed.
REOPENING = {ActivityStatus.CLOSED: {ActivityStatus.HELD}}


def reopen_results(*, actor: Actor, activity: Activity, reason: str) -> Activity:
    """Open a closed activity again, so that a wrong figure can be mended, until its report is frozen.

    :raises Refused: no reason, or a report that counts the activity is frozen
    """
    require(actor, Permission.ACTIVITY_RUN, party=activity.programme.lead_id)
    if not reason.strip():
        raise Refused(_("Hãy nêu lý do mở lại, ví dụ số liệu nào cần sửa."), field="reason")
    with transaction.atomic():
        # Freezing holds the same rows, so that no report is sealed while its figures are opened.
        reports = list(YearReport.objects.select_for_update().filter(plan_id=activity.item.plan_id))
        if any(report.status == ReportStatus.FROZEN and _counts(report, activity) for report in reports):
            raise Refused(_("Báo cáo có hoạt động này đã chốt nên không mở lại được. Hãy thêm phụ lục vào báo cáo đó."))
        move(activity, ActivityStatus.HELD, REOPENING, closed_at=None)
        audit.record(
            actor, "programme.activity.results_reopened", activity, party=activity.programme.lead_id,
            after={"reason": reason.strip()},
        )  # fmt: skip
    return activity


def _counts(report: YearReport, activity: Activity) -> bool:
    listed = report.content.get("common", {}).get("activities", [])
    return any(line["id"] == str(activity.pk) for line in listed)
