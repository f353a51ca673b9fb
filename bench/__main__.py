"""Run every benchmark, or those named, and print one table."""

from __future__ import annotations

import argparse
import importlib
import sys
from pathlib import Path

from bench.table import Row, print_table

MODULES = (
    "page",
    "programmes",
    "invitations",
    "towers_plan",
    "towers_consolidate",
    "towers_cover",
    "disclosure",
    "towers_map",
    "briefings_grid",
    "briefings_obstacles",
    "briefings_sheets",
)


def main(argv: list[str]) -> int:
    """Exit code 1 where a goal was missed."""
    parser = argparse.ArgumentParser(prog="python -m bench", description="Each benchmark against its peer.")
    parser.add_argument("names", nargs="*", choices=[[], *MODULES], help="which to run; all where none is named")
    names = parser.parse_args(argv).names or MODULES
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
    rows: list[Row] = []
    for name in names:
        rows += importlib.import_module(f"bench.{name}").run()
    print_table(rows)
    return 0 if all(row.met is not False for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
