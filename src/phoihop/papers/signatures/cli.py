"""``phoihop check-pdf``: the technical check of one file, as JSON."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from phoihop.papers.signatures.check import check_pdf
from phoihop.papers.signatures.messages import LANGUAGES, describe
from phoihop.papers.signatures.reading import VIETNAM
from phoihop.papers.signatures.results import CheckResult
from phoihop.papers.signatures.settings import TrustSettings

ACCEPTED, REFUSED, USAGE = 0, 1, 2


def check_pdf_command(argv: Sequence[str]) -> int:
    """Check a file and print the result.

    :return: 0 accepted, 1 refused, 2 the command was not understood or a file cannot be read
    """
    try:
        options = _parser().parse_args(list(argv))
    except SystemExit as stop:
        return ACCEPTED if stop.code in (None, 0) else USAGE
    try:
        result = check_pdf(
            Path(options.file).read_bytes(),
            circulated=_read(options.circulated),
            previous=_read(options.previous),
            trust=TrustSettings(
                roots=tuple(Path(name).read_bytes() for name in options.trust),
                crls=tuple(Path(name).read_bytes() for name in options.crl),
            ),
            at=options.at or datetime.now(UTC),
            expected_signer=None,
        )
    except (OSError, ValueError) as error:
        print(f"phoihop check-pdf: {error}", file=sys.stderr)
        return USAGE
    print(json.dumps(_worded(result, options.lang), ensure_ascii=False, indent=2))
    return ACCEPTED if result.accepted else REFUSED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="phoihop check-pdf",
        description="Technical check of a signed PDF, printed as JSON. It says nothing about legal validity.",
        epilog="Exit status: 0 accepted, 1 refused, 2 usage.",
    )
    parser.add_argument("file", metavar="FILE", help="the signed PDF")
    parser.add_argument("--circulated", metavar="FILE", help="the revision that was handed out for signing")
    parser.add_argument("--previous", metavar="FILE", help="the newest file with earlier signatures")
    parser.add_argument("--trust", metavar="PEM", nargs="+", default=[], action="extend", help="trusted authorities")
    parser.add_argument("--crl", metavar="FILE", nargs="+", default=[], action="extend", help="revocation lists")
    parser.add_argument("--at", metavar="ISO", type=_instant, help="check as of this instant (default: now)")
    parser.add_argument("--lang", choices=LANGUAGES, default="vi", help="language of the sentences")
    return parser


def _instant(text: str) -> datetime:
    """An ISO 8601 instant; without a zone it is Vietnam's time."""
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=VIETNAM)


def _read(name: str | None) -> bytes | None:
    return Path(name).read_bytes() if name else None


def _worded(result: CheckResult, language: str) -> dict[str, Any]:
    plain = result.as_json()
    for row, finding in zip(plain["findings"], result.findings, strict=True):
        row["sentence"] = describe(finding, language)
    return plain
