"""Executors, progress, stopping, and a deadline."""

from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from unittest.mock import patch

import pytest

from phoihop.cores.towerplan.errors import Cancelled
from phoihop.cores.towerplan.planning import parts
from phoihop.cores.towerplan.tests.planning.conftest import told


@pytest.fixture
def batches():
    """Batches small enough that there are several."""
    with patch.object(parts, "BATCH_COLUMNS", 100):
        yield


def test_threads_give_the_same_plan(small, planned, batches):
    with ThreadPoolExecutor(2) as pool:
        found = small.plan(executor=pool)

    assert told(found) == told(planned)


def test_processes_give_the_same_plan(small, planned, batches):
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        found = small.plan(executor=pool)

    assert told(found) == told(planned)


def test_progress_tells_each_phase_to_its_end(small, batches):
    heard = []

    small.plan(progress=heard.append)

    shares = [it.done for it in heard if it.phase == "components"]
    assert {"candidates", "components"} <= {it.phase for it in heard}
    assert len(shares) > 1
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


@pytest.mark.parametrize("asked", [1, 3])
def test_who_asks_to_stop_is_obeyed(small, batches, asked):
    questions = []

    def stop():
        questions.append(None)
        return len(questions) >= asked

    with pytest.raises(Cancelled):
        small.plan(cancelled=stop)

    assert len(questions) == asked


def test_the_facts_of_a_run_are_told(small, planned):
    assert planned.gap == 0
    assert planned.open_components == 0
    assert 1 <= planned.largest <= len(small.needs)
    assert 1 <= planned.components <= len(small.needs)
    assert planned.seconds["total"] >= planned.seconds["components"] > 0
    assert planned.peak_bytes > 2**20
