"""``phoihop tick``: everything that happens by the clock; safe to call at any time and twice."""

from __future__ import annotations

import argparse
from importlib import import_module

from django.utils import timezone

from phoihop.base.jobs import recover

STEPS = (  # module:function, each called with at=now, each safe to repeat
    "phoihop.people.idle:disable_idle_accounts",
    "phoihop.clauses.towers.sharing_clockwork:run",
    "phoihop.notices.digests:send_due",
)


def main(argv: list[str]) -> int:
    """Recover lost jobs, disable idle accounts, move what a limit moves, send reminders and digests."""
    argparse.ArgumentParser(prog="phoihop tick").parse_args(argv)
    recover()
    for step in STEPS:
        module, name = step.split(":")
        getattr(import_module(module), name)(at=timezone.now())
    return 0
