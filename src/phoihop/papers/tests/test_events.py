"""Every event that this app records has a name."""

import re
from pathlib import Path

from phoihop.base.events import all_labels

ACTIONS = Path(__file__).parents[1] / "actions"


def test_every_recorded_event_has_a_name():
    source = "".join(path.read_text(encoding="utf-8") for path in ACTIONS.glob("*.py"))
    recorded = set(re.findall(r'audit\.record\(\s*actor, "([a-z_.]+)"', source))

    assert len(recorded) > 15
    assert recorded - all_labels().keys() == set()
