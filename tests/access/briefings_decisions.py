"""A task that all parties know of, and VNPT's own with its evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.files.uploadedfile import SimpleUploadedFile

from phoihop.clauses.briefings.actions.decisions.following import record_decision
from phoihop.clauses.briefings.actions.decisions.reporting import report_progress
from phoihop.testing.cast import DAY
from tests.access.markers import secret

if TYPE_CHECKING:
    from tests.access.world import World


def decisions(world: World) -> None:
    """One open task of VNPT for all to read; one reported private one, one done private one."""
    vnpt, officer = world.people["vnpt"], world.people["regulator"]
    given = {"actor": officer, "programme": world.programme, "owner": vnpt.party, "due_on": DAY}
    shared = record_decision(**given, text="Rà soát cáp treo trên tuyến Quốc lộ 5")
    private = record_decision(**given, text=secret("nhiem-vu-rieng"), confidential_to=vnpt.party)
    proof = SimpleUploadedFile(f"{secret('tep-nhiem-vu')}.txt", b"xong")
    update = report_progress(
        actor=vnpt, decision=private, party=vnpt.party, text=secret("tinh-hinh"), upload=proof, finished=True
    )
    world.args |= {
        "task": (shared.pk,), "private_task": (private.pk,), "task_file": (update.file_id,),
        "programme_of_tasks": (world.programme.pk,),
    }  # fmt: skip
