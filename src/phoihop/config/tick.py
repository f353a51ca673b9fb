"""``phoihop tick``: everything that happens by the clock; safe to call at any time and twice."""

from __future__ import annotations

import argparse
import logging
from importlib import import_module

from django.utils import timezone

from phoihop.base.jobs import recover

log = logging.getLogger(__name__)
STEPS = (  # module:function, each called with at=now, each safe to repeat
    "phoihop.people.idle:disable_idle_accounts",
    "phoihop.clauses.towers.sharing.clockwork:run",
    "phoihop.clauses.briefings.obstacles.clockwork:run",
    "phoihop.notices.digests:send_due",
)


def main(argv: list[str]) -> int:
    """Recover lost jobs, disable idle accounts, move what a limit moves, send reminders and digests."""
    argparse.ArgumentParser(prog="phoihop tick").parse_args(argv)
    recover()
    failed = [step for step in STEPS if _failed(step)]
    return 1 if failed else 0


def _failed(step: str) -> bool:
    """Do one step; what goes wrong in it is logged and keeps no other from being done."""
    module, name = step.split(":")
    try:
        getattr(import_module(module), name)(at=timezone.now())
    except Exception:
        log.exception("tick: %s failed", step)
        return True
    return False
