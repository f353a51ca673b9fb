"""``phoihop audit verify``: walk the history and check its chain."""

from __future__ import annotations

import argparse

from phoihop.base.audit import verify_chain

REASONS = {
    "previous_hash": "an entry before it was changed, removed or inserted",
    "hash": "the entry itself was changed",
    "head": "entries were removed from the end, or the head was changed",
}


def main(argv: list[str]) -> int:
    """Print what was found; the exit code is 1 where the chain is broken."""
    parser = argparse.ArgumentParser(prog="phoihop audit", description="The history of every action.")
    parser.add_argument("what", choices=["verify"], help="verify: recompute every hash from the first entry on")
    parser.parse_args(argv)
    report = verify_chain()
    if report.intact:
        print(f"{report.entries} entries, chain intact")
        return 0
    where = f"entry {report.broken_at}" if report.broken_at else "the end"
    print(f"chain broken at {where}: {REASONS[report.reason]}")
    return 1
