"""Options that several commands share."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from phoihop.clauses.towers.commands.running import EPILOG, above_zero

if TYPE_CHECKING:
    from phoihop.clauses.towers.reading import ReadingOptions


def parser(name: str, description: str) -> argparse.ArgumentParser:
    """A parser of one command."""
    return argparse.ArgumentParser(prog=f"phoihop {name}", description=description, epilog=EPILOG)


def add_masts(found: argparse.ArgumentParser) -> None:
    """The table of masts and how tables are read."""
    found.add_argument(
        "--masts", type=Path, required=True, metavar="FILE", help="existing masts: CSV, XLSX, ODS, GeoJSON"
    )
    found.add_argument("--rules", type=Path, metavar="TOML", help="rules and prices (default: those of the guide)")
    found.add_argument("--epsg", type=int, metavar="CODE", help="system of the positions (default: told by the values)")
    found.add_argument("--anywhere", action="store_true", help="the network may lie outside Vietnam or in the sea")
    found.add_argument("--default-height", type=above_zero, metavar="M", help="height of masts without one")
    found.add_argument("--leave-out-bad", action="store_true", help="leave lines with errors out, instead of stopping")
    found.add_argument("--quiet", action="store_true", help="no progress, no notes")


def add_needs(found: argparse.ArgumentParser) -> None:
    """The table of needs."""
    found.add_argument("--needs", type=Path, required=True, metavar="FILE", help="needs: CSV, XLSX, ODS, GeoJSON")
    found.add_argument("--default-antenna", type=above_zero, metavar="M", help="height of antennas without one")
    found.add_argument("--default-radius", type=above_zero, metavar="M", help="radius of rings without one")
    found.add_argument("--widest-ring", type=above_zero, metavar="M", help="refuse wider rings (default: 5000)")


def add_out(found: argparse.ArgumentParser) -> None:
    """Where the result goes."""
    found.add_argument(
        "--out", type=Path, required=True, metavar="DIR", help="folder of the result; written whole or not"
    )
    found.add_argument("--lang", choices=("vi", "en"), default="vi", help="language of workbook and page (default: vi)")


def reading_options(options: argparse.Namespace) -> ReadingOptions:
    """The options of reading that were given."""
    from phoihop.clauses.towers.reading import ReadingOptions  # noqa: PLC0415 - after the words are understood
    from phoihop.clauses.towers.reading.options import WIDEST_RING_M  # noqa: PLC0415

    return ReadingOptions(
        epsg=options.epsg,
        anywhere=options.anywhere,
        default_height_m=options.default_height,
        default_antenna_m=getattr(options, "default_antenna", None),
        default_radius_m=getattr(options, "default_radius", None),
        widest_ring_m=getattr(options, "widest_ring", None) or WIDEST_RING_M,
        leave_out_bad=options.leave_out_bad,
    )
