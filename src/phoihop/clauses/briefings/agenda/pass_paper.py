"""A pass on paper: who, of which party, when, where, and the code for the door."""

from __future__ import annotations

from phoihop.clauses.briefings.models import Briefing
from phoihop.papers.rendering import Figure, Labelled, Paper, Paragraph, render_pdf
from phoihop.papers.rendering.codes import qr_svg
from phoihop.programme.describe.activity import time_in_words
from phoihop.programme.models import Attendee

TITLE = "THẺ DỰ HỌP"


def pass_pdf(briefing: Briefing, attendee: Attendee, code: str, stands_in_for: str = "") -> bytes:
    """The pass of one person as PDF.

    :param code: what the QR code says
    """
    activity, party = briefing.activity, attendee.participation.party
    lead = activity.programme.lead
    who = f"{attendee.name}, {attendee.position}" if attendee.position else attendee.name
    body = [Labelled("Người dự họp", who)]
    if stands_in_for:
        body.append(Labelled("Dự thay", stands_in_for))
    body += [
        Labelled("Đơn vị", party.name), Labelled("Thời gian", time_in_words(activity)),
        Labelled("Địa điểm", activity.place or activity.online_url),
    ]  # fmt: skip
    picture = Figure(qr_svg(code), "Mã QR để điểm danh tại cửa", "Xuất trình mã này tại cửa phòng họp", 70)
    note = "Thẻ dùng cho một người và một lần. Khi đơn vị đổi người dự, thẻ này hết giá trị."
    paper = Paper(
        type="GM", title=TITLE, abstract=activity.title, body=(*body, picture, Paragraph(note, "center", indent=False)),
        issuing_body=lead.name, superior_body=lead.superior_name, end_mark=False,
    )  # fmt: skip
    return render_pdf(paper)
