"""How many queries each page needs, and the agreed numbers."""

from __future__ import annotations

import json
import os
from pathlib import Path

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

BASELINES = Path(__file__).with_name("baselines.json")
RENEW = "PHOIHOP_RENEW_BASELINES"
HOW = (
    f"If the page is meant to ask more, renew with `{RENEW}=1 pytest tests/pages/test_queries.py` and commit the file."
)


def queries(client: Client, url: str) -> int:
    """The number for one page, asked for the second time: caches of the process are warm."""
    _body(client, url)
    with CaptureQueriesContext(
        connection,
    ) as captured:
        _body(client, url)
    return len([one for one in captured.captured_queries if not one["sql"].startswith(("SAVEPOINT", "RELEASE"))])


def _body(client: Client, url: str) -> None:
    response = client.get(url)
    if response.streaming:
        list(response.streaming_content)
    assert response.status_code == 200, f"{url}: {response.status_code}"


def agreed() -> dict[str, dict[str, int]]:
    """Person → page → number."""
    found: dict[str, dict[str, int]] = json.loads(BASELINES.read_text(encoding="utf-8"))
    return found


def renewing() -> bool:
    """Whether the numbers are to be written anew."""
    return os.environ.get(RENEW) == "1"


def renew(person: str, counted: dict[str, int]) -> None:
    """Write the numbers of one person."""
    numbers = agreed() if BASELINES.exists() else {}
    numbers[person] = counted
    BASELINES.write_text(json.dumps(numbers, indent=1, sort_keys=True) + "\n", encoding="utf-8")
