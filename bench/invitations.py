"""1,000 invitations as PDF by a reused Typst compiler, against a new compiler for each."""

from __future__ import annotations

import datetime as dt
import threading
import time

from bench.table import Row

COUNT, PEER_COUNT = 1_000, 50
GOAL = 100.0


def _paper(number: int) -> object:
    from phoihop.papers.rendering import Labelled, Paper, Paragraph, Signature  # noqa: PLC0415

    return Paper(
        type="GM", abstract="Hội nghị giao ban 6 tháng đầu năm", issuing_body="Sở Thông tin và Truyền thông",
        superior_body="Ủy ban nhân dân tỉnh Hải Dương", symbol="GM-STTTT", place="Hải Dương", date=dt.date(2026, 6, 1),
        number=number,
        body=(
            Paragraph(f"Sở Thông tin và Truyền thông trân trọng kính mời: Đơn vị số {number}"),
            Labelled("Tới dự", "Hội nghị giao ban 6 tháng đầu năm"), Labelled("Thời gian", "8 giờ 00, ngày 15/6/2026"),
            Labelled("Địa điểm", "Hội trường Sở"), Paragraph("Rất mong Quý đơn vị tham dự đúng giờ."),
        ),
        signatures=(Signature("GIÁM ĐỐC", "Trần Minh Đức"),), recipients=("Như trên",),
    )  # fmt: skip


def run() -> list[Row]:
    """Count how many a second one core draws."""
    from phoihop.papers.rendering import render_pdf  # noqa: PLC0415

    for number in range(5):
        render_pdf(_paper(number))  # type: ignore[arg-type]
    started = time.perf_counter()
    for number in range(1, COUNT + 1):
        render_pdf(_paper(number))  # type: ignore[arg-type]
    ours = COUNT / (time.perf_counter() - started)
    started = time.perf_counter()
    for number in range(1, PEER_COUNT + 1):
        stranger = threading.Thread(
            target=render_pdf, args=(_paper(number),)
        )  # a new thread makes a compiler of its own
        stranger.start()
        stranger.join()
    peer = PEER_COUNT / (time.perf_counter() - started)
    return [
        Row(
            f"{COUNT:,} invitations as PDF/A",
            f"{ours:.0f} a second",
            f"a new compiler each: {peer:.0f} a second",
            f"> {GOAL:.0f} a second",
            ours > GOAL,
        )
    ]
