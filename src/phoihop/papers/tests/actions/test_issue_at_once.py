"""issue_paper by two clerks at the same moment: real threads, real transactions."""

import threading

import pytest
from django.db import connection, connections

from phoihop.papers.actions.register import issue_paper
from phoihop.papers.models import NumberSequence, Paper, PaperStatus

CLERKS = 4


@pytest.fixture
def signed_papers(clerk, draw, sign, tmp_path, monkeypatch):
    """Signed papers in a database that threads can share: SQLite's in memory is copied to a file."""
    papers = [sign(draw()) for _ in range(CLERKS)]
    if connection.vendor == "sqlite":
        copy = tmp_path / "copy.sqlite3"
        with connection.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [str(copy)])
        monkeypatch.setitem(connection.settings_dict, "NAME", str(copy))
    return papers


def _race(work):
    """Run each call in a thread of its own, all let go together; the exceptions they raised."""
    start, problems = threading.Barrier(len(work)), []

    def run(call):
        start.wait(10)
        try:
            call()
        except Exception as problem:  # noqa: BLE001  whatever it was, the test looks at it
            problems.append(problem)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(call,)) for call in work]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return problems


def _register():
    """The numbers given and the last one, read where the threads wrote."""
    read = []
    issued = Paper.objects.filter(status=PaperStatus.ISSUED).order_by("number")
    _race([lambda: read.extend([list(issued.values_list("number", flat=True)), NumberSequence.objects.get().last])])
    return tuple(read)


@pytest.mark.django_db(transaction=True)
def test_clerks_at_once_get_different_numbers(clerk, signed_papers):
    problems = _race([lambda paper=paper: issue_paper(actor=clerk, paper=paper) for paper in signed_papers])

    assert problems == []
    assert _register() == (list(range(1, CLERKS + 1)), CLERKS)


@pytest.mark.django_db(transaction=True)
def test_one_paper_issued_twice_at_once_gets_one_number(clerk, signed_papers):
    same = [Paper.objects.select_related("party").get(pk=signed_papers[0].pk) for _ in range(2)]

    problems = _race([lambda paper=paper: issue_paper(actor=clerk, paper=paper) for paper in same])

    assert [type(problem).__name__ for problem in problems] == ["Stale"]
    assert _register() == ([1], 1)
