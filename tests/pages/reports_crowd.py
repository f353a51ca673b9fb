"""More rounds, reports, indicators and figures."""

import datetime as dt
import itertools

from phoihop.clauses.briefings.models import CellRemark, Indicator, Report, ReportRound, ReportValue, ValueEdition
from phoihop.testing.cast import NOON
from phoihop.testing.factories import PartyFactory

_numbers = itertools.count(1)


def reports(world, more: int) -> None:
    """So many more of each; VNPT's own reports too."""
    officer, vnpt = world.people["regulator"].party, world.people["vnpt"].party
    asked = ReportRound.objects.get(pk=world.args["asked_round"][0])
    found = {
        name: Report.objects.get(pk=world.args[name][0]) for name in ("typed_report", "sent_report", "taken_report")
    }
    section = asked.version.sections.get()
    for number in itertools.islice(_numbers, more):
        earlier = ReportRound.objects.create(
            programme=asked.programme, version=asked.version, title=f"Kỳ {number}", period=f"{1900 + number}H1",
            starts_on=dt.date(1900 + number, 1, 1), ends_on=dt.date(1900 + number, 6, 30),
            opens_on=dt.date(1900 + number, 7, 1), due_on=dt.date(1900 + number, 7, 10),
            lock_on=dt.date(1900 + number, 7, 25), status="open",
        )  # fmt: skip
        for party in (vnpt, PartyFactory(registered_by=officer)):
            Report.objects.create(
                round=earlier, party=party, status="submitted", submitted_at=NOON, first_submitted_at=NOON
            )
        Report.objects.create(round=asked, party=PartyFactory(registered_by=officer))
        indicator = Indicator.objects.create(section=section, code=f"them_{number}", name="Thêm", unit="trạm")
        for report in found.values():
            ReportValue.objects.create(report=report, indicator=indicator, value=number, changed_at=NOON)
            CellRemark.objects.create(report=report, indicator=indicator, text="Xem lại")
        for edition in (1, 2):
            ValueEdition.objects.create(
                report=found["taken_report"], edition=edition, indicator=indicator, value=edition
            )
