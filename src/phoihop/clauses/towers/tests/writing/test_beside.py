import os

import pytest

from phoihop.clauses.towers.writing import beside


@pytest.mark.parametrize("large", [False, True])
def test_the_answer_comes_back(large):
    assert beside.start(lambda: ["one", 2], large=large)() == ["one", 2]


def test_a_copy_of_the_process_does_what_is_large():
    assert beside.start(os.getpid, large=True)() != os.getpid()


@pytest.mark.parametrize("large", [False, True])
def test_what_went_wrong_is_raised_where_one_waits(large):
    def work():
        raise OSError(28, "No space left on device", "plan.xlsx")

    with pytest.raises(OSError, match="No space left") as told:
        beside.start(work, large=large)()

    assert told.value.filename == "plan.xlsx"


def test_where_the_copy_dies_the_work_is_done_here():
    here = os.getpid()

    def work():
        if os.getpid() != here:
            os._exit(1)
        return "done"

    assert beside.start(work, large=True)() == "done"
